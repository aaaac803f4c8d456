namespace BounceParser.Catalogue;

/// <summary>Names of members and of events as they are compared: services write <c>hard_bounce</c>, <c>HardBounce</c> and <c>hard-bounce</c>.</summary>
internal static class EventName
{
    private const int Longest = 64;

    /// <summary>Letters and digits alone, in lower case; empty for what is too long to be a name.</summary>
    public static string Fold(ReadOnlySpan<char> name)
    {
        if (name.Length > Longest) return "";
        Span<char> folded = stackalloc char[Longest];
        var length = 0;
        foreach (var unit in name)
            if (char.IsAsciiLetterOrDigit(unit)) folded[length++] = char.ToLowerInvariant(unit);
        return folded[..length].ToString();
    }
}
