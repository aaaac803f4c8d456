namespace BounceParser.Text;

/// <summary>Finds mail addresses in a line of a report, in the ways that programs write them.</summary>
/// <remarks>
/// Understood: <c>a@b</c>, <c>&lt;a@b&gt;</c>, <c>"quoted local"@b</c>, <c>a@[192.0.2.1]</c>, <c>rfc822;a@b</c>, <c>mailto:a@b</c>,
/// a source route before it, quotes and dots after it. Each function is linear in the line.
/// </remarks>
internal static class AddressLine
{
    private const int LongestLocalPart = 512;

    // An equals sign may stand in an address.
    private static readonly string[] Labels = ["smtp", "rfc822", "rfc-822", "to", "rcpt", "recipient", "recipients", "from", "sender"];

    // "smtp" and "mailto:".
    private const int ShortestType = 4;
    private const int LongestType = 7;

    /// <summary>The first address anywhere in the line; null when it holds none.</summary>
    public static string? First(ReadOnlySpan<char> line) => First(line, out _, out _);

    /// <summary>The first address anywhere in the line and where it stands, angle brackets not counted.</summary>
    public static string? First(ReadOnlySpan<char> line, out int start, out int end) => Find(line, out start, out end) ? line[start..end].ToString() : null;

    /// <summary>Where the first address of the line stands; false when it holds none.</summary>
    public static bool Find(ReadOnlySpan<char> line, out int start, out int end)
    {
        for (var from = 0; from < line.Length;)
        {
            var sign = line[from..].IndexOf('@');
            if (sign < 0) break;
            sign += from;
            start = LocalStart(line, sign, from);
            end = DomainEnd(line, sign + 1);
            if (start < sign && end > sign + 1 && !InUrl(line, start) && !IsMasked(line[start..sign], line[end..])) return true;
            from = sign + 1;
        }

        start = end = -1;
        return false;
    }

    /// <summary>The address at the start of the line and what follows it; null when the line does not start with one.</summary>
    /// <remarks>In angle brackets a user without a domain counts too: <c>&lt;postmaster&gt;</c>.</remarks>
    public static string? Leading(ReadOnlySpan<char> line, out ReadOnlySpan<char> rest)
    {
        rest = line;
        var words = WithoutType(line.TrimStart());
        if (words is ['<', ..]) return Bracketed(words, out rest);
        // An opening quote is all that may stand before it.
        if (!Find(words, out var start, out var end) || !words[..start].Trim("'`‘’“\"([ ").IsEmpty) return null;
        rest = words[end..].TrimStart("'’”\">");
        return words[start..end].ToString();
    }

    /// <summary>The one address that the words are; null when they are something else or more.</summary>
    public static string? Alone(ReadOnlySpan<char> words) =>
        Leading(words.Trim(), out var rest) is { } address && rest.Trim(" \t.:,;)]").IsEmpty ? address : null;

    /// <summary>Takes brackets, address type and source route off an address that a field or a command gives.</summary>
    public static string Bare(ReadOnlySpan<char> words)
    {
        words = WithoutType(words.Trim());
        if (words is ['<', .., '>']) words = WithoutType(words[1..^1].Trim());
        return WithoutRoute(words).ToString();
    }

    private static string? Bracketed(ReadOnlySpan<char> words, out ReadOnlySpan<char> rest)
    {
        rest = words;
        var close = ClosingBracket(words);
        if (close < 0) return null;
        var address = Bare(words[..(close + 1)]);
        if (address.Length == 0 || (!address.Contains('@') && address.AsSpan().ContainsAny(" \t/|"))) return null;
        // "<<< 550 5.1.1 <user@host>" is a line of a dialogue.
        if (address.Contains('<') || (address.Contains(' ') && !address.Contains('"'))) return null;
        rest = words[(close + 1)..];
        return address;
    }

    // A ">" within quotes belongs to the local part.
    private static int ClosingBracket(ReadOnlySpan<char> words)
    {
        var quoted = false;
        for (var i = 1; i < words.Length; i++)
        {
            if (words[i] == '\\') i++;
            else if (words[i] == '"') quoted = !quoted;
            else if (words[i] == '>' && !quoted) return i;
        }

        // An odd quote in an unquoted local part.
        return words.IndexOf('>');
    }

