using System.Runtime.CompilerServices;

namespace BounceParser.Cli.Input;

/// <summary>What one message of a source gave: a report, or why it could not be read.</summary>
internal sealed record MailResult(string Source, int Index, BounceReport? Report, string? Error);

/// <summary>Reads sources message by message.</summary>
internal sealed class MailReader(BounceInterpreter interpreter, Func<Stream> standardInput)
{
    public const string OutlookHint = "Outlook's own format (.msg) is not read: save the message as .eml, or forward it as an attachment";

    private long _bytesRead;

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
        var stream = new MeteredStream(source.Open(standardInput, cancellation), count => Interlocked.Add(ref _bytesRead, count));
        await using (stream.ConfigureAwait(false))
        {
            var (whole, format) = await InputStart.LookAsync(stream, cancellation).ConfigureAwait(false);
            switch (format)
            {
                case InputFormat.Outlook:
                    yield return new MailResult(source.Path, 0, null, OutlookHint);
                    break;
                case InputFormat.Mbox:
                    await foreach (var entry in interpreter.InterpretMboxInParallelAsync(whole, jobs, cancellation).ConfigureAwait(false))
                        yield return new MailResult(source.Path, entry.Index, entry.Report, null);
                    break;
                default:
                    yield return new MailResult(source.Path, 0, await interpreter.InterpretAsync(whole, cancellation).ConfigureAwait(false), null);
                    break;
            }
        }
    }
}
