using System.Globalization;
using System.Text;

namespace BounceParser.Text;

/// <summary>A string as a program prints it: quotes around it, and backslashes before what would end or break it.</summary>
internal static class QuotedLiteral
{
    /// <summary>The string that opens with the first quote of the words.</summary>
    /// <param name="words">The words, a quote among them.</param>
    /// <param name="length">How far it goes, its first quote and what stands before included, its last quote not.</param>
    /// <remarks>Escaped bytes are UTF-8; a carriage return is none of the words.</remarks>
    public static string Read(ReadOnlySpan<char> words, out int length)
    {
        length = words.IndexOfAny('\'', '"', '`') + 1;
        var quote = words[length - 1];
        var bytes = new List<byte>();
        Span<byte> utf8 = stackalloc byte[4];
        while (length < words.Length && words[length] != quote)
        {
            if (words[length] == '\\' && length + 1 < words.Length)
            {
                length += Escape(words[length..], out var escaped);
                if (escaped != '\r') bytes.Add(escaped);
                continue;
            }

            Rune.DecodeFromUtf16(words[length..], out var rune, out var units);
            foreach (var unit in utf8[..rune.EncodeToUtf8(utf8)]) bytes.Add(unit);
            length += units;
        }

        return TextBytes.Decode(bytes.ToArray(), bytes.Count);
    }

    private static int Escape(ReadOnlySpan<char> escape, out byte value)
    {
        if (escape is ['\\', 'x', _, _, ..] && byte.TryParse(escape[2..4], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value)) return 4;
        value = escape[1] switch { 'n' => (byte)'\n', 'r' => (byte)'\r', 't' => (byte)' ', var other => other < 0x80 ? (byte)other : (byte)'?' };
        return 2;
    }
}
