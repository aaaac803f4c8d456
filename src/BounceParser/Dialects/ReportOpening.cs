using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>Tells a report from a person's mail that holds one, by how it begins.</summary>
internal static class ReportOpening
{
    private const int LongestOpening = 400;
    private const int LongestGreeting = 30;

    /// <summary>True when the first paragraph behind a greeting is a known program's, says that a mail was not delivered, or says why above the mail that came back: a person's begins otherwise.</summary>
    public static bool IsReport(BounceText text)
    {
        var lines = new TextLines(text.Text);
        var first = lines.SkipBlank(0);
        if (IsGreeting(lines.Trimmed(first)) && !IsAddress(lines, lines.SkipBlank(first + 1)) && !Says(lines.Trimmed(first).ToString()) && lines.IsBlank(first + 1)) first = lines.SkipBlank(first + 1);
        var after = lines.ParagraphEnd(first);
        if (after == first + 1 && IsTitle(lines.Trimmed(first)))
        {
            var next = lines.SkipBlank(after);
            after = lines.ParagraphEnd(next);
            // "A message you sent to", an address, "was not delivered": one sentence.
            if (IsAddress(lines, next)) after = lines.ParagraphEnd(lines.SkipBlank(after));
        }

        var opening = lines.Join(first, after);
        if (opening.Length > LongestOpening) opening = opening[..LongestOpening];
        using var alone = new BounceText { Text = opening, Mail = text.Mail };
        return Says(opening) || (RefusalWords.Weight(opening) > 0 && OriginalSeparator.Find(lines) is not null) || DialectRegistry.Recognise(alone) is not null;
    }

    /// <summary>True when a sentence of the text states that a mail was not delivered or is late, or, in whatever language, when it shows a refusal on a line of its own, the session of one, or a program that we know.</summary>
    public static bool Tells(BounceText text)
    {
        var sentences = text.QuotingSentences;
        return sentences.TellsOfDelivery || (sentences.HasCode && (Fragment.Holds(sentences.Folded, "rcpt to:") || ShowsRefusal(text) || DialectRegistry.Recognise(text) is not null));
    }

    /// <summary>True when a sentence says of the very message that it was not delivered or is late, or a refusal is quoted.</summary>
    public static bool TellsOfMessage(BounceText text) => text.QuotingSentences.TellsOfOwnMessage() || text.QuotingSentences.HasCode;

    // "550 5.1.1 ..." on a line of its own: who is away writes none, and who warns of one has a return path.
    private static bool ShowsRefusal(BounceText text)
    {
        if (!text.HasNullReturnPath) return false;
        for (var line = 0; line < text.Report.Count; line++)
            if (RefusalWords.IsReply(text.Report.Trimmed(line)) && RefusalWords.HasCode(text.Report.Trimmed(line))) return true;
        return false;
    }

    private static bool Says(string opening)
    {
        using var text = new RunningText(new TextLines(opening), quotes: false);
        var sentences = new ReportSentences(text);
        return sentences.IsFailure && sentences.TellsOfDelivery;
    }

    // A paragraph that is an address and no more.
    private static bool IsAddress(TextLines lines, int line) => lines.HasSign(line) && lines.IsBlank(line + 1) && AddressLine.Alone(lines.Trimmed(line)) is not null;

    // A title stands alone; a person introduces with a colon, a question or several sentences.
    private static bool IsTitle(ReadOnlySpan<char> line) => !line.EndsWith(":") && !line.EndsWith("?") && !line.Contains(". ", StringComparison.Ordinal);

    // "Hello," but not "Hi Anna, I got this:"
    private static bool IsGreeting(ReadOnlySpan<char> line) => line.Length is > 0 and < LongestGreeting && !line.EndsWith(":");
}
