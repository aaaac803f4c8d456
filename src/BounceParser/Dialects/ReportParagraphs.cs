using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>The paragraphs of a report, and how much each says of why: words are made of those alone that say something.</summary>
internal sealed class ReportParagraphs(TextLines report, ReportSentences sentences)
{
    /// <summary>How many paragraphs one that ends with a colon may announce.</summary>
    public const int MostAnnounced = 2;

    /// <summary>The longest words around a refusal, about.</summary>
    public const int LongestComment = 4_000;

    private const int LongestParagraph = 16_000;

    private const int Unknown = RefusalWords.Most + 1;

    // The weight of a labelled reason.
    private const int Labelled = 2;

    // What is quoted is not of the sentences, and words with units that are not seen are not found in them.
    private readonly bool _isWhole = !sentences.HasQuotes && !sentences.Folded.Contains(FoldedText.Silent);

    /// <summary>The paragraph of the greatest weight between two lines, the first of several; without text when none weighs so much.</summary>
    public WeighedParagraph Best(int first, int end, int least)
    {
        var best = new WeighedParagraph("", 0);
        for (var line = report.SkipBlank(first); line < end && least <= RefusalWords.Most; line = report.SkipBlank(line))
        {
            if (Weighed(ref line, end, least) is not { Weight: > 0 } said) continue;
            best = said;
            least = said.Weight + 1;
        }

        return best;
    }

    /// <summary>Words with what else the report says between two lines: a labelled reason beside a reply, a code beside a reason.</summary>
    public string Around(string own, string found, int first, int end, int least)
    {
        var around = own;
        for (var line = report.SkipBlank(first); line < end && around.Length < LongestComment; line = report.SkipBlank(line))
            if (Weighed(ref line, end, least) is { Weight: > 0, Text: var words } && words != found) around += around.Length == 0 ? words : "\n" + words;
        return around;
    }

    // The paragraph that starts in the line, with those that it announces; nothing when it weighs less.
    private WeighedParagraph Weighed(ref int line, int end, int least)
    {
        var first = line;
        line = Math.Min(report.ParagraphEnd(line), end);
        if (IsSignature(first) || IsHeading(first, line)) return default;
        if (HasSubject(first, line)) return least <= Labelled ? OfSummary(first, line) : default;
        for (var times = 0; times < MostAnnounced && Announcement.Is(report.Trimmed(line - 1)) && report.SkipBlank(line) is var next && next < end; times++)
            line = Math.Min(report.ParagraphEnd(next), end);
        var told = _isWhole ? Told(first, line) : Unknown;
        if (told < least && !report.Between(first, line).ContainsAny('4', '5')) return default;
        var words = Text(first, line);
        var weight = told == Unknown ? RefusalWords.Weight(words) : Math.Max(told, RefusalWords.CodeWeight(words));
        return weight < least ? default : new WeighedParagraph(words, weight);
    }

    private int Told(int first, int after)
    {
        var (start, end) = (sentences.StartOf(first), sentences.StartOf(after));
        return sentences.Says(Idea.Why, start, end) ? Labelled : sentences.Says(Idea.Refused, start, end) ? 1 : 0;
    }

    // A summary of the returned message holds a subject, whose words mean nothing.
    private bool HasSubject(int first, int after)
    {
        for (var line = first; line < after; line++)
            if (IsSubject(line)) return true;
        return false;
    }

    private bool IsSubject(int line) => report.Trimmed(line) is ['S' or 's', ..] words && words.StartsWith("Subject:", StringComparison.OrdinalIgnoreCase);

    // Beside the fields of the returned message one may say why: "Reason: user not found".
    private WeighedParagraph OfSummary(int first, int after)
    {
        for (var line = first; line < after; line++)
            if (report.HasColon(line) && !IsSubject(line) && sentences.Says(Idea.Why, sentences.StartOf(line), sentences.StartOf(line + 1))) return new WeighedParagraph(report.Trimmed(line).ToString(), Labelled);
        return default;
    }

    // "-- " and below it who writes: a scanner for viruses says that it is one.
    private bool IsSignature(int first) => report.Trimmed(first) is ['-', '-'];

    // "----- Technical details -----": what stands below it says why, be it said of several.
    private bool IsHeading(int first, int after) => after - first == 1 && report.Trimmed(first) is ['-', '-', .., '-', '-'];

    private string Text(int first, int after)
    {
        var end = Math.Min(report.ParagraphEnd(first), after);
        var words = report.Join(first, end, LongestParagraph);
        while (report.SkipBlank(end) is var next && next < after)
        {
            end = Math.Min(report.ParagraphEnd(next), after);
            words += "\n" + report.Join(next, end, LongestParagraph);
        }

        return words;
    }
}

/// <summary>What a paragraph says, and its weight: see <see cref="RefusalWords.Weight"/>.</summary>
internal readonly record struct WeighedParagraph(string Text, int Weight);
