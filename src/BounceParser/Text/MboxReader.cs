using System.Runtime.CompilerServices;

namespace BounceParser.Text;

/// <summary>Splits an mbox file (mboxo or mboxrd) into its messages. Linear in the input, flat in memory.</summary>
internal static class MboxReader
{
    private const int ChunkBytes = 64 * 1024;

    /// <summary>The messages in file order, each without its <c>From </c> line and the blank line that ends it.</summary>
    /// <remarks>
    /// A line that starts with <c>From </c> at the start of the file or after a blank line starts a message; one level of <c>&gt;</c> is
    /// taken off <c>&gt;From </c>. Offset: where the <c>From </c> line starts, in bytes. Of each message at most
    /// <paramref name="maxMessageBytes"/> + 1 bytes are kept: the extra one shows the caller that there was more.
    /// </remarks>
    public static async IAsyncEnumerable<(long Offset, ReadOnlyMemory<byte> Message)> ReadAsync(
        Stream mbox, int maxMessageBytes, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var splitter = new MboxSplitter(maxMessageBytes);
        var chunk = new byte[ChunkBytes];
        int read;
        while ((read = await mbox.ReadAsync(chunk, cancellationToken).ConfigureAwait(false)) > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var rest = chunk.AsMemory(0, read);
            while (!rest.IsEmpty)
            {
                rest = rest[splitter.Feed(rest.Span)..];
                if (splitter.Finished is { } finished) yield return finished;
            }
        }

        if (splitter.End() is { } last) yield return last;
    }
}
