using System.Globalization;
using System.Text;
using System.Text.Unicode;
using BounceParser.Text;

namespace BounceParser.Dsn;

/// <summary>Reads the typed values of a report: <c>rfc822; user@host</c>, <c>dns; host</c> (RFC 3464 section 2.1.2).</summary>
internal static class AddressField
{
    private const int LongestType = 20;

    /// <summary>The address without type, brackets, comment and source route; null when the field names nobody.</summary>
    /// <remarks>Types other than mail (x400, x500) are kept as written. A quoted local part keeps its quotes.</remarks>
    public static string? Address(ReadOnlySpan<char> value)
    {
        var words = Untyped(value.Trim(), out var type);
        // RFC 6533 writes "utf-8", maddy "utf8".
        var utf8 = type.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || type.Equals("utf8", StringComparison.OrdinalIgnoreCase);
        var address = Bare(words);
        // CommuniGate: "system;<anna@dest.example>".
        if (!type.IsEmpty && !utf8 && !IsMail(type) && !(words is ['<', ..] && AddressLine.Alone(words) is { } whole && whole.Contains('@'))) return value.Trim().ToString();
        if (address.IsEmpty) return null;
        return utf8 ? Unescaped(address, "\\x{", '}') : address.ToString();
    }

    /// <summary>False for a command, a file or a bare host, which programs name where the recipient should stand.</summary>
    public static bool IsRecipient(string address) => address[0] is not ('|' or '@') && !address.StartsWith("\"|", StringComparison.Ordinal)
        && (address[0] != '/' || address.Contains('@') || address.Contains('='));

    /// <summary>True for <c>|/usr/bin/procmail</c>, quoted or behind a type.</summary>
    public static bool IsProgram(ReadOnlySpan<char> address) => Untyped(address, out _).TrimStart('"').StartsWith("|");

    /// <summary>The original recipient: as an address, with the <c>+HH</c> of xtext decoded (RFC 3461 section 4).</summary>
    public static string? Original(ReadOnlySpan<char> value) => Address(value) is { } address ? Xtext(address) : null;

    /// <summary>Decodes the <c>+HH</c> of xtext; a plus sign that no two upper-case hexadecimal digits follow stays.</summary>
    public static string Xtext(string text)
    {
        if (!text.Contains('+')) return text;
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        var length = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '+' && IsEncoded(text.AsSpan(at + 1), out var value))
            {
                bytes[length++] = value;
                at += 2;
            }
            else
            {
                var pair = char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1;
                length += Encoding.UTF8.GetBytes(text.AsSpan(at, pair), bytes.AsSpan(length));
                at += pair - 1;
            }
        }

        return Utf8.IsValid(bytes.AsSpan(0, length)) ? Encoding.UTF8.GetString(bytes, 0, length) : text;
    }

    /// <summary>The words after a type and its semicolon; all of them when no type stands there.</summary>
    public static ReadOnlySpan<char> Untyped(ReadOnlySpan<char> value, out ReadOnlySpan<char> type)
    {
        type = default;
        var semicolon = value[..Math.Min(value.Length, LongestType)].IndexOf(';');
        if (semicolon < 0) return value;
        var word = value[..semicolon].TrimEnd();
        if (word.IsEmpty || !char.IsAsciiLetter(word[0])) return value;
        foreach (var c in word)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.' or '/')) return value;
        type = word;
        return value[(semicolon + 1)..].TrimStart();
    }

    private static bool IsMail(ReadOnlySpan<char> type) =>
        type.Equals("rfc822", StringComparison.OrdinalIgnoreCase) || type.Equals("rfc-822", StringComparison.OrdinalIgnoreCase)
        || type.Equals("rfc/822", StringComparison.OrdinalIgnoreCase)
        || type.Equals("rfc2822", StringComparison.OrdinalIgnoreCase) || type.Equals("smtp", StringComparison.OrdinalIgnoreCase)
        || type.Equals("unknown", StringComparison.OrdinalIgnoreCase) || type.Equals("local", StringComparison.OrdinalIgnoreCase)
        || type.Equals("x-local", StringComparison.OrdinalIgnoreCase) || type.Equals("822", StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> words)
    {
        words = words.Trim();
        if (words.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) words = words[7..];
        // "Name <user@host>"
        if (words is [.., '>'] && words.LastIndexOf('<') is >= 0 and var open) words = words[(open + 1)..^1].Trim();
        // "user@host (Name)"
        else if (words is [.., ')'] && words.LastIndexOf(" (", StringComparison.Ordinal) is > 0 and var comment) words = words[..comment].Trim();
        if (words is ['@', ..] && words.IndexOf(':') is > 0 and var route) words = words[(route + 1)..];
        return words;
    }

    private static bool IsEncoded(ReadOnlySpan<char> digits, out byte value)
    {
        value = 0;
        return digits.Length >= 2 && char.IsAsciiHexDigitUpper(digits[0]) && char.IsAsciiHexDigitUpper(digits[1])
            // Only what must be encoded is taken for it: "user+20@host" and "user+41@host" are addresses of people who sort their mail.
            && byte.TryParse(digits[..2], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value)
            && value is (byte)'+' or (byte)'=' or >= 0x80;
    }

    // utf-8-addr-xtext of RFC 6533 section 3: "\x{E9}"
    private static string Unescaped(ReadOnlySpan<char> text, string open, char close)
    {
        var plain = new StringBuilder(text.Length);
        while (text.IndexOf(open, StringComparison.Ordinal) is >= 0 and var at)
        {
            plain.Append(text[..at]);
            text = text[at..];
            var end = text[..Math.Min(text.Length, 12)].IndexOf(close);
            if (end > open.Length && int.TryParse(text[open.Length..end], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var point) && Rune.IsValid(point))
            {
                plain.Append(new Rune(point).ToString());
                text = text[(end + 1)..];
            }
            else
            {
                plain.Append(text[..open.Length]);
                text = text[open.Length..];
            }
        }

        return plain.Append(text).ToString();
    }
}
