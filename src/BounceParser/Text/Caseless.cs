namespace BounceParser.Text;

/// <summary>Searches in any case: the framework's own search is slow where globalization is invariant.</summary>
internal static class Caseless
{
    // From the rarest letter of mails to the most frequent; marks and digits are rarer than all of them.
    private const string ByFrequency = "jqxzkvbwgpyfuhmcldsnraoite ";

    private static readonly byte[] Frequency = UnitTable.Of(128, unit => (byte)(ByFrequency.IndexOf(char.ToLowerInvariant(unit), StringComparison.Ordinal) + 1));

    public static bool Contains(ReadOnlySpan<char> text, string words) => IndexOf(text, words) >= 0;

    /// <summary>Where the words stand first; -1 when they do not.</summary>
    public static int IndexOf(ReadOnlySpan<char> text, string words)
    {
        if (words.Length == 0 || text.Length < words.Length) return words.Length == 0 ? 0 : -1;
        var anchor = Anchor(words);
        var unit = words[anchor];
        if (!char.IsAscii(unit)) return text.IndexOf(words, StringComparison.OrdinalIgnoreCase);
        var (low, high) = (char.ToLowerInvariant(unit), char.ToUpperInvariant(unit));
        for (var from = anchor; from <= text.Length - (words.Length - anchor);)
        {
            var step = text[from..].IndexOfAny(low, high);
            if (step < 0) return -1;
            from += step;
            var start = from - anchor;
            if (start + words.Length > text.Length) return -1;
            if (text.Slice(start, words.Length).Equals(words, StringComparison.OrdinalIgnoreCase)) return start;
            from++;
        }

        return -1;
    }

    // The unit of the words that texts hold most rarely.
    private static int Anchor(string words)
    {
        int best = 0, rarest = int.MaxValue;
        for (var at = 0; at < words.Length && rarest > 0; at++)
        {
            var frequency = char.IsAscii(words[at]) ? Frequency[words[at]] : byte.MaxValue;
            if (frequency < rarest) (best, rarest) = (at, frequency);
        }

        return best;
    }
}
