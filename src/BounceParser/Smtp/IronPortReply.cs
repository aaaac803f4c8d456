namespace BounceParser.Smtp;

/// <summary>IronPort's way to give a reply: <c>5.1.0 - Unknown address error 550-'5.1.1 User unknown' (delivery attempts: 0)</c>.</summary>
/// <remarks>What stands before the reply is its own name for the code's class, whatever the server said: it tells no reason.</remarks>
internal readonly record struct IronPortReply(EnhancedStatusCode? Status, Range Words, Range After)
{
    /// <summary>The last such reply of the text; null when there is none.</summary>
    public static IronPortReply? Find(ReadOnlySpan<char> text)
    {
        var quote = text.IndexOf("-'");
        if (quote < 3 || ReplyScanner.At(text, quote - 3) is not { Code: >= 400 }) return null;
        var before = text[..(quote - 3)];
        var dash = before.LastIndexOf(" - ");
        if (dash < 5) return null;
        var first = before[..dash].LastIndexOfAny(" \t\n") + 1;
        if (!EnhancedStatusCode.TryParse(before[first..dash], out var status)) return null;
        var close = text.LastIndexOf('\'');
        if (close <= quote + 1) close = text.Length - 1;
        return new IronPortReply(status, (quote - 3)..(close + 1), (close + 1)..text.Length);
    }
}
