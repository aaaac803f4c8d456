using BounceParser.Text;

namespace BounceParser.Classification;

/// <summary>What a literal must be, where it stands, to decide a pattern.</summary>
[Flags]
internal enum Fit : byte
{
    /// <summary>It decides nothing: the whole pattern is to be tried.</summary>
    Trial = 0,

    /// <summary>Anything, part of a name too.</summary>
    Anywhere = 1,

    /// <summary>The start of a word, outside names.</summary>
    Stem = 2,

    /// <summary>Whole words, outside names.</summary>
    Words = 4,
}

/// <summary>Tells what a literal is.</summary>
internal static class Fits
{
    /// <summary>All that what stands between these places of a blanked text is.</summary>
    public static Fit Of(ReadOnlySpan<char> blanked, int start, int end)
    {
        if (blanked[start..end].ContainsAny(FoldedText.Blank, FoldedText.BlankIp) || !StartsWord(blanked, start)) return Fit.Anywhere;
        return EndsWord(blanked, end) ? Fit.Anywhere | Fit.Stem | Fit.Words : Fit.Anywhere | Fit.Stem;
    }

    /// <summary>Where the word ends that a stem of a blanked text begins.</summary>
    public static int WordEnd(ReadOnlySpan<char> blanked, int end)
    {
        while (end < blanked.Length && FoldedText.IsWordUnit(blanked[end])) end++;
        return end;
    }

    /// <summary>True where no word goes on from the left.</summary>
    public static bool StartsWord(ReadOnlySpan<char> text, int at) => at == 0 || !FoldedText.IsWordUnit(text[at - 1]) || !FoldedText.IsWordUnit(text[at]);

    /// <summary>True where no word goes on to the right.</summary>
    public static bool EndsWord(ReadOnlySpan<char> text, int at) => at == text.Length || !FoldedText.IsWordUnit(text[at]) || !FoldedText.IsWordUnit(text[at - 1]);
}
