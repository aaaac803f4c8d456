using System.Buffers;

namespace BounceParser.Classification.Facts;

/// <summary>A text to find facts in: as written, and in lower case at equal length.</summary>
/// <param name="written">The text; facts are pieces of it.</param>
/// <param name="lower">The same in lower case; words are looked for in it.</param>
internal readonly ref struct FactText(ReadOnlySpan<char> written, ReadOnlySpan<char> lower)
{
    private static readonly SearchValues<char> Stops = SearchValues.Create("\n!?.");

    public ReadOnlySpan<char> Written { get; } = written;

    public ReadOnlySpan<char> Lower { get; } = lower;

    /// <summary>The words right before a place, in lower case: at most so many characters, of the same sentence.</summary>
    public ReadOnlySpan<char> Before(int at, int most)
    {
        var lead = Lower[Math.Max(0, at - most)..at];
        for (var end = lead.LastIndexOfAny(Stops); end >= 0; end = lead[..end].LastIndexOfAny(Stops))
            if (EndsSentence(lead, end)) return lead[(end + 1)..];
        return lead;
    }

    /// <summary>The words right behind a place, in lower case: at most so many characters, of the same sentence.</summary>
    public ReadOnlySpan<char> Behind(int at, int most)
    {
        var tail = Lower[at..Math.Min(Lower.Length, at + most)];
        for (var end = 0; tail[end..].IndexOfAny(Stops) is >= 0 and var step; end++)
        {
            end += step;
            if (EndsSentence(tail, end)) return tail[..end];
        }

        return tail;
    }

    /// <summary>Where the last of these words starts; -1 without any.</summary>
    public static int Last(ReadOnlySpan<char> lower, ReadOnlySpan<string> words)
    {
        var last = -1;
        foreach (var word in words) last = Math.Max(last, lower.LastIndexOf(word));
        return last;
    }

    // A full stop before a space: no dot of a host, a code or a number.
    private static bool EndsSentence(ReadOnlySpan<char> text, int at) =>
        text[at] is '\n' or '!' or '?' || (text[at] == '.' && at > 0 && at + 1 < text.Length && text[at + 1] is ' ' or '\n' && char.IsLetter(text[at - 1]));
}
