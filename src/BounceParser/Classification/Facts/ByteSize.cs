using System.Buffers;
using System.Globalization;

namespace BounceParser.Classification.Facts;

/// <summary>A number of a text with its unit of size: "10485760", "10 Mo", "35.5 MB", "20,971,520 bytes".</summary>
/// <param name="Bytes">The size.</param>
/// <param name="HasUnit">True when a unit says that it is a size.</param>
/// <param name="End">Where the text goes on.</param>
internal readonly record struct ByteSize(long Bytes, bool HasUnit, int End)
{
    private const int MostDigits = 15;

    private static readonly (string Unit, int Shift)[] Units =
    [
        ("byte", 0), ("octet", 0), ("o", 0), ("oct", 0), ("байт", 0),
        ("kb", 10), ("ko", 10), ("kib", 10), ("kio", 10), ("kbyte", 10), ("kilobyte", 10), ("kilo-octet", 10), ("kilooctet", 10), ("кб", 10), ("k", 10),
        ("mb", 20), ("mo", 20), ("mib", 20), ("mio", 20), ("mbyte", 20), ("megabyte", 20), ("mégaoctet", 20), ("megaoctet", 20), ("méga-octet", 20), ("meg", 20), ("мб", 20), ("m", 20),
        ("gb", 30), ("go", 30), ("gib", 30), ("gio", 30), ("gbyte", 30), ("gigabyte", 30), ("gigaoctet", 30), ("giga-octet", 30), ("гб", 30), ("g", 30),
    ];

    private static readonly SearchValues<char> UnitStarts = SearchValues.Create([.. Units.Select(unit => unit.Unit[0]).SelectMany(first => new[] { first, char.ToUpperInvariant(first) }).Distinct()]);

    /// <summary>Reads the number that starts there; null when it is none, or part of a code, an address or a date.</summary>
    public static ByteSize? At(ReadOnlySpan<char> text, int start)
    {
        if (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or ',' or '-' or '_' or '#' or '/' or '@')) return null;
        var end = NumberEnd(text, start);
        var unit = Unit(text, end, out var shift, out var after);
        if (!unit && end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '-' or '_' or '@' or '/' or '%')) return null;
        return Value(text[start..end], shift) is { } value && value * (1L << shift) < long.MaxValue / 2 ? new ByteSize((long)(value * (1L << shift)), unit, after) : null;
    }

    private static int NumberEnd(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] is '.' or ',' or '\u00A0' or '\u202F' or ' ' && IsGroup(text, start, end)))) end++;
        return end;
    }

    // A separator stands between digits; a space only before exactly three of them.
    private static bool IsGroup(ReadOnlySpan<char> text, int start, int at)
    {
        if (at + 1 >= text.Length || !char.IsAsciiDigit(text[at + 1])) return false;
        if (text[at] is '.' or ',') return true;
        var digits = text[(at + 1)..].IndexOfAnyExceptInRange('0', '9');
        return at - start <= 3 + (text[start..at].ContainsAny(" \u00A0\u202F") ? 12 : 0) && (digits < 0 ? text.Length - at - 1 : digits) == 3;
    }

    private static bool Unit(ReadOnlySpan<char> text, int at, out int shift, out int end)
    {
        var start = at;
        while (start < text.Length && start - at < 2 && text[start] is ' ' or '\u00A0' or '\u202F' or '-') start++;
        end = start;
        while (end < text.Length && end - start < 14 && (char.IsLetter(text[end]) || (text[end] == '-' && end > start && end - start < 5))) end++;
        var word = text[start..end].TrimEnd('-');
        if (word.IsEmpty || !UnitStarts.Contains(word[0])) return None(at, out shift, out end);
        foreach (var (unit, power) in Units)
        {
            if (!word.StartsWith(unit, StringComparison.OrdinalIgnoreCase)) continue;
            var rest = word[unit.Length..];
            if (!rest.IsEmpty && !(unit.Length > 2 && rest is "s" or "S") && !(power == 0 && unit == "байт")) continue;
            // A lone letter stands right behind the number and is a capital: "10M", not "5 m".
            if (unit.Length == 1 && unit != "o" && (start > at || char.IsLower(word[0]))) continue;
            (shift, end) = (power, start + word.Length);
            return true;
        }

        return None(at, out shift, out end);
    }

    private static bool None(int at, out int shift, out int end)
    {
        (shift, end) = (0, at);
        return false;
    }

    // "10.240 KB", "1,024 MB" and "20,971,520" group thousands; "10.5 MB", "0.512 MB" and "1,024 GB" have a decimal mark.
    private static double? Value(ReadOnlySpan<char> number, int shift)
    {
        Span<char> digits = stackalloc char[MostDigits + 1];
        var length = 0;
        var last = number.LastIndexOfAny('.', ',');
        var groups = last < 0 || (number.Length - last == 4 && ((shift < 30 && number[0] != '0') || number[..last].ContainsAny('.', ',')));
        for (var at = 0; at < number.Length; at++)
        {
            var unit = char.IsAsciiDigit(number[at]) ? number[at] : !groups && at == last ? '.' : '\0';
            if (unit == '\0') continue;
            if (length == digits.Length) return null;
            digits[length++] = unit;
        }

        return double.TryParse(digits[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }
}
