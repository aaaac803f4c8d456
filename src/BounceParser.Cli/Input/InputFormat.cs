using System.IO.Compression;

namespace BounceParser.Cli.Input;

/// <summary>What a file is, by its first bytes; its name says nothing.</summary>
internal enum InputFormat
{
    Message = 0,
    Mbox = 1,
    Outlook = 2,
}

/// <summary>Looks at the start of a stream and hands it on whole.</summary>
internal static class InputStart
{
    private const int Length = 8;
    private static readonly byte[] MboxMark = "From "u8.ToArray();
    private static readonly byte[] GzipMark = [0x1F, 0x8B];
    private static readonly byte[] OutlookMark = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>The stream without gzip, and what it holds.</summary>
    public static async ValueTask<(Stream Whole, InputFormat Format)> LookAsync(Stream stream, CancellationToken cancellation)
    {
        var (whole, start) = await PeekAsync(stream, cancellation).ConfigureAwait(false);
        if (start.Span.StartsWith(GzipMark))
            (whole, start) = await PeekAsync(new GZipStream(whole, CompressionMode.Decompress), cancellation).ConfigureAwait(false);
        var format = start.Span.SequenceEqual(OutlookMark) ? InputFormat.Outlook
            : start.Span.StartsWith(MboxMark) ? InputFormat.Mbox
            : InputFormat.Message;
        return (whole, format);
    }

    /// <summary>The stream itself, or what it holds when it is gzip.</summary>
    public static Stream WithoutGzip(Stream stream)
    {
        var start = new byte[GzipMark.Length];
        var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        var whole = new PrefixedStream(start.AsMemory(0, length), stream);
        return start.AsSpan().SequenceEqual(GzipMark) ? new GZipStream(whole, CompressionMode.Decompress) : whole;
    }

    private static async ValueTask<(Stream Whole, ReadOnlyMemory<byte> Start)> PeekAsync(Stream stream, CancellationToken cancellation)
    {
        var start = new byte[Length];
        var length = await stream.ReadAtLeastAsync(start, Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
        return (new PrefixedStream(start.AsMemory(0, length), stream), start.AsMemory(0, length));
    }
}
