using BounceParser.Text;

namespace BounceParser.Smtp;

/// <summary>The message tracking log of Exchange 2007 and later, one event a line.</summary>
/// <remarks>
/// Fields differ between versions, their order does not: ... source, event-id, internal-message-id, message-id, (network-message-id,) recipient-address, recipient-status, ...
/// (https://learn.microsoft.com/exchange/mail-flow/transport-logs/message-tracking).
/// </remarks>
internal sealed class ExchangeLog : LogFormat
{
    /// <summary>That of the tracking log and of what the shell lists of it.</summary>
    public const string Dialect = "exchange";

    private static readonly string[] Sources = ["SMTP", "ROUTING", "STOREDRIVER", "DSN", "AGENT", "QUEUE", "MAILBOXRULE", "ORAR", "DNS", "BOOTLOADER", "SAFETYNET", "RESOLVER", "APPROVAL"];

    public override string Name => Dialect;

    /// <summary>What the event says of a delivery; null for one that says nothing of any, such as RECEIVE, and for any other line.</summary>
    public override LogEvidence? Read(string line)
    {
        if (!HasStamp(line)) return null;
        var cells = SeparatedValues.Cells(line);
        var source = SourceOf(cells);
        if (source < 0 || ActionOf(cells[source + 1]) is not { } action) return null;
        var recipient = cells.FindIndex(source + 2, cell => cell.Contains('@', StringComparison.Ordinal) && cell[0] != '<');
        return recipient < 0 ? null : new LogEvidence
        {
            Action = action,
            Recipient = First(cells[recipient]),
            Text = action is DsnAction.Failed or DsnAction.Delayed && recipient + 1 < cells.Count ? StatusOf(cells[recipient + 1]) : "",
            RemoteMta = cells[source + 1] is "SEND" && source >= 3 ? LogEvidence.Host(cells[4]) : null,
        };
    }

    /// <summary>True for a line of that log, whatever its event.</summary>
    public static bool IsRecord(string line) => HasStamp(line) && SourceOf(SeparatedValues.Cells(line)) >= 0;

    /// <summary>True for a line that begins as those of that log do.</summary>
    public static bool HasStamp(ReadOnlySpan<char> line) => line.StartsWith("20") && line.IndexOf('T') == 10 && line.IndexOf(',') is >= 19 and <= 30;

    // The cell in front of the event; -1 when there is none.
    private static int SourceOf(List<string> cells) => cells.FindIndex(1, cell => Array.IndexOf(Sources, cell.Trim('"')) >= 0) is var source && source + 1 < cells.Count ? source : -1;

    /// <summary>What an event says of a delivery; null for one that says nothing of any.</summary>
    public static DsnAction? ActionOf(string name) => name switch
    {
        "FAIL" or "BADMAIL" => DsnAction.Failed,
        "DEFER" => DsnAction.Delayed,
        "DELIVER" => DsnAction.Delivered,
        "SEND" or "SENDEXTERNAL" => DsnAction.Relayed,
        "EXPAND" => DsnAction.Expanded,
        _ => null,
    };

    // Several recipients are parted by semicolons, and so are what was said of them.
    private static string First(string recipients) => recipients.Split(';', 2)[0].Trim();

    /// <summary>The words of <c>[{LED=550 5.1.1 RESOLVER.ADR.RecipNotFound; not found};{MSG=};...]</c>, or of <c>550 4.4.7 QUEUE.Expired; message expired</c>.</summary>
    public static string StatusOf(string status) => LogTokens.Field(status, "{LED=", '}') ?? status;
}
