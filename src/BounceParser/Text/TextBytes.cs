using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace BounceParser.Text;

/// <summary>Turns bytes of an unknown charset into text. Never throws for any bytes.</summary>
internal static class TextBytes
{
    private const int MostOnStack = 2_048;
    private const int Looked = 4_096;

    // Characters of UTF-8 for each broken one: the letters of another charset seldom look like one.
    private const int FewestWhole = 8;

    // What stands for itself in every charset.
    private static readonly SearchValues<byte> Plain = SearchValues.Create([.. Enumerable.Range(1, 0x7F).Select(value => (byte)value).Where(value => value != '\r')]);

    // Windows-1252, 0x80 to 0x9F; the five bytes that it leaves open keep their Latin-1 meaning.
    private const string WindowsPunctuation =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    /// <summary>The text of the first <paramref name="maxBytes"/> bytes: by its byte order mark, else UTF-8, else Windows-1252.</summary>
    /// <remarks>NULs are left out; CRLF and a lone CR become LF.</remarks>
    public static string Decode(ReadOnlySpan<byte> bytes, int maxBytes)
    {
        var cut = bytes.Length > maxBytes;
        if (!cut && bytes.IndexOfAnyExcept(Plain) < 0) return Encoding.ASCII.GetString(bytes);
        if (cut) bytes = bytes[..Math.Max(0, maxBytes)];
        if (bytes is [0xEF, 0xBB, 0xBF, ..]) bytes = bytes[3..];
        else if (bytes is [0xFF, 0xFE, ..]) return Cleaned(Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(bytes[2..])), isUtf8: true);
        else if (bytes is [0xFE, 0xFF, ..]) return Cleaned(Encoding.UTF8.GetBytes(Encoding.BigEndianUnicode.GetString(bytes[2..])), isUtf8: true);
        var whole = cut ? WithoutCutCharacter(bytes) : bytes;
        return IsUtf8(whole) ? Cleaned(whole, isUtf8: true) : Cleaned(bytes, isUtf8: false);
    }

    /// <summary>True for UTF-8, and for what it became where a mail server cut lines or lost a byte. Linear in the first 4 KB where it is not valid.</summary>
    public static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes)) return true;
        var (whole, broken) = (0, 0);
        for (var rest = bytes[..Math.Min(bytes.Length, Looked)]; rest.IndexOfAnyExceptInRange((byte)0, (byte)0x7F) is >= 0 and var at;)
        {
            if (Rune.DecodeFromUtf8(rest[at..], out _, out var length) == OperationStatus.Done) whole++;
            else broken++;
            rest = rest[(at + length)..];
        }

        return whole > broken * FewestWhole;
    }

    /// <summary>The text in the room, when it fits and each of its bytes stands for itself in every charset; then it is what <see cref="Decode"/> gives.</summary>
    public static bool TryPlain(ReadOnlySpan<byte> bytes, Span<char> room, out ReadOnlySpan<char> text)
    {
        text = default;
        if (bytes.Length > room.Length || bytes.IndexOfAnyExcept(Plain) >= 0) return false;
        Ascii.ToUtf16(bytes, room, out var length);
        text = room[..length];
        return true;
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

    private static string Cleaned(ReadOnlySpan<byte> bytes, bool isUtf8)
    {
        // No byte gives more than one unit.
        var most = bytes.Length + AsciiLines.Margin;
        var rented = most <= MostOnStack ? null : ArrayPool<char>.Shared.Rent(most);
        var units = rented is null ? stackalloc char[MostOnStack] : rented;
        var text = new string(units[..Clean(bytes, units, isUtf8)]);
        if (rented is not null) ArrayPool<char>.Shared.Return(rented);
        return text;
    }

    // The units written.
    private static int Clean(ReadOnlySpan<byte> bytes, Span<char> units, bool isUtf8)
    {
        var (read, length) = AsciiLines.Start(bytes, units);
        for (bytes = bytes[read..]; ;)
        {
            var plain = bytes.IndexOfAny((byte)'\r', (byte)0) is >= 0 and var end ? end : bytes.Length;
            length += Widen(bytes[..plain], units[length..], isUtf8);
            if (plain == bytes.Length) return length;
            bytes = bytes[plain..];
            if (bytes[0] == 0)
            {
                bytes = bytes[1..];
                continue;
            }

            // dma ends the lines of a reply with CR CR LF: one line end, and no blank line that would end a paragraph.
            var run = 1;
            while (run < bytes.Length && bytes[run] == '\r') run++;
            bytes = bytes[run..];
            if (bytes is [(byte)'\n', ..]) continue;
            units.Slice(length, run).Fill('\n');
            length += run;
        }
    }

    private static int Widen(ReadOnlySpan<byte> bytes, Span<char> units, bool isUtf8)
    {
        if (isUtf8)
        {
            Utf8.ToUtf16(bytes, units, out _, out var length);
            return length;
        }

        for (var index = 0; index < bytes.Length; index++)
            units[index] = bytes[index] is >= 0x80 and < 0xA0 ? WindowsPunctuation[bytes[index] - 0x80] : (char)bytes[index];
        return bytes.Length;
    }
}
