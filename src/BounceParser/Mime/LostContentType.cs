using System.Text;

namespace BounceParser.Mime;

/// <summary>A mail that lost its own Content-Type on the way, and shows its parts as text: the boundary that they still stand between is its type.</summary>
internal static class LostContentType
{
    // "This is a MIME-encapsulated message." is all that stands before the first part.
    private const int LongestPreamble = 400;
    private const int LongestBoundary = 70;

    /// <summary>The mail with a type that tells the boundary of its parts; null when it has a type, or no parts.</summary>
    public static ReadOnlyMemory<byte>? Restored(ReadOnlyMemory<byte> mail, HeaderBlock headers)
    {
        if (headers.End >= mail.Length || headers.Has("content-type")) return null;
        var body = mail.Span[headers.End..];
        var opening = body[..Math.Min(body.Length, LongestPreamble)];
        if (opening.StartsWith("--"u8)) return With(mail, Boundary(body));
        return opening.IndexOf("\n--"u8) is >= 0 and var line ? With(mail, Boundary(body[(line + 1)..])) : null;
    }

    // What the line says when the headers of a part stand below it.
    private static ReadOnlySpan<byte> Boundary(ReadOnlySpan<byte> line)
    {
        if (line.IndexOf((byte)'\n') is not (> 2 and var end)) return default;
        var boundary = line[2..end].TrimEnd(" \t\r"u8);
        return line[(end + 1)..] is var below && below.Length > 8 && Ascii.EqualsIgnoreCase(below[..8], "content-"u8) ? boundary : default;
    }

    private static ReadOnlyMemory<byte>? With(ReadOnlyMemory<byte> mail, ReadOnlySpan<byte> boundary)
    {
        if (boundary.Length is 0 or > LongestBoundary || boundary.IndexOfAnyExceptInRange((byte)'!', (byte)'~') >= 0 || boundary.IndexOfAny("\"\\"u8) >= 0) return null;
        return (byte[])[.. "Content-Type: multipart/mixed; boundary=\""u8, .. boundary, .. "\"\n"u8, .. mail.Span];
    }
}
