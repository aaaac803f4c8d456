using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using MimeKit.Encodings;

namespace BounceParser.Mime;

/// <summary>Undoes the transfer encoding of a part, bounded.</summary>
internal static class PieceContent
{
    // The lines of base64: RFC 2045 has 76 signs at most, PEM 64, some programs 48.
    private const int ShortestLine = 48;
    private const int LongestLine = 76;

    private const int Looked = 4_096;
    private const int FewestLetters = 2;

    private static readonly SearchValues<byte> Base64Signs = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=\r\n"u8);

    /// <summary>At most <paramref name="max"/> decoded bytes; content without an encoding is not copied. What is encoded and does not say so is decoded too.</summary>
    public static ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> content, PieceEncoding encoding, int max, out bool truncated)
    {
        if (encoding == PieceEncoding.None) encoding = Undeclared(content.Span);
        var decoder = DecoderOf(encoding);
        if (decoder is null) return Bounded(content, max, out truncated);
        // No encoding takes more than three bytes for one, its line ends aside.
        var cut = Bounded(content, (int)Math.Min(int.MaxValue, 4L * max), out var inputCut);
        if (!MemoryMarshal.TryGetArray(cut, out var input)) input = cut.ToArray();
        var output = new byte[decoder.EstimateOutputLength(input.Count)];
        var length = decoder.Decode(input.Array!, input.Offset, input.Count, output);
        var decoded = Bounded(output.AsMemory(0, length), max, out var outputCut);
        truncated = inputCut || outputCut;
        return decoded;
    }

    private static PieceEncoding Undeclared(ReadOnlySpan<byte> content) =>
        IsBase64(content) ? PieceEncoding.Base64 : IsQuotedPrintable(content) ? PieceEncoding.QuotedPrintable : PieceEncoding.None;

    // Letters beyond ASCII written as "=E4" within words, and none as they are; a link or a field has an equals sign too.
    private static bool IsQuotedPrintable(ReadOnlySpan<byte> content)
    {
        var (letters, within) = (0, 0);
        for (var rest = content[..Math.Min(content.Length, Looked)]; rest.IndexOf((byte)'=') is >= 0 and var at; rest = rest[(at + 1)..])
        {
            var after = rest[(at + 1)..];
            if (after is [(byte)'\n', ..] or [(byte)'\r', (byte)'\n', ..] or [(byte)'3', (byte)'D', ..]) continue;
            if (after is not [>= (byte)'8' and <= (byte)'9' or >= (byte)'A' and <= (byte)'F', >= (byte)'0' and <= (byte)'9' or >= (byte)'A' and <= (byte)'F', ..]) return false;
            letters++;
            if (after is [_, _, >= (byte)'a' and <= (byte)'z' or (byte)'=', ..]) within++;
        }

        return letters >= FewestLetters && within * 2 > letters && Ascii.IsValid(content);
    }

    // Nothing but whole lines of its signs: words have spaces.
    private static bool IsBase64(ReadOnlySpan<byte> content)
    {
        content = content.Trim("\r\n"u8);
        var line = content[..Math.Max(0, content.IndexOf((byte)'\n'))].TrimEnd((byte)'\r');
        return line.Length is >= ShortestLine and <= LongestLine && line.Length % 4 == 0 && content.IndexOfAnyExcept(Base64Signs) < 0;
    }

    private static ReadOnlyMemory<byte> Bounded(ReadOnlyMemory<byte> bytes, int max, out bool truncated)
    {
        truncated = bytes.Length > max;
        return truncated ? bytes[..max] : bytes;
    }

    private static IMimeDecoder? DecoderOf(PieceEncoding encoding) => encoding switch
    {
        PieceEncoding.Base64 => new Base64Decoder(),
        PieceEncoding.QuotedPrintable => new QuotedPrintableDecoder(),
        PieceEncoding.UuEncode => new UUDecoder(),
        _ => null,
    };
}
