using BounceParser.Evidence;

namespace BounceParser.Dialects;

/// <summary>Reads what many programs write alike, so that a bounce of one that nobody has met is still understood.</summary>
/// <remarks>
/// A text counts when one of its sentences says that a mail was not delivered, or when it is a bare reply. Recipients are
/// addresses that stand where recipients stand: alone on a line, before a colon, after a label, after RCPT TO, or in the
/// sentence that tells of the failure; each gets the words nearest after it.
/// </remarks>
internal static class SharedReader
{
    private const int LongestComment = 2_000;
    private const int LongestOpening = 200;

    /// <summary>Null for a text that says nothing of a delivery.</summary>
    public static BounceEvidence? Read(BounceText text)
    {
        var report = OriginalSeparator.Report(text.Text, out var originalStart);
        var whole = report.Join(0, report.Count);
        if (whole.Length == 0) return null;
        var folded = MarkerIndex.Fold(whole);
        var bare = StartsWithReply(whole);
        var delayed = FailureWords.SaysDelay(folded);
        if (!bare && !delayed && !FailureWords.SaysFailure(folded)) return null;
        var recipients = new SharedRecipients(report, text).Find(bare && text.Header is null);
        var comment = whole.Length > LongestComment ? whole[..LongestComment] : whole;
        if (recipients.Count == 0) recipients = [Unnamed(text, whole, comment)];
        DsnAction? action = delayed ? DsnAction.Delayed : bare ? null : DsnAction.Failed;
        return new BounceEvidence
        {
            OriginalStart = originalStart,
            Recipients = [.. recipients.Select(recipient => recipient with { Action = action, Comment = recipient.DiagnosticText.Length == 0 ? comment : recipient.Comment })],
        };
    }

    /// <summary>True when the very first sentences say that a mail was not delivered: a person's mail begins otherwise.</summary>
    public static bool OpensWithFailure(string text)
    {
        var start = text.AsSpan().TrimStart();
        return FailureWords.SaysFailure(start[..Math.Min(start.Length, LongestOpening)]);
    }

    /// <summary>True when the text starts with an SMTP reply of class 4 or 5, or with an enhanced code.</summary>
    public static bool StartsWithReply(ReadOnlySpan<char> words)
    {
        words = words.TrimStart(" \t<>[(\"'#");
        if (words.Length < 3 || words[0] is not ('4' or '5' or '2')) return false;
        if (words[1] == '.') return words.Length > 4 && char.IsAsciiDigit(words[2]) && words[2..Math.Min(words.Length, 6)].Contains('.');
        return words[1] is >= '0' and <= '5' && char.IsAsciiDigit(words[2]) && (words.Length == 3 || words[3] is ' ' or '-' or '\n' or '#' or ':' or '.');
    }

    // A pasted fragment is all words of the server; a mail has other sentences around them.
    private static RecipientEvidence Unnamed(BounceText text, string whole, string comment) =>
        text.Header is null ? new RecipientEvidence { DiagnosticText = whole } : new RecipientEvidence { DiagnosticText = ReplyParagraph(whole) ?? "", Comment = comment };

    private static string? ReplyParagraph(string whole)
    {
        foreach (var line in whole.AsSpan().EnumerateLines())
            if (StartsWithReply(line.TrimStart("<> \t"))) return line.Trim().ToString();
        return null;
    }
}
