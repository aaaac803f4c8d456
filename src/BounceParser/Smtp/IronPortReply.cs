namespace BounceParser.Smtp;

/// <summary>IronPort's way to give a reply: <c>5.1.0 - Unknown address error 550-'5.1.1 User unknown' (delivery attempts: 0)</c>.</summary>
/// <remarks>What stands before the reply is its own name for the code's class, whatever the server said: it tells no reason.</remarks>
internal readonly record struct IronPortReply(EnhancedStatusCode? Status, Range Words, Range After)
{
    private const int LongestName = 60;

    /// <summary>The decisive reply of the text, if it is given in that way; null otherwise.</summary>
    public static IronPortReply? Of(ReadOnlySpan<char> text, FoundReply? reply)
    {
        if (reply is not { Code: >= 400, Start: > 8 and var start }) return null;
        var before = text[..start].TrimEnd();
        var dash = before[Math.Max(0, before.Length - LongestName)..].LastIndexOf(" - ");
        if (dash < 0) return null;
        dash += Math.Max(0, before.Length - LongestName);
        if (before[(dash + 3)..].ContainsAnyInRange('0', '9') || before[^1] is ':' or '\'' or '"') return null;
        var first = before[..dash].LastIndexOfAny(" \t\n") + 1;
        if (!EnhancedStatusCode.TryParse(before[first..dash], out var status)) return null;
        var isQuoted = text[(start + 3)..].StartsWith("-'");
        var end = isQuoted && text.LastIndexOf('\'') is var close && close > start + 4 ? close + 1 : text.Length;
        return new IronPortReply(status, start..end, end..text.Length);
    }
}
