using BounceParser.Classification;
using BounceParser.Evidence;
using BounceParser.Smtp;

namespace BounceParser.Diagnosing;

/// <summary>Gathers what is known of one refusal out of what was said of its recipient.</summary>
internal static class RefusalReader
{
    /// <param name="recipient">What was said.</param>
    /// <param name="parts">The words of the server, apart from those around them.</param>
    /// <param name="comment">What the reporting program says.</param>
    /// <param name="dialect">The dialect of the report.</param>
    /// <param name="inMail">True when it comes from a mail.</param>
    /// <param name="shared">What was read for the recipients before.</param>
    public static Refusal Read(RecipientEvidence recipient, in DiagnosticParts parts, string comment, string? dialect, bool inMail, ref SharedWords shared)
    {
        // A program that only speaks for itself (qmail's own "no mailbox here by that name") is the server that refused.
        var words = parts.Words.Length > 0 ? parts.Words : Folded(comment);
        var reply = shared.Reply(words);
        var status = Status(recipient, reply, words);
        var expired = recipient.Expired || parts.Expired;
        var stage = recipient.Stage != SmtpStage.Unknown ? recipient.Stage : parts.Stage;
        var remoteMta = recipient.RemoteMta ?? parts.RemoteMta;
        // Postfix names the step in its text alone, and the host of a lost connection too: what the merge left as a comment.
        if (recipient.Comment.Length > 0 && (stage == SmtpStage.Unknown || remoteMta is null))
        {
            var aside = DiagnosticParts.Notes(recipient.Comment);
            if (stage == SmtpStage.Unknown) stage = aside.Stage;
            remoteMta ??= aside.Host;
        }

        return new Refusal
        {
            Text = words,
            Comment = parts.Words.Length > 0 ? comment : "",
            Reply = reply,
            Status = status,
            Stage = stage,
            Dialect = dialect,
            Action = recipient.Action ?? Action(reply, status, expired, inMail),
            Expired = expired,
            RemoteHost = remoteMta,
            Recipient = recipient.FinalRecipient ?? recipient.OriginalRecipient,
            EventName = recipient.EventName,
        };
    }

    // The code in the decisive reply when it says more than its class: Exim, Courier and OpenSMTPD always report 5.0.0.
    private static EnhancedStatusCode? Status(RecipientEvidence recipient, SmtpReply? reply, string words)
    {
        var said = reply?.Status ?? ReplyReader.FindStatus(words);
        // "Magento 2.4.1": no server calls a success by an enhanced code somewhere in its words.
        if (reply is null && said is { Class: 2 } success && !words.StartsWith(success.ToString(), StringComparison.Ordinal)) said = null;
        if (said is { IsGeneric: false }) return said;
        if (recipient.Status is { IsGeneric: false }) return recipient.Status;
        // "Status: 2.0.0" of a recipient whom a 550 refused says nothing.
        return said ?? (recipient.Status?.Class == 2 && reply?.Class > 2 ? null : recipient.Status);
    }

    private static DsnAction Action(SmtpReply? reply, EnhancedStatusCode? status, bool expired, bool inMail) => (reply?.Class ?? status?.Class) switch
    {
        2 => DsnAction.Delivered,
        4 when !expired && !inMail => DsnAction.Delayed,
        _ => DsnAction.Failed,
    };

    private static string Folded(string text) => text.Length == 0 ? text : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
