using BounceParser.Text;

namespace BounceParser.Dsn;

/// <summary>Reads the values that say what happened: Action, Status, Diagnostic-Code.</summary>
internal static class OutcomeField
{
    /// <summary>The action, whatever its case and what follows it; null for a word that nobody knows.</summary>
    public static DsnAction? Action(ReadOnlySpan<char> value)
    {
        var word = value.Trim(" \t\"'<(");
        return StartsWith(word, "fail") || StartsWith(word, "error") || StartsWith(word, "undeliver") ? DsnAction.Failed
            : StartsWith(word, "delay") ? DsnAction.Delayed
            : StartsWith(word, "deliver") ? DsnAction.Delivered
            : StartsWith(word, "relay") ? DsnAction.Relayed
            : StartsWith(word, "expand") ? DsnAction.Expanded
            : null;
    }

    /// <summary>The code, and the comment after it without its parentheses; null when no code stands there.</summary>
    public static EnhancedStatusCode? Status(ReadOnlySpan<char> value, out string? comment)
    {
        var words = value.Trim(" \t\n#(<");
        var end = words.IndexOfAnyExcept("0123456789.");
        var code = (end < 0 ? words : words[..end]).TrimEnd('.');
        comment = null;
        if (!EnhancedStatusCode.TryParse(code, out var status)) return null;
        var rest = end < 0 ? default : words[end..].Trim(" \t\n()>-:;");
        if (!rest.IsEmpty) comment = rest.ToString();
        return status;
    }

    /// <summary>The words after the type; folded lines stay apart by LF.</summary>
    /// <param name="value">The field's value.</param>
    /// <param name="ofCommand">True for the words of a command to which the mail was delivered, none of a server: <c>X-Unix; can't open database</c>.</param>
    public static string Diagnostic(ReadOnlySpan<char> value, out bool ofCommand)
    {
        var words = AddressField.Untyped(value.Trim(), out var type).Trim();
        ofCommand = type.Equals("x-unix", StringComparison.OrdinalIgnoreCase);
        // "smtp; smtp; 550 ..."
        if (!type.IsEmpty && words.StartsWith(type, StringComparison.OrdinalIgnoreCase)) words = AddressField.Untyped(words, out _).Trim();
        return words.ToString();
    }

    /// <summary>True where the words of a command are its exit status, which is no reply: <c>X-Unix; 255</c>.</summary>
    public static bool IsExitStatus(string words) => words.Length is > 0 and <= 3 && words.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>The reply that a field of a program's own carries: at its start, or after <c>smtp;</c>; null when there is none.</summary>
    public static string? ReplyIn(ReadOnlySpan<char> value)
    {
        var words = value.Trim(" \t\n<>\"");
        if (Caseless.IndexOf(words, "smtp;") is >= 0 and var at) words = words[(at + 5)..].TrimStart();
        else words = AddressField.Untyped(words, out _);
        return IsReply(words) ? words.ToString() : null;
    }

    // "550 User unknown", "550-5.1.1 ...", "5.1.1 ...", "#5.1.1 ..."
    private static bool IsReply(ReadOnlySpan<char> words)
    {
        words = words.TrimStart('#');
        var end = words.IndexOfAny(" -\n");
        if (end < 0 || words[0] is not ('2' or '4' or '5') || words[end..].IndexOfAnyExcept(" -\n.0123456789") < 0) return false;
        return (end == 3 && char.IsAsciiDigit(words[1]) && char.IsAsciiDigit(words[2])) || EnhancedStatusCode.TryParse(words[..end], out _);
    }

    private static bool StartsWith(ReadOnlySpan<char> word, string action) => word.StartsWith(action, StringComparison.OrdinalIgnoreCase);
}
