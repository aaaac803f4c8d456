using System.Text;

namespace BounceParser.Benchmarks;

/// <summary>An mbox of any length that is made while it is read: the given mails, over and over.</summary>
internal sealed class GeneratedMailbox : Stream
{
    private readonly byte[] _round;
    private readonly long _length;

    public GeneratedMailbox(IReadOnlyList<byte[]> mails, long length)
    {
        using var round = new MemoryStream();
        foreach (var mail in mails)
        {
            round.Write("From MAILER-DAEMON Thu Jan  1 00:00:00 2026\n"u8);
            round.Write(Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(mail).Replace("\nFrom ", "\n>From ", StringComparison.Ordinal)));
            round.Write("\n\n"u8);
        }

        (_round, _length) = (round.ToArray(), length);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => _length;

    public override long Position { get; set; }

    public override int Read(Span<byte> buffer)
    {
        var from = (int)(Position % _round.Length);
        var count = (int)Math.Min(Math.Min(buffer.Length, _round.Length - from), _length - Position);
        _round.AsSpan(from, count).CopyTo(buffer);
        Position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
