using BounceParser.Evidence;
using BounceParser.Mime;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>Exim: the address indented by two, what happened to it indented by four.</summary>
internal sealed class Exim : Dialect
{
    private static readonly WordSearch Delayed = new("not yet been delivered", "has not been delivered yet", "delivery attempts will continue", "address(es) deferred:");
    private static readonly WordSearch Failed = new("could not be delivered", "incorrectly constructed", "failed:", "permanent error");

    public override string Name => "exim";

    public override IReadOnlyList<string> Markers { get; } =
    [
        "this message was created automatically by mail delivery software", "a message that you sent could not be delivered to one or more of its recipients",
        "a message that you sent could not be delivered to all of its recipients", "could not be delivered to one or more of its recipients. the following",
        "a message that you sent has not yet been delivered", "the following address(es) failed:", "the following address(es) have not yet been delivered",
        "which the message has not yet been delivered", "this is a permanent error. the following address", "smtp error from remote mail server after", "smtp error from remote mailer after",
        "smtp error from remote mail server in response to", "after rcpt to:<", "after mail from:<", "after end of data:", "after pipelined", "after initial connection:",
        "all hosts have been failing for a long time", "retry timeout exceeded", "retry time not reached for any host", "all relevant mx records point to non-existent hosts",
        "unrouteable address", "unrouteable mail domain", "an mx or srv record indicated no smtp service", "lowest numbered mx record points to local host",
        "all host address lookups failed permanently", "host lookup did not complete", "(ultimately generated from", "(generated from", "delivery attempts will continue to be made for some time",
        "no action is required on your part. delivery attempts will continue", "this is a copy of the message, including all the headers",
        "this is a copy of your message, including all the headers", "this is a copy of the headers that were received before the error", "the message identifier is:", "remote host closed connection in response to", "unknown local-part",
        "recipient addresses that were incorrectly constructed", "message was rejected by the local scanning code", "mailbox is full (mta-imposed quota exceeded while writing to file",
    ];

    public override BounceEvidence? Read(BounceText text)
    {
        var report = text.Report;
        var folded = text.Folded;
        var action = ActionOf(folded);
        var recipients = EximRecipients.Read(report, action);
        if (recipients.Count == 0) recipients = Named(text, report, action);
        return new BounceEvidence
        {
            Dialect = Name,
            ReportingMta = text.HostAfter("on the queue on "),
            OriginalStart = text.OriginalStart,
            Recipients = recipients.Count > 0 ? recipients : Fragment.Whole(text, report),
        };
    }

    private static DsnAction? ActionOf(ReadOnlySpan<char> folded) =>
        Delayed.IsIn(folded) ? DsnAction.Delayed
        : Fragment.Holds(folded, "successful delivery notifications") ? DsnAction.Delivered
        : Failed.IsIn(folded) ? DsnAction.Failed : null;

    // Texts that a site has rewritten still name the recipients in the headers: fifty in each.
    private static List<RecipientEvidence> Named(BounceText text, TextLines report, DsnAction? action)
    {
        var named = text.Mail is null ? [] : AddressHeader.Read(text.Mail.Headers("x-failed-recipients"));
        // Where the text lists them all, each has words of its own.
        if (named.Count > 1 && text.Shared?.Recipients is { } told && told.Select(one => one.FinalRecipient).ToHashSet(StringComparer.OrdinalIgnoreCase).IsSupersetOf(named)) return [.. told];
        var words = named.Count == 1 ? report.Join(0, report.Count) : "";
        return named.ConvertAll(address => new RecipientEvidence { FinalRecipient = address, Source = RecipientSource.FailedRecipientsHeader, Action = action ?? DsnAction.Failed, DiagnosticText = words });
    }
}
