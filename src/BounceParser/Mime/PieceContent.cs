using System.Runtime.InteropServices;
using MimeKit.Encodings;

namespace BounceParser.Mime;

/// <summary>Undoes the transfer encoding of a part, bounded.</summary>
internal static class PieceContent
{
    /// <summary>At most <paramref name="max"/> decoded bytes; content without an encoding is not copied.</summary>
    public static ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> content, PieceEncoding encoding, int max, out bool truncated)
    {
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
