using BounceParser.Evidence;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>OpenSMTPD: one line a recipient, <c>address: what happened</c>.</summary>
internal sealed class OpenSmtpd : Dialect
{
    private static readonly WordSearch Delayed = new("temporary failure report", "a message is delayed", "do not need to re-send");

    public override string Name => "opensmtpd";

    public override IReadOnlyList<string> Markers { get; } =
    [
        "this is the mailer-daemon, please do not reply to this e-mail", "this is the mailer-daemon, please do not reply to this email",
        "an error has occurred while attempting to deliver a message for the following list of recipients", "for the following list of recipients:",
        "please note that this is only a temporary failure report", "the message is kept in the queue for up to", "to re-send the message to these recipients",
        "network error on destination mxs", "no mx found for destination", "no mx found for domain", "envelope expired", "your message was successfully delivered to these recipients", "loop detected",
    ];

    public override BounceEvidence? Read(BounceText text)
    {
        var report = text.Report;
        var recipients = Recipients(report, ActionOf(text.Folded));
        return new BounceEvidence { Dialect = Name, OriginalStart = text.OriginalStart, Recipients = recipients.Count > 0 ? recipients : Fragment.Whole(text, report) };
    }

    private static DsnAction? ActionOf(ReadOnlySpan<char> folded) =>
        Delayed.IsIn(folded) ? DsnAction.Delayed
        : Fragment.Holds(folded, "successfully delivered") ? DsnAction.Delivered
        : Fragment.Holds(folded, "an error has occurred") ? DsnAction.Failed : null;

    private static List<RecipientEvidence> Recipients(TextLines report, DsnAction? action)
    {
        var recipients = new List<RecipientEvidence>();
        for (var line = 0; line < report.Count; line++)
        {
            if (AddressOf(report.Trimmed(line), out var said) is not { } address) continue;
            var after = line + 1;
            while (after < report.Count && !report.IsBlank(after) && AddressOf(report.Trimmed(after), out _) is null) after++;
            var words = (said.ToString() + "\n" + report.Join(line + 1, after)).Trim();
            recipients.Add(new RecipientEvidence
            {
                FinalRecipient = address,
                Action = action,
                DiagnosticText = words,
                Expired = Caseless.Contains(words, "Envelope expired"),
            });
            line = after - 1;
        }

        return recipients;
    }

    private static string? AddressOf(ReadOnlySpan<char> line, out ReadOnlySpan<char> said)
    {
        said = [];
        if (AddressLine.Leading(line, out var rest) is not { } address) return null;
        // A success names the address and nothing else.
        if (rest.TrimStart() is not [':', ..] && !rest.IsWhiteSpace()) return null;
        said = rest.TrimStart().TrimStart(':').Trim();
        return address;
    }
}
