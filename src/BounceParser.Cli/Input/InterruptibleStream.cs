namespace BounceParser.Cli.Input;

/// <summary>A stream whose reader can be called away while nothing comes: a terminal, a pipe.</summary>
/// <remarks>.NET reads the standard input without regard to cancellation; Ctrl-C would wait for the next byte.</remarks>
internal sealed class InterruptibleStream(Stream inner, CancellationToken cancellation) : ForwardStream
{
    public override int Read(Span<byte> buffer)
    {
        var bytes = new byte[buffer.Length];
        var read = ReadOnAsync(bytes, cancellation).GetAwaiter().GetResult();
        bytes.AsSpan(0, read).CopyTo(buffer);
        return read;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        // Bytes of its own: a read that was given up still writes into them.
        var bytes = new byte[buffer.Length];
        var read = await ReadOnAsync(bytes, cancellationToken.CanBeCanceled ? cancellationToken : cancellation).ConfigureAwait(false);
        bytes.AsMemory(0, read).CopyTo(buffer);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    private Task<int> ReadOnAsync(byte[] bytes, CancellationToken stop) => Task.Run(() => inner.Read(bytes), CancellationToken.None).WaitAsync(stop);
}
