namespace BounceParser.Text;

/// <summary>Where the run by which a phrase is looked for may begin.</summary>
internal enum RunPlaces
{
    Anywhere,

    /// <summary>Where a word of ASCII begins.</summary>
    Words,

    /// <summary>Where a word of any alphabet begins.</summary>
    WordsOfAnyAlphabet,
}

internal static class RunPlacesOfText
{
    /// <summary>True where a run may begin.</summary>
    public static bool Has(this RunPlaces runs, ReadOnlySpan<char> text, int at) => runs == RunPlaces.Anywhere || IsWordAt(runs, text, at);

    /// <summary>False for a phrase that begins with a letter or digit where no word begins.</summary>
    public static bool MayBegin(this RunPlaces runs, ReadOnlySpan<char> phrase, ReadOnlySpan<char> text, int at) => IsWordAt(runs, text, at) || !IsWordAt(runs, phrase, 0);

    private static bool IsWordAt(RunPlaces runs, ReadOnlySpan<char> text, int at) => runs == RunPlaces.WordsOfAnyAlphabet ? WordStarts.IsAtAny(text, at) : WordStarts.IsAt(text, at);
}
