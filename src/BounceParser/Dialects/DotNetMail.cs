using BounceParser.Evidence;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>The exceptions of System.Net.Mail: one for each recipient that was refused, nested in the one of the send.</summary>
internal sealed class DotNetMail : Dialect
{
    private const int MostRefused = 1_000;
    private const string Answer = "The server response was: ";
    private const string Failed = "FailedRecipient";

    // What stands behind the answer of a server.
    private static readonly string[] Ends = ["\n", "(Inner Exception #", "--->", "<---", "System.Net.Mail.Smtp", Failed];

    public override string Name => "system.net.mail";

    public override IReadOnlyList<string> Markers { get; } = ["net.mail.smtpfailedrecipient", "net.mail.smtpexception"];

    public override BounceEvidence? Read(BounceText text)
    {
        var words = text.Words;
        var recipients = new List<RecipientEvidence>();
        for (var at = words.IndexOf(Answer, StringComparison.Ordinal); at >= 0 && recipients.Count < MostRefused; at = words.IndexOf(Answer, at, StringComparison.Ordinal))
        {
            var line = words.LastIndexOf('\n', at) + 1;
            at += Answer.Length;
            var said = words.AsSpan(at);
            foreach (var end in Ends)
                if (said.IndexOf(end) is >= 0 and var stop) said = said[..stop];
            // Before its answer, or in the line below it.
            var named = AddressIn(words.AsSpan(line, at - line)) ?? AddressIn(NextLine(words.AsSpan(at)));
            Add(recipients, new RecipientEvidence { FinalRecipient = named, DiagnosticText = said.Trim().ToString(), Stage = SmtpStage.RcptTo });
        }

        return recipients.Count == 0 ? null : new BounceEvidence { Dialect = Name, OriginalStart = text.OriginalStart, Recipients = recipients };
    }

    // The exception of the send repeats that of the first recipient, and an inner one is listed with its name.
    private static void Add(List<RecipientEvidence> recipients, RecipientEvidence recipient)
    {
        if (recipient.DiagnosticText.Length == 0) return;
        var same = recipients.FindIndex(one => one.DiagnosticText == recipient.DiagnosticText && (one.FinalRecipient is null || recipient.FinalRecipient is null || one.FinalRecipient == recipient.FinalRecipient));
        if (same < 0) recipients.Add(recipient);
        else if (recipients[same].FinalRecipient is null) recipients[same] = recipient;
    }

    private static string? AddressIn(ReadOnlySpan<char> words) => words.IndexOf(Failed) is >= 0 and var at ? AddressLine.First(words[at..]) : null;

    private static ReadOnlySpan<char> NextLine(ReadOnlySpan<char> words)
    {
        var feed = words.IndexOf('\n');
        if (feed < 0) return [];
        var next = words[(feed + 1)..];
        return next.StartsWith(Failed) ? next.IndexOf('\n') is >= 0 and var end ? next[..end] : next : [];
    }
}
