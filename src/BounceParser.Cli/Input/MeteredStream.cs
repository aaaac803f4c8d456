namespace BounceParser.Cli.Input;

/// <summary>A stream that tells how much was read of it.</summary>
internal sealed class MeteredStream(Stream inner, Action<int> read) : ForwardStream
{
    public override int Read(Span<byte> buffer) => Tell(inner.Read(buffer));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Tell(await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false));

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    private int Tell(int count)
    {
        read(count);
        return count;
    }
}