    private static ReadOnlySpan<char> WithoutType(ReadOnlySpan<char> words)
    {
        var mark = words[..Math.Min(words.Length, LongestType)].IndexOfAny(';', ':');
        if (mark < ShortestType) return words;
        foreach (var type in (ReadOnlySpan<string>)["rfc822;", "utf-8;", "smtp;", "rfc822:", "mailto:", "smtp:"])
            if (words[..(mark + 1)].Equals(type, StringComparison.OrdinalIgnoreCase)) return words[(mark + 1)..].TrimStart();
        return words;
    }

    // "@relay1,@relay2:user@domain"
    private static ReadOnlySpan<char> WithoutRoute(ReadOnlySpan<char> address)
    {
        if (address is not ['@', ..]) return address;
        var colon = address.IndexOf(':');
        return colon < 0 ? address : address[(colon + 1)..].TrimStart();
    }

    private static int LocalStart(ReadOnlySpan<char> line, int sign, int from)
    {
        var lowest = Math.Max(from, sign - LongestLocalPart);
        if (sign > lowest && line[sign - 1] == '"')
        {
            var open = line[lowest..(sign - 1)].LastIndexOf('"');
            while (open > 0 && line[lowest + open - 1] == '\\') open = line[lowest..(lowest + open)].LastIndexOf('"');
            return open < 0 ? sign : lowest + open;
        }

        var start = sign;
        while (start > lowest && IsLocal(line[start - 1]) && !ChangesScript(line[start], line[start - 1])) start--;
        // What introduces an address may touch it.
        while (start < sign && line[start] is '\'' or '`' or '.' or '*' or '|' or '=' or '{') start++;
        // Python writes {u'a@b': (550, b'no such user')}.
        if (line[start..sign] is ['u' or 'b', '\'', _, ..]) start += 2;
        return start + TypeLength(line[start..sign]);
    }

    // "dda:SMTP=a@b": the address type of an X.400 name; "rcpt=a@b": a field of a log line.
    private static int TypeLength(ReadOnlySpan<char> local)
    {
        var sign = local.IndexOf('=');
        if (sign < 0) return 0;
        foreach (var label in Labels)
            if (local[..sign].Equals(label, StringComparison.OrdinalIgnoreCase)) return sign + 1;
        return 0;
    }

    private static int DomainEnd(ReadOnlySpan<char> line, int start)
    {
        if (start < line.Length && line[start] == '[')
        {
            var close = line[start..].IndexOf(']');
            return close is > 1 and < 64 ? start + close + 1 : start;
        }

        var end = start;
        while (end < line.Length && (char.IsAsciiLetterOrDigit(line[end]) || line[end] is '-' or '_' || (line[end] == '.' && line[end - 1] != '.') || (char.IsLetterOrDigit(line[end]) && !ChangesScript(line[end - 1], line[end])))) end++;
        while (end > start && line[end - 1] is '.' or '-' or '_') end--;
        return end;
    }

    /// <summary>True where an address ends that a language without spaces writes its words onto: "宛先user@example.net宛の".</summary>
    public static bool ChangesScript(char within, char beyond) => char.IsAsciiLetterOrDigit(within) && FoldedText.IsUnspaced(beyond);

    private static bool IsLocal(char c) => c > ' ' && (c < 0x7f
        ? c is not ('<' or '>' or '(' or ')' or '[' or ']' or '\\' or ',' or ';' or ':' or '"' or '@')
        : char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark);

    // "anna@de*****.example", "a***@dest.example": shown to be recognised, not to be written to.
    private static bool IsMasked(ReadOnlySpan<char> local, ReadOnlySpan<char> behind) =>
        (behind is ['*', ..] && behind.TrimStart('*') is [>= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '.', ..]) || local.IndexOf("**") > 0;

    private static bool InUrl(ReadOnlySpan<char> line, int start) =>
        (start >= 1 && line[start - 1] == ':' && line[start..] is ['/', '/', ..]) || line[..start].EndsWith("://", StringComparison.Ordinal);
}
