using System.Text;
using BounceParser.Text;

namespace BounceParser.Mime;

/// <summary>The headers of the message that a report is about, as far as they were returned.</summary>
internal sealed class ReturnedMessage
{
    private const int LongestBlock = 64 * 1024;
    private const int MaxHeaders = 1_000;
    private const int MaxLinesBefore = 10;

    private readonly HeaderBlock _headers;

    private ReturnedMessage(ReadOnlyMemory<byte> bytes) => _headers = new HeaderBlock(bytes, MaxHeaders);

    /// <summary>Reads the header block at the start of a returned message; blank lines and an mbox line before it are passed over.</summary>
    public static ReturnedMessage FromBytes(ReadOnlyMemory<byte> message)
    {
        if (message.Length > LongestBlock) message = message[..LongestBlock];
        return new ReturnedMessage(message[FirstHeader(message.Span)..]);
    }

    /// <summary>Reads the header block that starts at, or a few lines after, <paramref name="start"/>; quoting or indentation of its lines is taken off.</summary>
    public static ReturnedMessage FromText(string text, int start)
    {
        var from = Math.Clamp(start, 0, text.Length);
        var block = text.AsSpan(from, Math.Min(LongestBlock, text.Length - from)).TrimStart("\r\n");
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(block.Length)];
        var length = Encoding.UTF8.GetBytes(WithoutPrefix(block), bytes);
        return FromBytes(bytes.AsMemory(0, length));
    }

    /// <summary>True when no header came back: some programs put a remark there.</summary>
    public bool IsEmpty => _headers.Count == 0;

    /// <summary>The first value of that name, unfolded, not decoded; null when it was not returned.</summary>
    public string? Header(HeaderName name) => _headers.First(name);

    /// <summary>The first value of that name with its encoded words decoded (RFC 2047).</summary>
    public string? DecodedHeader(HeaderName name) => _headers.FirstDecoded(name);

    public IEnumerable<string> Headers(HeaderName name) => _headers.All(name);

    /// <summary>True when this message is itself a report of a delivery, or comes from a mail system with an empty return path.</summary>
    public bool IsReport()
    {
        var type = Header("content-type");
        if (type is not null && type.StartsWith("multipart/report", StringComparison.OrdinalIgnoreCase)) return true;
        if (Header("x-failed-recipients") is not null) return true;
        return Header("return-path")?.Replace(" ", "", StringComparison.Ordinal) is "<>" or "<#@[]>"
            && Header("from") is { } from
            && (Caseless.Contains(from, "mailer-daemon") || Caseless.Contains(from, "postmaster"));
    }

    // Separator lines, "From " and blank lines may stand before the first header.
    private static int FirstHeader(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        for (var passed = 0; at < bytes.Length && passed < MaxLinesBefore;)
        {
            var feed = bytes[at..].IndexOf((byte)'\n');
            var line = feed < 0 ? bytes[at..] : bytes.Slice(at, feed);
            if (HeaderText.NameLength(line, out _) > 0) return at;
            if (line.IndexOfAnyExcept("\r\t "u8) >= 0) passed++;
            at = feed < 0 ? bytes.Length : at + feed + 1;
        }

        return bytes.Length;
    }

    private static ReadOnlySpan<char> WithoutPrefix(ReadOnlySpan<char> block)
    {
        var length = block.IndexOfAnyExcept("> \t|");
        if (length <= 0) return block;
        var prefix = block[..length];
        var kept = new StringBuilder(block.Length);
        foreach (var line in block.EnumerateLines())
            kept.Append(line.StartsWith(prefix, StringComparison.Ordinal) ? line[length..] : line.TrimEnd("> \t|")).Append('\n');
        return kept.ToString();
    }
}
