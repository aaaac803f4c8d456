using System.Buffers;

namespace BounceParser.Text;

/// <summary>Undoes the <c>\303\251</c> that Exim and sendmail write for bytes above 127.</summary>
internal static class OctalEscapes
{
    private const int EscapeLength = 4;

    /// <summary>The text with those bytes read as UTF-8, else Windows-1252; the text itself when it has none.</summary>
    public static string Decode(string text)
    {
        var first = Next(text, 0);
        if (first < 0) return text;
        var decoded = new System.Text.StringBuilder(text.Length);
        var from = 0;
        for (var at = first; at >= 0; at = Next(text, from))
        {
            decoded.Append(text, from, at - from);
            from = at + AppendRun(text.AsSpan(at), decoded);
        }

        return decoded.Append(text, from, text.Length - from).ToString();
    }

    // Neighbouring escapes are one run of bytes: a character may take up to four.
    private static int AppendRun(ReadOnlySpan<char> text, System.Text.StringBuilder decoded)
    {
        var length = 0;
        while (IsEscape(text[length..])) length += EscapeLength;
        var bytes = ArrayPool<byte>.Shared.Rent(length / EscapeLength);
        var count = 0;
        for (var rest = text; IsEscape(rest); rest = rest[EscapeLength..]) bytes[count++] = (byte)(((rest[1] - '0') << 6) + ((rest[2] - '0') << 3) + rest[3] - '0');
        decoded.Append(TextBytes.Decode(bytes.AsSpan(0, count), count));
        ArrayPool<byte>.Shared.Return(bytes);
        return count * EscapeLength;
    }

    private static int Next(string text, int from)
    {
        while (from < text.Length && text.AsSpan(from).IndexOf('\\') is >= 0 and var step)
        {
            from += step;
            if (IsEscape(text.AsSpan(from))) return from;
            from++;
        }

        return -1;
    }

    private static bool IsEscape(ReadOnlySpan<char> text) => text is ['\\', '2' or '3', >= '0' and <= '7', >= '0' and <= '7', ..];
}
