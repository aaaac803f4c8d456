namespace BounceParser.Text;

/// <summary>The colon of ASCII, and the wide one of Chinese and Japanese.</summary>
internal static class Colon
{
    /// <summary>True for a heading or a label: words that end with a colon.</summary>
    public static bool Ends(ReadOnlySpan<char> words) => words is [.., ':' or '：'];

    /// <summary>Where the first one of the words stands; -1 when none does.</summary>
    public static int In(ReadOnlySpan<char> words) => words.IndexOfAny(':', '：');
}
