namespace BounceParser.Dialects;

/// <summary>Finds recipients that a report names without their domain, in a list: <c>jdoe (mailbox is full)</c>, <c>*** jdoe</c> and the reason below it.</summary>
/// <remarks>GroupWise, Mercury and the gateways of office systems know their users so. Linear in the report.</remarks>
internal static class LocalNames
{
    private const int LongestName = 64;
    private const int LongestReason = 4;

    /// <summary>The names, in order; empty when no list of them stands behind an announcement.</summary>
    public static List<LocalName> Find(TextLines report, ReportSentences sentences)
    {
        var names = new List<LocalName>();
        var announced = false;
        var paragraph = 0;
        for (var line = 0; line < report.Count && names.Count < RecipientPlaces.Most; line++)
        {
            var words = report.Trimmed(line);
            if (words.IsEmpty) continue;
            if (report.IsBlank(line - 1)) paragraph = line;
            if (announced && (InParentheses(report, ref line) ?? Starred(report, ref line)) is { } name) names.Add(name);
            else if (words.ContainsAnyExcept("-=*_ ")) announced = words.EndsWith(':') && sentences.FailsWithin(sentences.StartOf(paragraph), sentences.StartOf(line + 1));
        }

        return names;
    }

    // "jdoe (The name was not found at the", "remote site)"
    private static LocalName? InParentheses(TextLines report, ref int line)
    {
        var words = report.Trimmed(line);
        var open = words.IndexOf('(');
        if (open < 1 || Name(words[..open]) is not { } name) return null;
        for (var last = line; last < line + LongestReason && !report.IsBlank(last); last++)
        {
            if (!report.Trimmed(last).TrimEnd('.').EndsWith(')')) continue;
            var said = report.Join(line, last + 1)[(open + 1)..].TrimEnd('.')[..^1].Trim();
            if (RefusalWords.Weight(said) == 0) return null;
            line = last;
            return new LocalName(name, said);
        }

        return null;
    }

    private static LocalName? Starred(TextLines report, ref int line)
    {
        var words = report.Trimmed(line);
        if (!words.StartsWith("*** ", StringComparison.Ordinal) || Name(words[4..]) is not { } name) return null;
        var after = Math.Min(report.ParagraphEnd(line + 1), line + 1 + LongestReason);
        var said = report.Join(line + 1, after).TrimEnd('-', '\n');
        if (RefusalWords.Weight(said) == 0) return null;
        line = after - 1;
        return new LocalName(name, said);
    }

    private static string? Name(ReadOnlySpan<char> words)
    {
        words = words.Trim("<>\"'` \t");
        if (words.IsEmpty || words.Length > LongestName || !char.IsLetter(words[0])) return null;
        foreach (var unit in words)
            if (!char.IsLetterOrDigit(unit) && unit is not ('.' or '_' or '-' or '\'' or '+')) return null;
        return words.ToString();
    }
}

/// <summary>A recipient's name without its domain, and what is said of it.</summary>
internal readonly record struct LocalName(string Name, string Said);
