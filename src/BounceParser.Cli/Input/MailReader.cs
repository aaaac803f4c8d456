using System.Runtime.CompilerServices;

namespace BounceParser.Cli.Input;

/// <summary>What one message of a source gave: a report, or why it could not be read.</summary>
internal sealed record MailResult(string Source, int Index, BounceReport? Report, string? Error);

/// <summary>Reads sources message by message.</summary>
internal sealed class MailReader(BounceInterpreter interpreter, Func<Stream> standardInput)
{
    private long _bytesRead;

    /// <summary>The files of folders that turned out to hold no mail.</summary>
    public LeftOutFiles LeftOut { get; } = new();

    public long BytesRead => Interlocked.Read(ref _bytesRead);

    /// <summary>The messages of a source in order; the first error ends it.</summary>
    /// <param name="source">Where they come from.</param>
    /// <param name="jobs">How many messages of a mailbox at a time, from 1.</param>
    /// <param name="cancellation">Stops it.</param>
    public async IAsyncEnumerable<MailResult> ReadAsync(MailSource source, int jobs, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (source.Failure is { } reason)
        {
            yield return new MailResult(source.Path, 0, null, reason);
            yield break;
        }

        var messages = MessagesAsync(source, jobs, cancellation).GetAsyncEnumerator(cancellation);
        await using (messages.ConfigureAwait(false))
        {
            for (var index = 0; ; index++)
            {
                MailResult? failure = null;
                try
                {
                    if (!await messages.MoveNextAsync().ConfigureAwait(false)) yield break;
                }
                catch (Exception error) when (InputError.Is(error))
                {
                    failure = new MailResult(source.Path, index, null, InputError.Reason(source.Path, error));
                }

                yield return failure ?? messages.Current;
                if (failure is not null) yield break;
            }
        }
    }

    private async IAsyncEnumerable<MailResult> MessagesAsync(MailSource source, int jobs, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (source.IsGuess && !source.HasContent)
        {
            LeftOut.Add(source.Path, LeftOutFiles.Empty);
            yield break;
        }

        var stream = new MeteredStream(source.Open(standardInput, cancellation), count => Interlocked.Add(ref _bytesRead, count));
        await using (stream.ConfigureAwait(false))
        {
            var start = await InputStart.LookAsync(stream, cancellation).ConfigureAwait(false);
            switch (start.Format)
            {
                case var _ when source.IsGuess && !start.IsMail:
                    LeftOut.Add(source.Path, start.Refusal ?? LeftOutFiles.NoMail);
                    break;
                case InputFormat.Foreign:
                    yield return new MailResult(source.Path, 0, null, start.Refusal);
                    break;
                case InputFormat.Mbox:
                    await foreach (var entry in interpreter.InterpretMboxInParallelAsync(start.Whole, jobs, cancellation).ConfigureAwait(false))
                        yield return new MailResult(source.Path, entry.Index, entry.Report, null);
                    break;
                default:
                    yield return new MailResult(source.Path, 0, await interpreter.InterpretAsync(start.Whole, cancellation).ConfigureAwait(false), null);
                    break;
            }
        }
    }
}
