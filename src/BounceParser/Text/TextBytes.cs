using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace BounceParser.Text;

/// <summary>Turns bytes of an unknown charset into text. Never throws for any bytes.</summary>
internal static class TextBytes
{
    // Windows-1252, 0x80 to 0x9F; the five bytes that it leaves open keep their Latin-1 meaning.
    private const string WindowsPunctuation =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    /// <summary>The text of the first <paramref name="maxBytes"/> bytes: by its byte order mark, else UTF-8 when valid, else Windows-1252.</summary>
    /// <remarks>NULs are left out; CRLF and a lone CR become LF.</remarks>
    public static string Decode(ReadOnlySpan<byte> bytes, int maxBytes)
    {
        var cut = bytes.Length > maxBytes;
        if (cut) bytes = bytes[..Math.Max(0, maxBytes)];
        if (bytes is [0xEF, 0xBB, 0xBF, ..]) bytes = bytes[3..];
        else if (bytes is [0xFF, 0xFE, ..]) return Clean(Encoding.Unicode.GetString(bytes[2..]));
        else if (bytes is [0xFE, 0xFF, ..]) return Clean(Encoding.BigEndianUnicode.GetString(bytes[2..]));
        // No byte gives more than one unit.
        var units = ArrayPool<char>.Shared.Rent(bytes.Length);
        var whole = cut ? WithoutCutCharacter(bytes) : bytes;
        if (Utf8.ToUtf16(whole, units, out _, out var length, replaceInvalidSequences: false) != OperationStatus.Done) length = FromWindows1252(bytes, units);
        var text = new string(units, 0, Clean(units.AsSpan(0, length)));
        ArrayPool<char>.Shared.Return(units);
        return text;
    }

    // A limit may fall inside a character of up to four bytes; the pieces of it are dropped.
    private static ReadOnlySpan<byte> WithoutCutCharacter(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= 3 && back <= bytes.Length; back++)
        {
            var value = bytes[^back];
            if (value < 0x80) return bytes;
            if (value >= 0xC0) return Utf8.IsValid(bytes[^back..]) ? bytes : bytes[..^back];
        }

        return bytes;
    }

    private static int FromWindows1252(ReadOnlySpan<byte> bytes, Span<char> units)
    {
        for (var index = 0; index < bytes.Length; index++)
            units[index] = bytes[index] is >= 0x80 and < 0xA0 ? WindowsPunctuation[bytes[index] - 0x80] : (char)bytes[index];
        return bytes.Length;
    }

    private static string Clean(string text)
    {
        if (text.AsSpan().IndexOfAny('\r', '\0') < 0) return text;
        var units = text.ToCharArray();
        return new string(units, 0, Clean(units.AsSpan()));
    }

    // In place; the units kept.
    private static int Clean(Span<char> text)
    {
        var length = 0;
        for (var rest = text; !rest.IsEmpty;)
        {
            var plain = rest.IndexOfAny('\r', '\0') is >= 0 and var end ? end : rest.Length;
            rest[..plain].CopyTo(text[length..]);
            length += plain;
            rest = rest[plain..];
            if (rest is ['\0', ..])
            {
                rest = rest[1..];
                continue;
            }

            // dma ends the lines of a reply with CR CR LF: one line end, and no blank line that would end a paragraph.
            var run = rest.IndexOfAnyExcept('\r') is >= 0 and var other ? other : rest.Length;
            rest = rest[run..];
            if (rest is ['\n', ..]) continue;
            text.Slice(length, run).Fill('\n');
            length += run;
        }

        return length;
    }
}
