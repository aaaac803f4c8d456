using System.IO.Compression;

namespace BounceParser.Cli.Input;

/// <summary>What a file is, by its first bytes; its name says nothing.</summary>
internal enum InputFormat
{
    Message = 0,
    Mbox = 1,
    Outlook = 2,
}

/// <summary>What a stream holds, seen by its start.</summary>
/// <param name="Whole">The stream from its start on, without gzip.</param>
/// <param name="Format">What it holds.</param>
internal sealed record InputStart(Stream Whole, InputFormat Format)
{
    private const int Length = 8;
    private static readonly byte[] MboxMark = "From "u8.ToArray();
    private static readonly byte[] GzipMark = [0x1F, 0x8B];
    private static readonly byte[] OutlookMark = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>The stream without gzip, and what it holds.</summary>
    public static async ValueTask<InputStart> LookAsync(Stream stream, CancellationToken cancellation)
    {
        var start = await ReadAsync(stream, cancellation).ConfigureAwait(false);
        if (start.AsSpan().StartsWith(GzipMark))
        {
            stream = new GZipStream(new PrefixedStream(start, stream), CompressionMode.Decompress);
            start = await ReadAsync(stream, cancellation).ConfigureAwait(false);
        }

        return new InputStart(new PrefixedStream(start, stream), FormatOf(start));
    }

    /// <summary>The stream itself, or what it holds when it is gzip.</summary>
    public static Stream WithoutGzip(Stream stream)
    {
        var start = new byte[GzipMark.Length];
        var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        var whole = new PrefixedStream(start.AsMemory(0, length), stream);
        return start.AsSpan().SequenceEqual(GzipMark) ? new GZipStream(whole, CompressionMode.Decompress) : whole;
    }

    private static InputFormat FormatOf(ReadOnlySpan<byte> start) => start.SequenceEqual(OutlookMark) ? InputFormat.Outlook
        : start.StartsWith(MboxMark) ? InputFormat.Mbox
        : InputFormat.Message;

    private static async ValueTask<byte[]> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        var start = new byte[Length];
        var length = await stream.ReadAtLeastAsync(start, Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
        return length == Length ? start : start[..length];
    }
}
