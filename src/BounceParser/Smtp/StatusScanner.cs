namespace BounceParser.Smtp;

/// <summary>An enhanced status code (RFC 3463) somewhere in a text.</summary>
/// <param name="Code">The code.</param>
/// <param name="Start">Where its first digit stands.</param>
/// <param name="End">Where the text after its last digit starts; vpopmail's fourth number is within.</param>
/// <param name="IsMarked">True when something beside the digits shows what they are: <c>#</c>, brackets, <c>dsn=</c>, <c>Status:</c>, a reply code.</param>
internal readonly record struct FoundStatus(EnhancedStatusCode Code, int Start, int End, bool IsMarked);

/// <summary>Finds enhanced status codes, and tells them from addresses, versions and dates.</summary>
internal static class StatusScanner
{
    // RFC 3463 ends at subject 7; without a mark anything above is more likely a version.
    private const int HighestBareSubject = 7;

    private static readonly string[] Products =
    [
        "version", "ver", "release", "rel", "build", "exim", "sendmail", "postfix", "php", "perl", "python", "server", "exchange", "domino",
        "os", "kernel", "linux", "spamassassin", "clamav", "amavisd-new", "amavisd", "mimedefang", "mailscanner", "mailman", "client", "agent",
        "engine", "dovecot", "openssl", "windows", "java", "groupwise", "scanner", "filter", "firmware",
    ];

    /// <summary>The first marked code, else the first bare one; null when the text holds none.</summary>
    public static FoundStatus? Find(ReadOnlySpan<char> text)
    {
        FoundStatus? bare = null;
        for (var from = 0; from < text.Length;)
        {
            var dot = text[from..].IndexOf('.');
            if (dot < 0) break;
            from += dot + 1;
            if (from < 2 || text[from - 2] is not ('2' or '4' or '5')) continue;
            if (At(text, from - 2) is not { } found) continue;
            if (found.IsMarked) return found;
            bare ??= found;
            from = found.End;
        }

        return bare;
    }

    /// <summary>The code whose first digit stands at <paramref name="start"/>; null when none does.</summary>
    public static FoundStatus? At(ReadOnlySpan<char> text, int start)
    {
        var length = EnhancedStatusCode.LengthAt(text[start..], out var code);
        if (length == 0 || !MayStandBefore(text, start)) return null;
        var end = start + length;
        var hash = start > 0 && text[start - 1] == '#';
        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
        {
            // vpopmail writes #5.9.8.1; any other four numbers are an address.
            if (!hash) return null;
            end += 1 + DigitsAt(text[(end + 1)..]);
            if (end < text.Length && (text[end] == '.' || char.IsAsciiLetterOrDigit(text[end]))) return null;
        }
        else if (end < text.Length && !MayStandAfter(text, end)) return null;

        var marked = hash || IsMarked(text, start, end);
        if (!marked && (code.Subject > HighestBareSubject || FollowsProduct(text, start))) return null;
        return new FoundStatus(code, start, end, marked);
    }

    /// <summary>The code that a text ends with; null when it ends with none.</summary>
    public static FoundStatus? AtEnd(ReadOnlySpan<char> text)
    {
        var start = text.LastIndexOfAny(" \t\n#([<:;=") + 1;
        return start < text.Length && At(text, start) is { } found && found.End == text.Length ? found : null;
    }

    /// <summary>The code that stands right before a reply: "5.1.1 550 User unknown", "#5.1.1 SMTP; 550 ..."; null when none does.</summary>
    public static FoundStatus? BeforeReply(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd(" \t");
        return AtEnd(before.EndsWith("smtp;", StringComparison.OrdinalIgnoreCase) ? before[..^5].TrimEnd() : before);
    }

    // Four at most: more is too many whatever follows.
    private static int DigitsAt(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (count < text.Length && count < 4 && char.IsAsciiDigit(text[count])) count++;
        return count;
    }

    private static bool MayStandBefore(ReadOnlySpan<char> text, int start)
    {
        if (start == 0) return true;
        var before = text[start - 1];
        if (before == '-') return start < 2 || !char.IsLetter(text[start - 2]);
        return !char.IsLetterOrDigit(before) && before is not ('.' or '/' or '@' or '_' or '\\') || LiteralLineEnd.Ends(text[..start]);
    }

    private static bool MayStandAfter(ReadOnlySpan<char> text, int end) =>
        !char.IsDigit(text[end]) && text[end] is not ('/' or '@' or '_') && (!char.IsLetter(text[end]) || char.IsUpper(text[end]));

    private static bool IsMarked(ReadOnlySpan<char> text, int start, int end)
    {
        var left = text[..start].TrimEnd(" \t");
        if (left.IsEmpty) return true;
        if (left[^1] is '[' or '(' or '{' or '<') return end < text.Length && text[end] is ']' or ')' or '}' or '>' or ' ';
        if (left[^1] is ':' or '=' or ';') return !FollowsProduct(text, start);
        return ReplyCodeEndsAt(left);
    }

    private static bool ReplyCodeEndsAt(ReadOnlySpan<char> left)
    {
        if (left[^1] is '-' or ':') left = left[..^1];
        return left.Length >= 3 && char.IsAsciiDigit(left[^1]) && char.IsAsciiDigit(left[^2]) && left[^3] is '2' or '4' or '5'
            && (left.Length == 3 || !char.IsLetterOrDigit(left[^4]));
    }

    private static bool FollowsProduct(ReadOnlySpan<char> text, int start) => EndsWithWord(text[..start].TrimEnd(" \t(:="), Products);

    private static bool EndsWithWord(ReadOnlySpan<char> text, string[] words)
    {
        if (text.IsEmpty || !char.IsAsciiLetter(text[^1])) return false;
        foreach (var word in words)
            if (text.EndsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || !char.IsLetterOrDigit(text[^(word.Length + 1)])))
                return true;
        return false;
    }
}
