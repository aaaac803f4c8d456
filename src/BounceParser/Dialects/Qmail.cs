using BounceParser.Evidence;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>qmail and what descends from it: the QSBMF format, one paragraph a recipient under <c>&lt;address&gt;:</c>.</summary>
internal sealed class Qmail : Dialect
{
    private static readonly WordSearch Delayed = new("only a warning", "warning message", "still trying", "keep trying", "not yet been delivered", "has been delayed");
    private static readonly WordSearch Failed = new("i've given up", "wasn't able to deliver", "the bounce bounced", "i'm not going to try again", "hi. this is the");

    public override string Name => "qmail";

    public override IReadOnlyList<string> Markers { get; } =
    [
        "hi. this is the qmail-send program", "hi. this is the", "i'm afraid i wasn't able to deliver your message to the following addresses",
        "this is a permanent error; i've given up. sorry it didn't work out", "below this line is a copy of the message", "below this line is the original bounce",
        "but the bounce bounced", "does not like recipient.", "remote host said:", "giving up on ", "but sender was rejected", "but greeting failed",
        "but my name was rejected", "but connection died", "failed on data command", "failed after i sent the message", "i wasn't able to establish an smtp connection",
        "i'm not going to try again; this message has been in the queue too long", "i couldn't find any host named", "i couldn't find any host by that name",
        "i couldn't find a mail exchanger or ip address", "cname lookup failed temporarily", "i'm listed as a best-preference mx", "isn't in my control/locals file",
        "messages with partial final lines", "sorry, no mailbox here by that name", "tls not available: connect failed", "isn't allowed to be relayed thru this mta",
        "in my badmailfrom list",
    ];

    public override BounceEvidence? Read(BounceText text)
    {
        var report = text.Report;
        var folded = text.Folded;
        var action = ActionOf(folded);
        var recipients = Paragraphs(report, action);
        if (recipients.Count == 0 && Fragment.Inline(text.Words) is var (address, said)) recipients.Add(QmailParagraph.Read(address, said, action));
        if (recipients.Count == 0 && Fragment.Whole(text, report) is [_]) recipients.Add(QmailParagraph.Read(null, text.Words, action));
        return new BounceEvidence
        {
            Dialect = Name,
            ReportingMta = text.HostAfter("program at "),
            IsDoubleBounce = Fragment.Holds(folded, "but the bounce bounced"),
            OriginalStart = text.OriginalStart,
            Recipients = recipients,
        };
    }

    private static DsnAction? ActionOf(ReadOnlySpan<char> folded) =>
        Delayed.IsIn(folded) ? DsnAction.Delayed
        : Failed.IsIn(folded) ? DsnAction.Failed : null;

    private static List<RecipientEvidence> Paragraphs(TextLines report, DsnAction? action)
    {
        var recipients = new List<RecipientEvidence>();
        for (var line = 0; line < report.Count;)
        {
            if (AddressOf(report.Trimmed(line)) is not { } address)
            {
                line++;
                continue;
            }

            // qmail leaves no blank line after the address; programs that imitate it do.
            var first = report.SkipBlank(line + 1);
            var after = first;
            while (after < report.Count && !report.IsBlank(after) && AddressOf(report.Trimmed(after)) is null) after++;
            recipients.Add(QmailParagraph.Read(address, report.Join(first, after), action ?? DsnAction.Failed));
            line = Math.Max(after, line + 1);
        }

        return recipients;
    }

    // "<address>:" alone; the address is raw, so the last ">:" ends it. Who pastes it may lose the brackets.
    private static string? AddressOf(ReadOnlySpan<char> line)
    {
        if (line is not [.., ':']) return null;
        if (line is not ['<', .., '>', ':']) return line.Contains('@') ? AddressLine.Alone(line[..^1]) : null;
        var address = line.Length < 5 ? "" : AddressLine.Bare(line[..^1]);
        return address.Length == 0 ? null : address;
    }
}
