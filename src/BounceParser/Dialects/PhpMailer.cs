using BounceParser.Evidence;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>PHPMailer's error about recipients: <c>The following recipients failed: a@b: no such user</c>, each further one in a line of its own, or all in one line and no word of why.</summary>
internal sealed class PhpMailer : MailLibraryError
{
    private const string Opening = "the following recipients failed:";

    public override string Name => "phpmailer";

    public override IReadOnlyList<string> Markers { get; } = ["smtp error: " + Opening];

    public override BounceEvidence? Read(BounceText text)
    {
        var words = text.Words;
        var opening = Caseless.IndexOf(words, Opening);
        return opening < 0 ? null : Told(text, Recipients(Fragment.UpTo(words.AsSpan(opening + Opening.Length), "SMTP server error:", "\n\n")));
    }

    private static List<RecipientEvidence> Recipients(ReadOnlySpan<char> list)
    {
        var recipients = new List<RecipientEvidence>();
        foreach (var raw in list.EnumerateLines())
        {
            var line = Behind(raw, out var opens).Trim(" ,");
            if (recipients.Count == MostRecipients) break;
            if (EntryAt(line, out var said) is { } address) recipients.Add(Recipient(address, said.Trim(" ,")));
            else if (recipients.Count == 0 || opens) recipients.AddRange(Bare(line));
            // An answer of several lines.
            else recipients[^1] = recipients[^1] with { DiagnosticText = $"{recipients[^1].DiagnosticText}\n{line}" };
        }

        return recipients;
    }

    // The same error once more.
    private static ReadOnlySpan<char> Behind(ReadOnlySpan<char> line, out bool opens)
    {
        var at = Caseless.IndexOf(line, Opening);
        opens = at >= 0;
        return opens ? line[(at + Opening.Length)..] : line;
    }

    // "a@b: what was said"; an address in brackets is of the server's words.
    private static string? EntryAt(ReadOnlySpan<char> line, out ReadOnlySpan<char> said)
    {
        said = default;
        if (!AddressLine.Find(line, out var start, out var end) || start > 0 || line[end..] is not [':', ' ', ..]) return null;
        said = line[(end + 2)..];
        return line[..end].ToString();
    }

    // "a@b, c@d": nobody says why.
    private static List<RecipientEvidence> Bare(ReadOnlySpan<char> line)
    {
        var recipients = new List<RecipientEvidence>();
        foreach (var part in line.Split(','))
            if (recipients.Count < MostRecipients && AddressLine.Alone(line[part]) is { } address) recipients.Add(Recipient(address, []));
        return recipients;
    }

    private static RecipientEvidence Recipient(string address, ReadOnlySpan<char> said) =>
        new() { FinalRecipient = address, Action = DsnAction.Failed, DiagnosticText = said.ToString(), Stage = SmtpStage.RcptTo };
}
