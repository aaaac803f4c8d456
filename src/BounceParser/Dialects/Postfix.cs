using System.Buffers;
using BounceParser.Evidence;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>Postfix: <c>&lt;address&gt; (expanded from &lt;alias&gt;): host x[ip] said: ... (in reply to RCPT TO command)</c>, wrapped and indented.</summary>
internal sealed class Postfix : Dialect
{
    private static readonly SearchValues<string> Expiries = SearchValues.Create(["message expired", "maximal queue"], StringComparison.OrdinalIgnoreCase);

    private static readonly WordSearch Delayed = new("you do not need to resend your message", "it will be retried until");
    private static readonly WordSearch Delivered = new("successfully delivered to the destination", "mail delivery report that you requested");

    public override string Name => "postfix";

    public override IReadOnlyList<string> Markers { get; } =
    [
        "this is the mail system at host", "this is the postfix program at host", "i'm sorry to have to inform you that your message could not",
        "i'm sorry to have to inform you that the message returned below could not", "be delivered to one or more recipients. it's attached below",
        "for further assistance, please send mail to postmaster", "for further assistance, please send mail to <postmaster>",
        "you can delete your own text from the attached returned message", "you can delete your own text from the message returned below", "the mail system <",
        "the postfix program <", "# this is a warning only. you do not need to resend your message. #", "it will be retried until it is", "enclosed is the mail delivery report that you requested",
        "your message was successfully delivered to the destination(s) listed below", "(in reply to", "in reply to rcpt to command", "in reply to mail from command",
        "in reply to end of data command", "in reply to data command", "in reply to helo command", "in reply to ehlo command", "host or domain name not found. name service error",
        "name service error for", "user unknown in local recipient table", "user unknown in virtual mailbox table", "user unknown in virtual alias table", "refused to talk to me:",
        "delivery temporarily suspended:", "unknown user: \"", "loops back to myself", "lost connection with", "while performing the ehlo handshake", "while receiving the initial server greeting",
        "(expanded from <", "transcript of session follows. out:", "esmtp postfix",
    ];

    public override BounceEvidence? Read(BounceText text)
    {
        var report = text.Report;
        var folded = text.Folded;
        var recipients = Recipients(report, ActionOf(folded));
        if (recipients.Count == 0 && Fragment.Inline(text.Words) is var (address, said)) recipients.Add(new RecipientEvidence { FinalRecipient = address, Action = ActionOf(folded), DiagnosticText = said });
        return new BounceEvidence
        {
            Dialect = Name,
            ReportingMta = text.HostAfter("mail system at host ") ?? text.HostAfter("program at host "),
            // What the sender gets goes to the postmaster too where a site wants that; so does what bounced twice.
            IsDoubleBounce = text.HeaderOf("Subject")?.TrimStart().StartsWith("Postmaster ", StringComparison.OrdinalIgnoreCase) == true,
            OriginalStart = text.OriginalStart,
            Recipients = recipients.Count > 0 ? recipients : Fragment.Whole(text, report),
        };
    }

    private static DsnAction? ActionOf(ReadOnlySpan<char> folded) =>
        Delayed.IsIn(folded) ? DsnAction.Delayed
        : Delivered.IsIn(folded) ? DsnAction.Delivered
        : Fragment.Holds(folded, "could not be delivered") ? DsnAction.Failed : null;

    private static List<RecipientEvidence> Recipients(TextLines report, DsnAction? action)
    {
        var recipients = new List<RecipientEvidence>();
        for (var line = 0; line < report.Count; line++)
        {
            if (!IsStart(report, line)) continue;
            var after = line + 1;
            while (after < report.Count && !report.IsBlank(after) && !IsStart(report, after)) after++;
            if (Paragraph(report.Join(line, after), action) is { } recipient) recipients.Add(recipient);
            line = after - 1;
        }

        return recipients;
    }

    // A continuation is indented and may itself begin with an address; after a blank line nothing continues. Web pages lose the brackets.
    private static bool IsStart(TextLines report, int line) =>
        report[line] is ['<', ..] || (report.IsBlank(line - 1) && (report.Trimmed(line) is ['<', ..] || (report.HasSign(line) && IsUnbracketed(report.Trimmed(line)))));

    private static bool IsUnbracketed(ReadOnlySpan<char> words) => AddressLine.Leading(words, out var rest) is not null && rest.StartsWith(": host ");

    private static RecipientEvidence? Paragraph(string words, DsnAction? action)
    {
        if (AddressLine.Leading(words, out var rest) is not { } address) return null;
        string? alias = null;
        rest = rest.TrimStart();
        if (rest.StartsWith("(expanded", StringComparison.OrdinalIgnoreCase))
        {
            alias = AddressLine.Leading(rest[(rest.IndexOf('<') is var open and >= 0 ? open : 0)..], out var behind);
            rest = behind.TrimStart(") \n");
        }

        if (rest is not [':', ..]) return null;
        // Its line ends are its own: even "(in reply to" is wrapped.
        var said = rest[1..].Trim().ToString().Replace('\n', ' ');
        return new RecipientEvidence
        {
            FinalRecipient = address,
            Alias = alias,
            Action = said.StartsWith("alias expanded", StringComparison.OrdinalIgnoreCase) ? DsnAction.Expanded : action,
            DiagnosticText = said,
            Expired = said.AsSpan().ContainsAny(Expiries),
        };
    }
}
