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

    /// <summary>True when the address that starts the line belongs to a sentence that says whom to write to.</summary>
    public static bool IsContact(TextLines report, ReportSentences sentences, int line)
    {
        var position = sentences.StartOf(line);
        var before = report.LineAbove(line);
        if (before < 0) return false;
        var adjacent = before == line - 1;
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
    public static bool IsAnnounced(TextLines report, ReportSentences sentences, int line)
    {
        var before = report.LineAbove(line);
        if (before < 0) return false;
        var last = report.Trimmed(before);
        if (PlaceWords.AddressAt(last.TrimStart(PlaceWords.Bullets), out _) is not null || IsNamed(last)) return true;
        var first = before;
        while (first > 0 && !report.IsBlank(first - 1) && before - first < 4) first--;
        return Colon.Ends(last) || sentences.FailsWithin(sentences.StartOf(first), sentences.StartOf(line));
    }

    /// <summary>True for a line below one that names another person with an address, and what is said of that one.</summary>
    public static bool FollowsNamed(TextLines report, int line)
    {
        var above = line - 1;
        while (above > 0 && line - above < MostOfReason && report.IsDeeper(above, line)) above--;
        return above >= 0 && IsNamed(report.Trimmed(above));
    }

    // "Voss, Karin (a@b)", "Voss <a@b>: unknown"
    private static bool IsNamed(ReadOnlySpan<char> line)
    {
        var open = line.IndexOfAny('(', '<');
        var close = open <= 0 || line[..open].ContainsAny(".!?:;") ? -1 : line[open..].IndexOf(line[open] == '<' ? '>' : ')');
        return close > 0 && line[(open + close + 1)..] is "" or [':', ..] && AddressLine.Alone(line.Slice(open + 1, close - 1)) is { } address && address.Contains('@');
    }

    /// <summary>True for "&lt;a@b&gt;:" and something below it, or words that say why.</summary>
    public static bool IsExplainedBelow(TextLines report, int line, ReadOnlySpan<char> rest) =>
        !report.IsBlank(line + 1) && !IsHeaded(report, line + 2) && PlaceWords.AddressAt(report.Trimmed(line + 1).TrimStart(PlaceWords.Bullets), out _) is null
        && (rest.Trim() is ":" || report.IsDeeper(line + 1, line) || RefusalWords.Weight(report[line + 1]) > 0 || (HostName.Is(report.Trimmed(line + 1)) && RefusalWords.Weight(report[line + 2]) > 0));

    /// <summary>True for "The user's account is disabled." and the address below it, and for the addresses below "Mailbox full:".</summary>
    public static bool IsExplainedAbove(TextLines report, int line)
    {
        var above = line - 1;
        while (line - above < LongestList && above > 0 && StartsWithAddress(report, above)) above--;
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
        return (DeliveryWords.Refusals.IsIn(folded) || RefusalWords.HasCode(label)) && !DeliveryWords.Contacts.IsIn(folded);
    }

    private static bool IsLabel(ReadOnlySpan<char> words) => Colon.Ends(words) && !words.Contains('@');

    private static bool StartsWithAddress(TextLines report, int line) =>
        report.HasSign(line) && PlaceWords.AddressAt(report.Trimmed(line).TrimStart(PlaceWords.Bullets), out _) is not null;

    /// <summary>True when the words refuse somebody, and are short enough to be a label.</summary>
    public static bool IsReason(ReadOnlySpan<char> words)
    {
        if (words.Length > LongestReason) return false;
        var folded = FoldedText.Closed(words).AsSpan();
        return DeliveryWords.Refusals.IsIn(folded) && DeliveryWords.Persons.IsIn(folded) && !DeliveryWords.Contacts.IsIn(folded);
    }

    /// <summary>True when the line goes on with a sentence that says whose the address is: "was sent from" and below it the sender.</summary>
    public static bool IsDenied(TextLines report, int line) =>
        report.Trimmed(line - 1) is { IsEmpty: false, Length: < LongestSentenceLine } before && char.IsAsciiLetter(before[^1]) && !before[(before.LastIndexOf(' ') + 1)..].Contains('@') && DeliveryWords.Denials.Ends(FoldedText.Closed(before));

    /// <summary>True when the words say that a delivery failed, and are short enough to be a label.</summary>
    public static bool SaysFailed(ReadOnlySpan<char> words)
    {
        if (words.Length > LongestReason) return false;
        var folded = FoldedText.Closed(words).AsSpan();
        return DeliveryWords.Failures.IsIn(folded) && !DeliveryWords.Contacts.IsIn(folded);
    }
}
