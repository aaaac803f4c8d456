using BounceParser.Catalogue;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>Words behind which a report goes on, be there a blank line between.</summary>
internal static class Announcement
{
    // Longer than what such a sentence ends with.
    private const int LongestEnding = 64;

    /// <summary>True for words that end with a colon, or as a sentence that says that more follows.</summary>
    public static bool Is(ReadOnlySpan<char> words) => words is [.., ':'] || IsSentence(words);

    /// <summary>True for a sentence that says that why follows, and says no more itself.</summary>
    public static bool IsSentence(ReadOnlySpan<char> words)
    {
        if (words is not [.., '.']) return false;
        var ending = words[^Math.Min(words.Length, LongestEnding)..];
        return DeliveryWords.Announces.Ends(FoldedText.Closed(ending, stackalloc char[LongestEnding]));
    }
}
