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
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var rest = sources.GetEnumerator();
        var running = new Queue<ChannelReader<MailResult>>();
        try
        {
            if (!rest.MoveNext()) yield break;
            var first = rest.Current;
            var isMore = rest.MoveNext();
            // A source alone has all the jobs, one among others one; how many there are is not known before the last.
            running.Enqueue(Start(first, isMore ? 1 : jobs, stop.Token));
            while (true)
            {
                for (; isMore && running.Count < jobs; isMore = rest.MoveNext()) running.Enqueue(Start(rest.Current, 1, stop.Token));
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

    private ChannelReader<MailResult> Start(MailSource source, int jobsEach, CancellationToken cancellation)
    {
        var channel = Channel.CreateBounded<MailResult>(new BoundedChannelOptions(MostWaiting) { SingleReader = true, SingleWriter = true });
        _ = Task.Run(() => FillAsync(channel.Writer, source, jobsEach, cancellation), CancellationToken.None);
        return channel.Reader;
    }

    private async Task FillAsync(ChannelWriter<MailResult> writer, MailSource source, int jobsEach, CancellationToken cancellation)
    {
        try
        {
            await foreach (var result in reader.ReadAsync(source, jobsEach, cancellation).ConfigureAwait(false))
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
