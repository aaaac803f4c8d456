namespace BounceParser.Text;

/// <summary>The state of an mbox read in pieces of any size: never looks at a byte twice.</summary>
internal sealed class MboxSplitter(int maxMessageBytes)
{
    private enum Line { Start, Quotes, Body, Separator }

    private readonly BoundedBuffer message = new(maxMessageBytes);
    private readonly int maxMessageBytes = maxMessageBytes;
    private Line line = Line.Start;
    private int matched;
    private bool quoted;
    private bool afterBlank = true;
    private bool blank = true;
    private bool inMessage;
    private long lineStart;
    private long lineOffset;
    private long position;
    private long messageOffset;

    private static ReadOnlySpan<byte> Marker => "From "u8;

    /// <summary>The message that the last call ended; null for most calls.</summary>
    public (long Offset, ReadOnlyMemory<byte> Message)? Finished { get; private set; }

    /// <summary>Takes the next bytes, up to the end of a message at most; says how many.</summary>
    public int Feed(ReadOnlySpan<byte> bytes)
    {
        Finished = null;
        var taken = 0;
        while (taken < bytes.Length && Finished is null) taken += line is Line.Start or Line.Quotes ? FeedHead(bytes[taken]) : FeedRest(bytes[taken..]);
        return taken;
    }

    /// <summary>The last message, or null when there is none.</summary>
    public (long Offset, ReadOnlyMemory<byte> Message)? End()
    {
        Finished = null;
        Finish();
        return Finished;
    }

    // The head of a line: any number of '>', then "From ".
    private int FeedHead(byte value)
    {
        if (value == '>' && matched == 0)
        {
            (line, quoted, blank) = (Line.Quotes, true, false);
            Append([value]);
        }
        else if (value == Marker[matched])
        {
            blank = false;
            Append([value]);
            if (++matched == Marker.Length) EndHead();
        }
        else
        {
            line = Line.Body;
            return 0;
        }

        return 1;
    }

    private void EndHead()
    {
        line = Line.Body;
        if (quoted) message.RemoveAt(lineStart);
        else if (afterBlank) StartMessage();
    }

    private void StartMessage()
    {
        message.Truncate(lineStart);
        Finish();
        (line, inMessage, messageOffset) = (Line.Separator, true, lineOffset);
    }

    private int FeedRest(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)'\n');
        var piece = end < 0 ? bytes : bytes[..(end + 1)];
        blank = blank && piece is [(byte)'\n'] or [(byte)'\r'] or [(byte)'\r', (byte)'\n'];
        if (line == Line.Separator) position += piece.Length;
        else Append(piece);
        if (end >= 0) StartLine();
        return piece.Length;
    }

    private void StartLine()
    {
        afterBlank = blank && line != Line.Separator;
        (line, matched, quoted, blank) = (Line.Start, 0, false, true);
        (lineStart, lineOffset) = (message.Length, position);
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        message.Append(bytes);
        position += bytes.Length;
    }

    // Bytes before the first separator are a message too, unless they are blank: nothing that was read is lost.
    private void Finish()
    {
        if (!inMessage && message.Memory.Span.TrimStart("\r\n"u8).IsEmpty)
        {
            message.Truncate(0);
            return;
        }

        if (message.Length <= maxMessageBytes) message.Truncate(message.Length - BlankEnd(message.Memory.Span));
        Finished = (messageOffset, message.Take());
    }

    // The blank line before the next separator belongs to the mbox, not to the message.
    private static int BlankEnd(ReadOnlySpan<byte> bytes) =>
        bytes.EndsWith("\r\n\r\n"u8) ? 2 : bytes.EndsWith("\n\n"u8) ? 1 : 0;
}
