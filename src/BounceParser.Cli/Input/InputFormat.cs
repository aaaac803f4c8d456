using System.IO.Compression;

namespace BounceParser.Cli.Input;

/// <summary>What a file is, by its first bytes; its name says nothing.</summary>
internal enum InputFormat
{
    Message = 0,
    Mbox = 1,

    /// <summary>No text at all: see <see cref="ForeignFormats"/>.</summary>
    Foreign = 2,
}

/// <summary>What a stream holds, seen by its start.</summary>
/// <param name="Whole">The stream from its start on, without gzip.</param>
/// <param name="Format">What it holds.</param>
internal sealed record InputStart(Stream Whole, InputFormat Format)
{
    /// <summary>In bytes: the first headers of a mail, and tar's mark.</summary>
    private const int Length = 512;

    private const int ShortLength = 8;

    private static readonly byte[] MboxMark = "From "u8.ToArray();
    private static readonly byte[] GzipMark = [0x1F, 0x8B];

    /// <summary>Why it is not read, and what to do; null for what is read.</summary>
    public string? Refusal { get; private init; }

    /// <summary>Whether it begins as a mail or a mailbox does.</summary>
    public bool IsMail => Format == InputFormat.Mbox || MailStart.Is(Start.Span, Start.Length == Length);

    private ReadOnlyMemory<byte> Start { get; init; }

    /// <summary>The stream without gzip, and what it holds.</summary>
    public static async ValueTask<InputStart> LookAsync(Stream stream, CancellationToken cancellation)
    {
        var start = await ReadAsync(stream, cancellation).ConfigureAwait(false);
        if (start.AsSpan().StartsWith(GzipMark))
        {
            stream = new GZipStream(new PrefixedStream(start, stream), CompressionMode.Decompress);
            start = await ReadAsync(stream, cancellation).ConfigureAwait(false);
        }

        return Of(start, stream);
    }

    /// <summary>The same for lines that somebody still writes: the first come at once.</summary>
    public static InputStart Look(Stream stream)
    {
        var start = Read(stream);
        if (start.AsSpan().StartsWith(GzipMark))
        {
            stream = new GZipStream(new PrefixedStream(start, stream), CompressionMode.Decompress);
            start = Read(stream);
        }

        return Of(start, stream);
    }

    private static InputStart Of(byte[] start, Stream rest)
    {
        var refusal = ForeignFormats.RefusalOf(start);
        var format = refusal is not null ? InputFormat.Foreign : start.AsSpan().StartsWith(MboxMark) ? InputFormat.Mbox : InputFormat.Message;
        return new InputStart(new PrefixedStream(start, rest), format) { Refusal = refusal, Start = start };
    }

    private static async ValueTask<byte[]> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        var start = new byte[Length];
        var length = await stream.ReadAtLeastAsync(start, Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
        return length == Length ? start : start[..length];
    }

    private static byte[] Read(Stream stream)
    {
        var start = new byte[Length];
        var length = stream.ReadAtLeast(start, ShortLength, throwOnEndOfStream: false);
        return length == Length ? start : start[..length];
    }
}
