namespace BounceParser.Catalogue;

/// <summary>Names of members and of events as they are compared: services write <c>hard_bounce</c>, <c>HardBounce</c> and <c>hard-bounce</c>.</summary>
internal static class EventName
{
    public const int Longest = 64;

    /// <summary>Letters and digits alone, in lower case; empty for what is too long to be a name.</summary>
    public static string Fold(ReadOnlySpan<char> name)
    {
        Span<char> folded = stackalloc char[Longest];
        return folded[..Fold(name, folded)].ToString();
    }

    /// <summary>The same into a place of <see cref="Longest"/> units; returns how many it took.</summary>
    public static int Fold(ReadOnlySpan<char> name, Span<char> folded)
    {
        var length = 0;
        if (name.Length > Longest) return 0;
        foreach (var unit in name)
            if (char.IsAsciiLetterOrDigit(unit)) folded[length++] = char.ToLowerInvariant(unit);
        return length;
    }
}
