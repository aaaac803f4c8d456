using BounceParser.Text;

namespace BounceParser.Smtp;

/// <summary>The accounting file of PowerMTA, one record a line.</summary>
/// <remarks>
/// Usually <c>type,timeLogged,timeQueued,orig,rcpt,orcpt,dsnAction,dsnStatus,dsnDiag,dsnMta,bounceCat,...</c> (User's Guide, "Accounting records").
/// Columns can be configured: where no action is told the type tells it, and what is told is known by its form.
/// </remarks>
internal sealed class PowerMtaLog : LogFormat
{
    public override string Name => "powermta";

    public override LogEvidence? Read(string line)
    {
        if (!HasStamp(line)) return null;
        var cells = SeparatedValues.Cells(line);
        var action = cells.FindIndex(1, cell => ActionOf(cell) is not null);
        if (action < 2) return ByForm(cells);
        // Between the recipient and the action stands what the sender asked for, often nothing.
        var recipient = cells.FindLastIndex(action - 1, cell => cell.Contains('@', StringComparison.Ordinal));
        if (recipient > 0 && IsOriginal(cells[recipient], cells[recipient - 1])) recipient--;
        return recipient < 1 ? null : new LogEvidence
        {
            // "t" is one try of several.
            Action = cells[0] is "t" or "tq" ? DsnAction.Delayed : ActionOf(cells[action]),
            Recipient = cells[recipient].Trim('<', '>'),
            Status = ReplyReader.FindStatus(Cell(cells, action + 1)),
            Text = Cell(cells, action + 2),
            RemoteMta = LogEvidence.Host(Cell(cells, action + 3).Split('(', 2)[0]),
        };
    }

    // The sender's address stands before the recipient's.
    private static LogEvidence? ByForm(List<string> cells)
    {
        var recipient = cells.FindLast(cell => cell.Contains('@', StringComparison.Ordinal) && AddressLine.Alone(cell) is not null);
        var status = cells.Find(cell => cell is [>= '2' and <= '5', '.', ..] && StatusScanner.Find(cell) is not null);
        if (recipient is null || status is null || cells.Find(cell => cell.Contains('@', StringComparison.Ordinal)) == recipient) return null;
        return new LogEvidence
        {
            Action = cells[0] switch { "d" => DsnAction.Delivered, "t" or "tq" => DsnAction.Delayed, _ => DsnAction.Failed },
            Recipient = recipient.Trim('<', '>'),
            Status = ReplyReader.FindStatus(status),
            Text = cells.Find(cell => cell.StartsWith("smtp;", StringComparison.OrdinalIgnoreCase)) ?? status,
        };
    }

    /// <summary>True for a line that begins as those of that file do: the type, a comma, a year or the seconds since 1970.</summary>
    public static bool HasStamp(ReadOnlySpan<char> line) =>
        line.IndexOf(',') is var comma && comma is 1 or 2 && line[..comma] is "d" or "b" or "t" or "tq" or "rb" or "rs"
        && line.Length > comma + 4 && line.Slice(comma + 1, 4).TrimStart('"').IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool IsOriginal(string original, string recipient) =>
        recipient.Contains('@', StringComparison.Ordinal) && (original.StartsWith("rfc822;", StringComparison.OrdinalIgnoreCase) || original.Equals(recipient, StringComparison.OrdinalIgnoreCase));

    private static string Cell(List<string> cells, int index) => index < cells.Count ? cells[index] : "";

    private static DsnAction? ActionOf(string cell) => cell switch
    {
        "failed" => DsnAction.Failed,
        "delayed" => DsnAction.Delayed,
        "relayed" => DsnAction.Relayed,
        "delivered" => DsnAction.Delivered,
        "expanded" => DsnAction.Expanded,
        _ => null,
    };
}
