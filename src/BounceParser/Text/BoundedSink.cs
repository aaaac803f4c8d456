namespace BounceParser.Text;

/// <summary>Takes what is written up to a limit, plus one byte that shows that there was more; then the writer is stopped by an <see cref="OperationCanceledException"/>.</summary>
internal sealed class BoundedSink(int maxBytes) : Stream
{
    private readonly BoundedBuffer _kept = new(maxBytes);

    public ReadOnlyMemory<byte> Memory => _kept.Memory;

    /// <summary>True when there was more.</summary>
    public bool IsOver => _kept.Length > maxBytes;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _kept.Length;

    public override long Position { get => Length; set => throw new NotSupportedException(); }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _kept.Append(buffer);
        if (IsOver) throw new OperationCanceledException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        // Nothing is held back.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
