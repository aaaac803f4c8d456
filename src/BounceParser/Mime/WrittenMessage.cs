using BounceParser.Text;
using MimeKit;

namespace BounceParser.Mime;

/// <summary>The bytes of a message that MimeKit has parsed, written no further than they are read.</summary>
internal static class WrittenMessage
{
    /// <summary>At most <paramref name="maxBytes"/> + 1 bytes: the extra one shows the caller that there was more.</summary>
    public static ReadOnlyMemory<byte> Bytes(MimeMessage message, int maxBytes)
    {
        using var sink = new BoundedSink(maxBytes);
        try
        {
            message.WriteTo(sink);
        }
        catch (OperationCanceledException) when (sink.IsOver)
        {
            // As much as is read.
        }

        return sink.Memory;
    }
}
