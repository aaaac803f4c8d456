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
        if (blanked[start..end].Contains(FoldedText.Blank) || !StartsWord(blanked, start)) return Fit.Anywhere;
        return EndsWord(blanked, end) ? Fit.Anywhere | Fit.Stem | Fit.Words : Fit.Anywhere | Fit.Stem;
    }

    /// <summary>The first place in a blanked text where a literal is that; of a stem the whole word.</summary>
    public static bool TryFind(ReadOnlySpan<char> blanked, string literal, Fit fit, out int start, out int length)
    {
        length = literal.Length;
        for (start = blanked.IndexOf(literal); start >= 0; start = Next(blanked, literal, start + 1))
        {
            if ((Of(blanked, start, start + length) & fit) == 0) continue;
            while (fit == Fit.Stem && start + length < blanked.Length && FoldedText.IsWordUnit(blanked[start + length])) length++;
            return true;
        }

        return false;
    }

    private static int Next(ReadOnlySpan<char> blanked, string literal, int from) => blanked[from..].IndexOf(literal) is >= 0 and var step ? from + step : -1;

    /// <summary>True where no word goes on from the left.</summary>
    public static bool StartsWord(ReadOnlySpan<char> text, int at) => at == 0 || !FoldedText.IsWordUnit(text[at - 1]) || !FoldedText.IsWordUnit(text[at]);

    /// <summary>True where no word goes on to the right.</summary>
    public static bool EndsWord(ReadOnlySpan<char> text, int at) => at == text.Length || !FoldedText.IsWordUnit(text[at]) || !FoldedText.IsWordUnit(text[at - 1]);
}
