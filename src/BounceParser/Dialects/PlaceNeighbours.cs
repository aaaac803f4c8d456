using BounceParser.Catalogue;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>What the lines around an address make of it.</summary>
internal static class PlaceNeighbours
{
    private const int LongestReason = 80;
    private const int LongestSentenceLine = 200;
    private const int LongestList = 50;
    private const int MostOfReason = 6;
    private const int LongestHeading = 64;
    private const int LongestHeader = 20;

    /// <summary>True when the address that starts the line belongs to a sentence that says whom to write to.</summary>
    public static bool IsContact(in ReportLine line)
    {
        var (report, sentences) = (line.Report, line.Sentences);
        var position = sentences.StartOf(line.Number);
        var before = report.LineAbove(line.Number);
        if (before < 0) return false;
        var adjacent = before == line.Number - 1;
        var last = report.Trimmed(before);
        if (RefusalWords.IsReply(last)) return false;
        if (!adjacent && !Colon.Ends(last)) return false;
        if (adjacent && last.Contains('@') && PlaceWords.AddressAt(last.TrimStart(PlaceWords.Bullets), out _) is not null) return false;
        var (start, _) = sentences.Sentence(adjacent ? Math.Max(position - 1, 0) : sentences.StartOf(before));
        var end = adjacent ? position : sentences.StartOf(before + 1);
        if (end <= start) return false;
        // "Diagnostic information for administrators:", in the languages of Exchange.
        return sentences.Says(Idea.Contact, start, end) && !sentences.FailsWithin(start, end) && sentences.Folded[start..end].IndexOf("diagnos") < 0;
    }

    /// <summary>True when the words before the line announce a list, or the line before is of the list.</summary>
    public static bool IsAnnounced(in ReportLine line)
    {
        var (report, sentences) = (line.Report, line.Sentences);
        var before = report.LineAbove(line.Number);
        if (before < 0) return false;
        var last = report.Trimmed(before);
        if (PlaceWords.AddressAt(last.TrimStart(PlaceWords.Bullets), out _) is not null || IsNamed(last)) return true;
        var first = before;
        while (first > 0 && !report.IsBlank(first - 1) && before - first < 4) first--;
        return Colon.Ends(last) || sentences.FailsWithin(sentences.StartOf(first), sentences.StartOf(line.Number));
    }

    /// <summary>True for a line below one that names another person with an address, and what is said of that one.</summary>
    public static bool FollowsNamed(in ReportLine line)
    {
        var above = line.Number - 1;
        while (above > 0 && line.Number - above < MostOfReason && line.Report.IsDeeper(above, line.Number)) above--;
        return above >= 0 && IsNamed(line.Report.Trimmed(above));
    }

    /// <summary>True for a line that goes on with the addresses of a header: "To: a@b," and the others below it.</summary>
    public static bool ContinuesHeader(in ReportLine line)
    {
        var (report, number) = (line.Report, line.Number);
        if (!report.IsIndented(number) || !report.Trimmed(number - 1).EndsWith(',')) return false;
        var first = number - 1;
        while (number - first < LongestHeader && report.Trimmed(first - 1).EndsWith(',')) first--;
        var words = report.Trimmed(first);
        return words.IndexOf(':') is > 0 and var colon && RecipientLabels.Of(words[..colon]) is RecipientLabels.Meaning.Addressee or RecipientLabels.Meaning.Other;
    }

    // "Voss, Karin (a@b)", "Voss <a@b>: unknown"
    private static bool IsNamed(ReadOnlySpan<char> line)
    {
        var open = line.IndexOfAny('(', '<');
        var close = open <= 0 || line[..open].ContainsAny(".!?:;") ? -1 : line[open..].IndexOf(line[open] == '<' ? '>' : ')');
        return close > 0 && line[(open + close + 1)..] is "" or [':', ..] && AddressLine.Alone(line.Slice(open + 1, close - 1)) is { } address && address.Contains('@');
    }

    /// <summary>True for "&lt;a@b&gt;:" and something below it, or words that say why.</summary>
    public static bool IsExplainedBelow(in ReportLine line, ReadOnlySpan<char> rest)
    {
        var (report, below) = (line.Report, line.Number + 1);
        var isOfNext = report.IsBlank(below) || IsHeaded(report, below + 1) || PlaceWords.AddressAt(line.Below.TrimStart(PlaceWords.Bullets), out _) is not null;
        if (isOfNext) return false;
        if (rest.Trim() is ":" || report.IsDeeper(below, line.Number) || RefusalWords.Weight(report[below]) > 0) return true;
        return HostName.Is(line.Below) && RefusalWords.Weight(report[below + 1]) > 0;
    }

    /// <summary>True for "The user's account is disabled." and the address below it, and for the addresses below "Mailbox full:".</summary>
    public static bool IsExplainedAbove(in ReportLine line)
    {
        var (report, above) = (line.Report, line.Number - 1);
        while (line.Number - above < LongestList && above > 0 && StartsWithAddress(report, above)) above--;
        if (above < 0 || (!report.IsBlank(above) && !IsLabel(report.Trimmed(above)))) return false;
        var words = report.Trimmed(report.LineAbove(above + 1));
        return (words.EndsWith('.') && IsReason(words)) || (IsLabel(words) && SaysWhy(words));
    }

    /// <summary>True for an address below a line that ends with a colon.</summary>
    public static bool IsHeaded(TextLines report, int line) => line > 0 && line < report.Count && IsLabel(report.Trimmed(line - 1)) && StartsWithAddress(report, line);

    // "Mailbox full:", "Spam rejected:", "No such user (550 5.1.1):"
    private static bool SaysWhy(ReadOnlySpan<char> label)
    {
        if (label.Length > LongestHeading) return false;
        var folded = FoldedText.Closed(label).AsSpan();
        return (DeliveryWords.Refused.IsIn(folded) || RefusalWords.HasCode(label)) && !DeliveryWords.Contact.IsIn(folded);
    }

    private static bool IsLabel(ReadOnlySpan<char> words) => Colon.Ends(words) && !words.Contains('@');

    private static bool StartsWithAddress(TextLines report, int line) =>
        report.HasSign(line) && PlaceWords.AddressAt(report.Trimmed(line).TrimStart(PlaceWords.Bullets), out _) is not null;

    /// <summary>True when the words refuse somebody, and are short enough to be a label.</summary>
    public static bool IsReason(ReadOnlySpan<char> words)
    {
        if (words.Length > LongestReason) return false;
        var folded = FoldedText.Closed(words).AsSpan();
        return DeliveryWords.Refused.IsIn(folded) && DeliveryWords.To.IsIn(folded) && !DeliveryWords.Contact.IsIn(folded);
    }

    /// <summary>True when the line goes on with a sentence that says whose the address is: "was sent from" and below it the sender.</summary>
    public static bool IsDenied(in ReportLine line)
    {
        var before = line.Report.Trimmed(line.Number - 1);
        if (before is not { IsEmpty: false, Length: < LongestSentenceLine } || !char.IsAsciiLetter(before[^1])) return false;
        var lastWord = before[(before.LastIndexOf(' ') + 1)..];
        return !lastWord.Contains('@') && DeliveryWords.NotBefore.Ends(FoldedText.Closed(before));
    }

    /// <summary>True when the words say that a delivery failed, and are short enough to be a label.</summary>
    public static bool SaysFailed(ReadOnlySpan<char> words)
    {
        if (words.Length > LongestReason) return false;
        var folded = FoldedText.Closed(words).AsSpan();
        return DeliveryWords.Failed.IsIn(folded) && !DeliveryWords.Contact.IsIn(folded);
    }
}
