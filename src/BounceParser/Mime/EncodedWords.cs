using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using BounceParser.Text;
using MimeKit.Encodings;

namespace BounceParser.Mime;

/// <summary>The encoded words of header fields (RFC 2047), in every charset that a text part may have. Never throws, linear.</summary>
/// <remarks>MimeKit's own decoder knows only the charsets that the process has registered.</remarks>
internal static class EncodedWords
{
    private const int LongestCharset = 40;

    /// <summary>The value with its encoded words decoded; what is none stays as it is.</summary>
    public static string Decode(ReadOnlySpan<byte> value)
    {
        var decoded = new StringBuilder(value.Length);
        var word = new ArrayBufferWriter<byte>();
        string? charset = null;
        while (Next(value) is { } found)
        {
            var between = value[..found.Start];
            // White space between two words only parts them; a character may begin in one and end in the next.
            var joins = charset is not null && between.Trim(" \t\r\n"u8).IsEmpty;
            if (!joins || !charset!.Equals(found.Charset, StringComparison.OrdinalIgnoreCase)) Flush(decoded, word, charset);
            if (!joins) decoded.Append(TextBytes.Decode(between, between.Length));
            charset = found.Charset;
            Decode(value.Slice(found.Payload, found.Length), found.IsBase64, word);
            value = value[(found.Payload + found.Length + 2)..];
        }

        Flush(decoded, word, charset);
        return decoded.Append(TextBytes.Decode(value, value.Length)).ToString();
    }

    private static void Flush(StringBuilder decoded, ArrayBufferWriter<byte> word, string? charset)
    {
        if (word.WrittenCount > 0) decoded.Append(CharsetText.Decode(word.WrittenSpan, charset));
        word.ResetWrittenCount();
    }

    private static void Decode(ReadOnlySpan<byte> payload, bool isBase64, ArrayBufferWriter<byte> word)
    {
        // Neither encoding gives more bytes than it has letters.
        var room = word.GetSpan(payload.Length + 1);
        if (isBase64 ? Base64.DecodeFromUtf8(payload, room, out _, out var length) == OperationStatus.Done : IsQuoted(payload, room, out length)) word.Advance(length);
        else DecodeBroken(payload, isBase64, word);
    }

    // False for an escape that is none.
    private static bool IsQuoted(ReadOnlySpan<byte> payload, Span<byte> bytes, out int length)
    {
        length = 0;
        for (var at = 0; at < payload.Length; at++)
        {
            var unit = payload[at];
            if (unit == '=')
            {
                if (at + 2 >= payload.Length || !byte.TryParse(payload.Slice(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out unit)) return false;
                at += 2;
            }
            else if (unit == '_') unit = (byte)' ';

            bytes[length++] = unit;
        }

        return true;
    }

    private static void DecodeBroken(ReadOnlySpan<byte> payload, bool isBase64, ArrayBufferWriter<byte> word)
    {
        IMimeDecoder decoder = isBase64 ? new Base64Decoder() : new QuotedPrintableDecoder(rfc2047: true);
        // Some leave out the padding; too much of it does no harm.
        byte[] padded = isBase64 ? [.. payload, .. "=="u8] : payload.ToArray();
        var bytes = new byte[decoder.EstimateOutputLength(padded.Length)];
        word.Write(bytes.AsSpan(0, decoder.Decode(padded, 0, padded.Length, bytes)));
    }

    // "=?charset*language?B?payload?="
    private static Word? Next(ReadOnlySpan<byte> value)
    {
        for (var start = 0; value[start..].IndexOf("=?"u8) is >= 0 and var step; start += 2)
        {
            start += step;
            var name = value.Slice(start + 2, Math.Min(LongestCharset, value.Length - start - 2));
            var mark = name.IndexOf((byte)'?');
            var payload = start + mark + 5;
            if (mark < 1 || payload > value.Length || value[payload - 1] != '?' || (value[payload - 2] | 0x20) is not ('b' or 'q')) continue;
            var length = value[payload..].IndexOf("?="u8);
            if (length < 0) return null;
            var language = name[..mark].IndexOf((byte)'*');
            var charset = Encoding.ASCII.GetString(name[..(language > 0 ? language : mark)]);
            return new Word(start, charset, (value[payload - 2] | 0x20) == 'b', payload, length);
        }

        return null;
    }

    private readonly record struct Word(int Start, string Charset, bool IsBase64, int Payload, int Length);
}
