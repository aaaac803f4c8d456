using BounceParser.Evidence;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>The exceptions of System.Net.Mail: one for each recipient that was refused, nested in the one of the send.</summary>
internal sealed class DotNetMail : MailLibraryError
{
    private const string Answer = "The server response was: ";
    private const string OfRecipient = "SmtpFailedRecipient";

    // What stands behind the answer of a server.
    private static readonly string[] Ends = ["\n", "(Inner Exception #", "--->", "<---", "System.Net.Mail.Smtp", "FailedRecipient:", "FailedRecipient=", "FailedRecipient =", Answer];

    private static readonly string[] Labels = ["FailedRecipient:", "FailedRecipient=", "FailedRecipient ="];

    public override string Name => "system.net.mail";

    public override IReadOnlyList<string> Markers { get; } = ["net.mail.smtpfailedrecipient", "net.mail.smtpexception"];

    public override BounceEvidence? Read(BounceText text)
    {
        var words = text.Words;
        var stage = words.Contains(OfRecipient, StringComparison.Ordinal) ? SmtpStage.RcptTo : SmtpStage.Unknown;
        var recipients = new List<RecipientEvidence>();
        var before = 0;
        for (var at = words.IndexOf(Answer, StringComparison.Ordinal); at >= 0 && recipients.Count < MostRecipients;)
        {
            var start = at + Answer.Length;
            var next = words.IndexOf(Answer, start, StringComparison.Ordinal);
            var said = Fragment.UpTo(words.AsSpan(start..(next < 0 ? words.Length : next)), Ends);
            // In the line of its answer, or in the one below.
            var line = Math.Max(before, words.LastIndexOf('\n', at) + 1);
            var named = AddressIn(words.AsSpan(line..at)) ?? AddressIn(NextLine(words.AsSpan(start)));
            Add(recipients, new RecipientEvidence { FinalRecipient = named, DiagnosticText = said.Trim().ToString(), Stage = stage });
            (before, at) = (start + said.Length, next);
        }

        return Told(text, recipients);
    }

    // The exception of the send repeats that of the first recipient, and an inner one is listed with its name.
    private static void Add(List<RecipientEvidence> recipients, RecipientEvidence recipient)
    {
        if (recipient.DiagnosticText.Length == 0) return;
        var same = recipients.FindIndex(one => one.DiagnosticText == recipient.DiagnosticText && (one.FinalRecipient is null || recipient.FinalRecipient is null || one.FinalRecipient == recipient.FinalRecipient));
        if (same < 0) recipients.Add(recipient);
        else if (recipients[same].FinalRecipient is null) recipients[same] = recipient;
    }

    // The last label before the answer.
    private static string? AddressIn(ReadOnlySpan<char> words)
    {
        var nearest = -1;
        foreach (var label in Labels) nearest = Math.Max(nearest, words.LastIndexOf(label));
        return nearest < 0 ? null : AddressLine.First(words[nearest..]);
    }

    private static ReadOnlySpan<char> NextLine(ReadOnlySpan<char> words)
    {
        var feed = words.IndexOf('\n');
        if (feed < 0) return [];
        var next = words[(feed + 1)..];
        return !next.StartsWith("FailedRecipient") ? [] : next.IndexOf('\n') is >= 0 and var end ? next[..end] : next;
    }
}
