namespace BounceParser.Tests.Hostile;

/// <summary>A stream that starts with some bytes and repeats them up to its length; it looks at no cancellation token.</summary>
internal sealed class EndlessStream(byte[] start, long length) : MemoryStream
{
    private long _position;

    /// <summary>Called before each read with its number, from 1.</summary>
    public Action<int> BeforeRead { get; init; } = _ => { };

    public int Reads { get; private set; }

    public long BytesRead => _position;

    public override int Read(byte[] buffer, int offset, int count) => Fill(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer) => Fill(buffer);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Fill(buffer.Span));

    private int Fill(Span<byte> buffer)
    {
        BeforeRead(++Reads);
        var count = (int)Math.Min(buffer.Length, length - _position);
        for (var filled = 0; filled < count;)
        {
            var from = (int)((_position + filled) % start.Length);
            var piece = Math.Min(count - filled, start.Length - from);
            start.AsSpan(from, piece).CopyTo(buffer[filled..]);
            filled += piece;
        }

        _position += count;
        return count;
    }
}
