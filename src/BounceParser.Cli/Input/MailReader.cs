using System.Runtime.CompilerServices;

namespace BounceParser.Cli.Input;

/// <summary>What one message of a source gave: a report, or why it could not be read.</summary>
internal sealed record MailResult(string Source, int Index, BounceReport? Report, string? Error);

/// <summary>Reads sources message by message.</summary>
internal sealed class MailReader(BounceInterpreter interpreter, Func<Stream> standardInput)
{
    private static readonly byte[] MboxMark = "From "u8.ToArray();
    private static readonly byte[] OutlookMark = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public async IAsyncEnumerable<MailResult> ReadAsync(MailSource source, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Stream stream;
        MailResult? failure = null;
        try
        {
            stream = source.Open(standardInput);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            failure = new MailResult(source.Path, 0, null, Reason(source, error));
            stream = Stream.Null;
        }

        if (failure is not null)
        {
            yield return failure;
            yield break;
        }

        await using (stream.ConfigureAwait(false))
        {
            var messages = MessagesAsync(source, stream, cancellation).GetAsyncEnumerator(cancellation);
            await using (messages.ConfigureAwait(false))
            {
                for (var index = 0; failure is null;)
                {
                    MailResult result;
                    try
                    {
                        if (!await messages.MoveNextAsync().ConfigureAwait(false)) break;
                        result = messages.Current;
                        index = result.Index + 1;
                    }
                    catch (Exception error) when (error is IOException or UnauthorizedAccessException)
                    {
                        result = failure = new MailResult(source.Path, index, null, Reason(source, error));
                    }

                    yield return result;
                }
            }
        }
    }

    private async IAsyncEnumerable<MailResult> MessagesAsync(MailSource source, Stream stream, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var start = new byte[8];
        var length = await stream.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
        var whole = new PrefixedStream(start.AsMemory(0, length), stream);
        if (start.AsSpan(0, length).SequenceEqual(OutlookMark))
        {
            yield return new MailResult(source.Path, 0, null, "Outlook's own format (.msg) is not read: save the message as .eml, or forward it as an attachment");
        }
        else if (start.AsSpan(0, length).StartsWith(MboxMark))
        {
            await foreach (var entry in interpreter.InterpretMboxAsync(whole, cancellation).ConfigureAwait(false))
                yield return new MailResult(source.Path, entry.Index, entry.Report, null);
        }
        else
        {
            yield return new MailResult(source.Path, 0, await interpreter.InterpretAsync(whole, cancellation).ConfigureAwait(false), null);
        }
    }

    private static string Reason(MailSource source, Exception error) => error switch
    {
        FileNotFoundException or DirectoryNotFoundException => "no such file or folder",
        UnauthorizedAccessException when Directory.Exists(source.Path) => "is a folder",
        UnauthorizedAccessException => "permission denied",
        _ => error.Message,
    };
}
