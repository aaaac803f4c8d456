using System.Buffers;
using BounceParser.Evidence;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>Courier: <c>&lt;address&gt;:</c>, then the host, the command after <c>&gt;&gt;&gt;</c> and the answer after <c>&lt;&lt;&lt;</c>.</summary>
internal sealed class Courier : Dialect
{
    // What stands in brackets at the end of a longer line is no address of a host.
    private const int LongestHost = 300;

    private static readonly SearchValues<string> Expiries = SearchValues.Create(["message expired", "delivery time expired"], StringComparison.OrdinalIgnoreCase);

    // A word of each phrase that tells an action: most lines hold none.
    private static readonly SearchValues<string> OfActions = SearchValues.Create(["deliver", "advisory", "gateway"], StringComparison.OrdinalIgnoreCase);

    public override string Name => "courier";

    public override IReadOnlyList<string> Markers { get; } =
    [
        "this is a delivery status notification from", "running the courier mail server", "undeliverable mail your message to the following recipients cannot be delivered",
        "your message to the following recipients cannot be delivered", "the original message was received on", "delays in delivering your message", "this is an advisory notice for the following addresses only",
        "if your message was also sent to additional recipients, their delivery status is not included in this report", ">>> (initial greeting)", "<<< <command failed>",
    ];

    public override BounceEvidence? Read(BounceText text)
    {
        var report = text.Report;
        var recipients = Recipients(report);
        return new BounceEvidence
        {
            Dialect = Name,
            ReportingMta = text.HostAfter("delivery status notification from "),
            OriginalStart = text.OriginalStart,
            Recipients = recipients.Count > 0 ? recipients : Fragment.Whole(text, report),
        };
    }

    // A line of a section's introduction; each section has its own.
    private static DsnAction? ActionOf(ReadOnlySpan<char> line) =>
        !line.ContainsAny(OfActions) ? null
        : Fragment.Says(line, "delays in delivering your message", "advisory notice only", "has not been delivered yet", "not yet been delivered") ? DsnAction.Delayed
        : Fragment.Says(line, "undeliverable mail", "recipients cannot be delivered") ? DsnAction.Failed
        : Fragment.Says(line, "intermediate mail gateway") ? DsnAction.Relayed
        : Fragment.Says(line, "successfully delivered", "have been delivered", "has been delivered", "delivery confirmation") ? DsnAction.Delivered : null;

    private static List<RecipientEvidence> Recipients(TextLines report)
    {
        var recipients = new List<RecipientEvidence>();
        DsnAction? action = DsnAction.Failed;
        for (var line = 0; line < report.Count; line++)
        {
            var start = report.Trimmed(line);
            if (start is not ['<', ..]) action = ActionOf(start) ?? action;
            if (start is not ['<', ..] || start.StartsWith("<<<", StringComparison.Ordinal)) continue;
            if (AddressLine.Leading(start, out var rest) is not { } address || rest.Trim() is not (":" or "")) continue;
            recipients.Add(Session(report, ref line, address, action));
        }

        return recipients;
    }

    private static RecipientEvidence Session(TextLines report, ref int line, string address, DsnAction? action)
    {
        var replies = new List<string>();
        var comment = new List<string>();
        string? host = null;
        var stage = SmtpStage.Unknown;
        for (; line + 1 < report.Count && !report.IsBlank(line + 1); line++)
        {
            var words = report.Trimmed(line + 1);
            if (words.StartsWith("<<<", StringComparison.Ordinal)) replies.Add(words[3..].Trim().ToString());
            else if (words.StartsWith(">>>", StringComparison.Ordinal)) stage = SessionCommand.Stage(words[3..]);
            else if (words is ['<', ..]) break;
            else if (words.Length <= LongestHost && words is [.., ']', ':'] or [.., ')', ':']) host = words[..^1].ToString();
            else comment.Add(words.ToString());
        }

        var said = string.Join('\n', replies);
        return new RecipientEvidence
        {
            FinalRecipient = address,
            Action = action,
            DiagnosticText = said.Length > 0 ? said : string.Join('\n', comment),
            Comment = said.Length > 0 ? string.Join('\n', comment) : "",
            RemoteMta = host,
            Stage = stage,
            Expired = said.AsSpan().ContainsAny(Expiries),
        };
    }
}
