namespace BounceParser.Dialects;

/// <summary>Words behind which a report goes on, be there a blank line between.</summary>
internal static class Announcement
{
    private static readonly string[] Endings = ["following error.", "following errors.", "following reason.", "following reasons."];

    /// <summary>True for words that end with a colon, or as a sentence that says that more follows.</summary>
    public static bool Is(ReadOnlySpan<char> words) => words is [.., ':'] || IsSentence(words);

    /// <summary>True for a sentence that says that why follows, and says no more itself.</summary>
    public static bool IsSentence(ReadOnlySpan<char> words)
    {
        if (words is not [.., '.']) return false;
        foreach (var ending in Endings)
            if (words.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
