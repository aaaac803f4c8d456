using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace BounceParser.Cli.Input;

/// <summary>Reads several sources at a time and hands their messages on in input order.</summary>
/// <param name="reader">Reads one source.</param>
/// <param name="jobs">How many messages at a time, from 1: of as many sources, or of a single mailbox.</param>
internal sealed class OrderedReading(MailReader reader, int jobs)
{
    /// <summary>How many messages of a source may wait for their turn: memory stays flat, however far the first source is behind.</summary>
    private const int MostWaiting = 64;

    public async IAsyncEnumerable<MailResult> ReadAsync(IEnumerable<MailSource> sources, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var rest = sources.GetEnumerator();
        if (!rest.MoveNext()) yield break;
        var first = rest.Current;
        // A source alone has all the jobs and is read by who asks for it; how many there are is not known before the last.
        var results = rest.MoveNext() ? SeveralAsync(first, rest, cancellation) : reader.ReadAsync(first, jobs, cancellation);
        await foreach (var result in results.ConfigureAwait(false)) yield return result;
    }

    private async IAsyncEnumerable<MailResult> SeveralAsync(MailSource first, IEnumerator<MailSource> rest, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var running = new Queue<ChannelReader<MailResult>>([Start(first, stop.Token)]);
        try
        {
            for (var isMore = true; ;)
            {
                for (; isMore && running.Count < jobs; isMore = rest.MoveNext()) running.Enqueue(Start(rest.Current, stop.Token));
                if (!running.TryPeek(out var next)) yield break;
                await foreach (var result in next.ReadAllAsync(cancellation).ConfigureAwait(false)) yield return result;
                running.Dequeue();
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
        }
    }

    private ChannelReader<MailResult> Start(MailSource source, CancellationToken cancellation)
    {
        var channel = Channel.CreateBounded<MailResult>(new BoundedChannelOptions(MostWaiting) { SingleReader = true, SingleWriter = true });
        _ = Task.Run(() => FillAsync(channel.Writer, source, cancellation), CancellationToken.None);
        return channel.Reader;
    }

    private async Task FillAsync(ChannelWriter<MailResult> writer, MailSource source, CancellationToken cancellation)
    {
        try
        {
            await foreach (var result in reader.ReadAsync(source, 1, cancellation).ConfigureAwait(false))
                await writer.WriteAsync(result, cancellation).ConfigureAwait(false);
            writer.Complete();
        }
#pragma warning disable CA1031 // Whatever it is, the one who reads the channel gets it.
        catch (Exception error)
#pragma warning restore CA1031
        {
            writer.Complete(error);
        }
    }
}
