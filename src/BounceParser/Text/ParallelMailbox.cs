using System.Runtime.CompilerServices;

namespace BounceParser.Text;

/// <summary>Interprets the messages of an mbox several at a time and hands the reports on in the order of the mailbox.</summary>
/// <param name="interpret">Reads one message; called from several threads.</param>
/// <param name="jobs">How many threads at a time, from 1.</param>
/// <param name="mostBytes">How much may wait or be read at a time, in bytes; a single message may be larger.</param>
internal sealed class ParallelMailbox(Func<ReadOnlyMemory<byte>, BounceReport> interpret, int jobs, int mostBytes)
{
    // Enough work that handing it to another thread costs nothing beside it.
    private const int BatchBytes = 256 * 1024;
    private const int BatchMessages = 128;

    // Enough ahead that a thread that gets its turn late holds up nobody.
    private const int WaitingForEach = 4;

    private readonly Queue<(Task<MailboxEntry[]> Entries, int Bytes)> _running = new();
    private readonly List<(long Offset, ReadOnlyMemory<byte> Message)> _batch = [];
    private int _batchBytes, _runningBytes, _index;

    /// <summary>The entries in order; where the input lets us wait, what was read so far is handed on meanwhile.</summary>
    public async IAsyncEnumerable<MailboxEntry> ReadAsync(
        Func<CancellationToken, IAsyncEnumerable<(long Offset, ReadOnlyMemory<byte> Message)>> open, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var messages = open(stop.Token).GetAsyncEnumerator(stop.Token);
        try
        {
            while (true)
            {
                var next = messages.MoveNextAsync().AsTask();
                if (!next.IsCompleted) Start(stop.Token);
                while (!next.IsCompleted && _running.TryPeek(out var oldest))
                {
                    await Task.WhenAny(next, oldest.Entries).ConfigureAwait(false);
                    if (!oldest.Entries.IsCompleted) break;
                    foreach (var entry in await OldestAsync().ConfigureAwait(false)) yield return entry;
                }

                if (!await next.ConfigureAwait(false)) break;
                Add(messages.Current);
                if (_batchBytes < BatchBytes && _batch.Count < BatchMessages) continue;
                while (_running.Count > 0 && (_running.Count > WaitingForEach * jobs || _runningBytes + _batchBytes > mostBytes))
                    foreach (var entry in await OldestAsync().ConfigureAwait(false)) yield return entry;
                Start(stop.Token);
            }

            Start(stop.Token);
            while (_running.Count > 0)
                foreach (var entry in await OldestAsync().ConfigureAwait(false)) yield return entry;
        }
        finally
        {
            // A read may hang: it is told to stop, not waited for.
            await stop.CancelAsync().ConfigureAwait(false);
        }
    }

    private void Add((long Offset, ReadOnlyMemory<byte> Message) message)
    {
        _batch.Add(message);
        _batchBytes += message.Message.Length;
    }

    private Task<MailboxEntry[]> OldestAsync()
    {
        var (entries, bytes) = _running.Dequeue();
        _runningBytes -= bytes;
        return entries;
    }

    private void Start(CancellationToken cancellationToken)
    {
        if (_batch.Count == 0) return;
        var (batch, first) = (_batch.ToArray(), _index);
        _running.Enqueue((Task.Run(() => Read(batch, first, cancellationToken), cancellationToken), _batchBytes));
        _runningBytes += _batchBytes;
        _index += batch.Length;
        _batchBytes = 0;
        _batch.Clear();
    }

    private MailboxEntry[] Read((long Offset, ReadOnlyMemory<byte> Message)[] batch, int first, CancellationToken cancellationToken)
    {
        var entries = new MailboxEntry[batch.Length];
        for (var place = 0; place < batch.Length; place++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            entries[place] = new MailboxEntry(first + place, batch[place].Offset, interpret(batch[place].Message));
        }

        return entries;
    }
}
