using BounceParser.Evidence;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>Sendmail, from version 5 on: sections between dashes, one that lists the addresses and one that is the transcript of the session.</summary>
internal sealed class Sendmail : Dialect
{
    private static readonly WordSearch Expired = new(
        "message could not be delivered for", "mail could not be delivered for", "cannot send message within", "cannot send message for", "message will be deleted from queue", "message timed out");

    private static readonly WordSearch Delayed = new("warning message only", "do not need to resend your message", "still undelivered", "will keep trying");

    public override string Name => "sendmail";

    public override IReadOnlyList<string> Markers { get; } =
    [
        "the following addresses had permanent fatal errors", "the following addresses had permanent delivery errors", "the following addresses had transient non-fatal errors",
        "the following addresses had delivery problems", "the following addresses have delivery notifications", "the following addresses had successful delivery notifications",
        "transcript of session follows", "the original message was received at", "... while talking to ", "while talking to ", ">>> rcpt to:", ">>> mail from:", ">>> data <<<", "<<< 5", "<<< 4",
        "(reason: 5", "(reason: 4", "this is a warning message only", "warning: message still undelivered after", "will keep trying until message is", "message could not be delivered for",
        "message will be deleted from queue", "mail could not be delivered for", "unsent message follows", ">... user unknown", "... deferred:", "cannot send message within", "cannot send message for",
        "(expanded from: <", "(unrecoverable error)", "(transient failure)", "recipients of this message:",
    ];

    public override BounceEvidence? Read(BounceText text)
    {
        var report = text.Report;
        var transcript = SendmailTranscript.Read(report);
        var listed = SendmailList.Read(report);
        // Lines that look like its own stand in the words of many servers.
        if (text.Mail is not null && listed.Count == 0 && !transcript.IsFound) return null;
        var folded = text.Folded;
        var expired = Expired.IsIn(folded);
        var delayed = Delayed.IsIn(folded);
        var recipients = listed.Count == 0 ? transcript.Recipients() : transcript.IsFound ? listed.ConvertAll(recipient => transcript.Complete(recipient, listed.Count == 1)) : listed;
        if (recipients.Count == 0 && text.Mail is null && SendmailList.Notes(report) is { } noted) recipients.Add(noted);
        var given = delayed ? DsnAction.Delayed : text.Mail is not null || expired ? DsnAction.Failed : (DsnAction?)null;
        recipients = recipients.ConvertAll(recipient => recipient with { Action = recipient.Action ?? given ?? ActionOf(recipient), DiagnosticText = recipient.DiagnosticText.Length > 0 ? recipient.DiagnosticText : recipient.Comment, Expired = expired });
        return new BounceEvidence
        {
            Dialect = Name,
            OriginalStart = text.OriginalStart,
            Recipients = recipients.Count > 0 ? recipients : Fragment.Whole(text, report),
        };
    }

    // Of a fragment only the lines about one address remain.
    private static DsnAction? ActionOf(RecipientEvidence recipient) =>
        recipient.FinalRecipient is not null && recipient.DiagnosticText.StartsWith('5') && !Fragment.Says(recipient.Comment, "... Deferred") ? DsnAction.Failed : null;
}
