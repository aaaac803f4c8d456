using System.Buffers;
using System.Text;
using BounceParser.Evidence;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>Reads the sections of a sendmail report that list addresses, each with notes in brackets below it.</summary>
internal static class SendmailList
{
    private static readonly (string Words, DsnAction? Action)[] Sections =
    [
        ("permanent fatal errors", DsnAction.Failed), ("permanent delivery errors", DsnAction.Failed), ("transient non-fatal errors", DsnAction.Delayed), ("fatal errors", DsnAction.Failed),
        ("delivery problems", null), ("unrecoverable", DsnAction.Failed), ("successful delivery notifications", DsnAction.Delivered), ("delivery notifications", null),
        ("recipients of this message", null), ("recipients of this delivery", null),
    ];

    private static readonly SearchValues<char> NamesHold = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    public static List<RecipientEvidence> Read(TextLines report)
    {
        var recipients = new List<RecipientEvidence>();
        var isList = false;
        DsnAction? action = null;
        for (var line = 0; line < report.Count;)
        {
            var words = report.Trimmed(line);
            if (IsRule(words))
            {
                isList = SectionOf(words, out action);
                line++;
            }
            else if ((isList || HasNote(report, line)) && AddressOf(words, out var rest) is { } address)
            {
                var after = line + 1;
                while (after < report.Count && report.Trimmed(after) is var next && !next.IsEmpty && !IsRule(next) && (report.IsIndented(after) || AddressOf(next, out _) is null)) after++;
                var said = rest.Trim();
                var recipient = Recipient(address, said.ToString() + "\n" + report.Join(line + 1, after), action);
                recipients.Add(said is [] or ['(', ..] ? recipient : recipient with { Comment = (said.ToString() + "\n" + recipient.Comment).Trim() });
                line = after;
            }
            else line++;
        }

        return recipients;
    }

    /// <summary>What a fragment without any address says in its notes; null when it has none.</summary>
    public static RecipientEvidence? Notes(TextLines report)
    {
        var first = report.Find("(reason:");
        return first < 0 ? null : Recipient(null, report.Join(first, report.ParagraphEnd(first)), null);
    }

    // An address whose heading was cut off.
    private static bool HasNote(TextLines report, int line) => report.Trimmed(line + 1) is ['(', ..] next && Fragment.StartsWith(next, "(reason:", "(expanded from:");

    public static bool IsRule(ReadOnlySpan<char> words) => words.StartsWith("---", StringComparison.Ordinal) || words.StartsWith("- - -", StringComparison.Ordinal) || words.StartsWith("===", StringComparison.Ordinal);

    private static bool SectionOf(ReadOnlySpan<char> words, out DsnAction? action)
    {
        foreach (var (phrase, meaning) in Sections)
        {
            if (!Caseless.Contains(words, phrase)) continue;
            action = meaning;
            return true;
        }

        action = null;
        return false;
    }

    // An address, or what an alias led to: "|/usr/bin/vacation user", /var/mail/user, a user without a domain.
    private static string? AddressOf(ReadOnlySpan<char> words, out ReadOnlySpan<char> rest)
    {
        rest = words;
        if (words.IsEmpty || words[0] is '(') return null;
        if (AddressLine.Leading(words, out rest) is { } address) return address;
        rest = words;
        if (words is ['"', ..] && words[1..].IndexOf('"') is > 0 and var close)
        {
            rest = words[(close + 2)..];
            return words[..(close + 2)].ToString();
        }

        // A program is named with its arguments.
        var end = words[0] == '|' ? words.IndexOf('(') : words.IndexOfAny(" \t");
        if (end < 0) end = words.Length;
        rest = words[end..];
        // A sentence in a language without spaces is no user, and a mark by itself is none.
        if (rest.Trim() is [] or ['(', ..] && Ascii.IsValid(words[..end]) && words[..end].ContainsAny(NamesHold)) return words[..end].TrimEnd().ToString();
        // Programs that borrow the sections write more than the address.
        rest = words;
        return AddressLine.First(words);
    }

    private static RecipientEvidence Recipient(string? address, string notes, DsnAction? action)
    {
        string? alias = null;
        var reason = "";
        var comment = new List<string>();
        foreach (var note in Split(notes))
        {
            if (note.StartsWith("reason:", StringComparison.OrdinalIgnoreCase)) reason = Reason(note);
            else if (note.StartsWith("expanded from:", StringComparison.OrdinalIgnoreCase)) alias = AddressLine.Bare(note.AsSpan("expanded from:".Length)) is { Length: > 0 } bare && !bare.Equals(address, StringComparison.OrdinalIgnoreCase) ? bare : null;
            else
            {
                // Version 8.6, of addresses with problems of both kinds.
                if (note.StartsWith("transient failure", StringComparison.OrdinalIgnoreCase)) action ??= DsnAction.Delayed;
                if (note.StartsWith("unrecoverable error", StringComparison.OrdinalIgnoreCase)) action ??= DsnAction.Failed;
                if (note.StartsWith("relayed", StringComparison.OrdinalIgnoreCase)) action = DsnAction.Relayed;
                if (note.StartsWith("successfully delivered", StringComparison.OrdinalIgnoreCase)) action = DsnAction.Delivered;
                if (note.StartsWith("expanded by", StringComparison.OrdinalIgnoreCase)) action = DsnAction.Expanded;
                if (note.Length > 0) comment.Add(note);
            }
        }

        // Biglobe and others write why without brackets; what a transcript shows comes before it.
        if (reason.Length == 0 && Unbracketed(notes) is { Length: > 0 } told) comment = [told];
        // A pipe or a file is no address: the alias is who was mailed.
        var isAddress = address is null or not ['"' or '/' or '|', ..];
        return new RecipientEvidence
        {
            FinalRecipient = isAddress ? address : alias,
            Alias = alias,
            Action = action,
            DiagnosticText = reason,
            Comment = string.Join('\n', isAddress ? comment : comment.Prepend(address!)),
            Stage = isAddress ? SmtpStage.Unknown : SmtpStage.LocalDelivery,
        };
    }

    // What stands in lines of its own below that of the address, no note.
    private static string Unbracketed(string notes)
    {
        var lines = notes.Split('\n').Skip(1).Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        return lines.TrueForAll(line => line.AsSpan().IndexOfAny("()@") < 0) ? string.Join('\n', lines) : "";
    }

    // "(reason: 255)": the exit status of a program is no reply.
    private static string Reason(string note) => note["reason:".Length..].Trim() is var reason && reason.AsSpan().ContainsAnyExceptInRange('0', '9') ? reason : "";

    // "(...)" each; a note may be wrapped and may hold brackets of its own.
    private static IEnumerable<string> Split(string notes)
    {
        var depth = 0;
        var start = 0;
        for (var i = 0; i < notes.Length; i++)
        {
            if (notes[i] == '(' && depth++ == 0) start = i + 1;
            else if (notes[i] == ')' && depth > 0 && --depth == 0) yield return notes[start..i].Trim();
        }

        if (depth > 0) yield return notes[start..].Trim();
    }
}
