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
    private const int MostOnStack = 512;

    /// <summary>The value with its encoded words decoded; what is none stays as it is.</summary>
    public static string Decode(ReadOnlySpan<byte> value)
    {
        var decoded = new Pieces();
        // Neither encoding gives more bytes than it has letters.
        var word = value.Length <= MostOnStack ? stackalloc byte[MostOnStack] : new byte[value.Length];
        var length = 0;
        string? charset = null;
        while (Next(value) is { } found)
        {
            var between = value[..found.Start];
            // White space between two words only parts them; a character may begin in one and end in the next.
            var joins = charset is not null && between.Trim(" \t\r\n"u8).IsEmpty;
            if (!joins || !charset!.Equals(found.Charset, StringComparison.OrdinalIgnoreCase))
            {
                if (length > 0) decoded.Add(CharsetText.Decode(word[..length], charset));
                length = 0;
            }

            if (!joins) decoded.Add(TextBytes.Decode(between, between.Length));
            charset = found.Charset;
            length += Decode(value.Slice(found.Payload, found.Length), found.IsBase64, word[length..]);
            value = value[(found.Payload + found.Length + 2)..];
        }

        if (length > 0) decoded.Add(CharsetText.Decode(word[..length], charset));
        decoded.Add(TextBytes.Decode(value, value.Length));
        return decoded.Joined();
    }

    private static int Decode(ReadOnlySpan<byte> payload, bool isBase64, Span<byte> bytes) =>
        isBase64 ? Base64.DecodeFromUtf8(payload, bytes, out _, out var length) == OperationStatus.Done ? length : DecodeBroken(payload, isBase64, bytes)
        : IsQuoted(payload, bytes, out length) ? length : DecodeBroken(payload, isBase64, bytes);

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

    private static int DecodeBroken(ReadOnlySpan<byte> payload, bool isBase64, Span<byte> bytes)
    {
        IMimeDecoder decoder = isBase64 ? new Base64Decoder() : new QuotedPrintableDecoder(rfc2047: true);
        // Some leave out the padding; too much of it does no harm.
        byte[] padded = isBase64 ? [.. payload, .. "=="u8] : payload.ToArray();
        var decoded = new byte[decoder.EstimateOutputLength(padded.Length)];
        var length = decoder.Decode(padded, 0, padded.Length, decoded);
        decoded.AsSpan(0, length).CopyTo(bytes);
        return length;
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
            return new Word(start, CharsetText.NameOf(name[..(language > 0 ? language : mark)]), (value[payload - 2] | 0x20) == 'b', payload, length);
        }

        return null;
    }

    private readonly record struct Word(int Start, string Charset, bool IsBase64, int Payload, int Length);

    /// <summary>Joins texts; a single one stays as it is.</summary>
    private ref struct Pieces()
    {
        private string _first = "";
        private StringBuilder? _joined;

        public void Add(string piece)
        {
            if (piece.Length == 0) return;
            if (_first.Length == 0) _first = piece;
            else (_joined ??= new StringBuilder(_first)).Append(piece);
        }

        public readonly string Joined() => _joined?.ToString() ?? _first;
    }
}
