using System.Buffers;

namespace BounceParser.Text;

/// <summary>Reads a stream to its end and keeps a bounded part of it. Never disposes the stream.</summary>
internal static class BoundedStream
{
    private const int ChunkBytes = 64 * 1024;

    /// <summary>At most <paramref name="maxBytes"/> + 1 bytes: the extra one shows the caller that there was more.</summary>
    public static ReadOnlyMemory<byte> Read(Stream stream, int maxBytes)
    {
        var kept = new BoundedBuffer(maxBytes);
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            int read;
            while ((read = stream.Read(chunk, 0, chunk.Length)) > 0) kept.Append(chunk.AsSpan(0, read));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }

        return kept.Memory;
    }

    /// <inheritdoc cref="Read"/>
    public static async ValueTask<BoundedBuffer> ReadAsync(Stream stream, int maxBytes, CancellationToken cancellationToken)
    {
        var kept = new BoundedBuffer(maxBytes);
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            int read;
            while ((read = await stream.ReadAsync(chunk, cancellationToken).ConfigureAwait(false)) > 0)
            {
                // Not every stream looks at the token itself.
                cancellationToken.ThrowIfCancellationRequested();
                kept.Append(chunk.AsSpan(0, read));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }

        return kept;
    }
}
