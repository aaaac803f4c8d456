namespace BounceParser.Text;

/// <summary>The state of an mbox read in pieces of any size: never looks at a byte twice.</summary>
internal sealed class MboxSplitter(int maxMessageBytes)
{
    private enum Line { Start, Quotes, Body, Separator }

    private readonly BoundedBuffer _message = new(maxMessageBytes);
    private readonly int _maxMessageBytes = maxMessageBytes;
    private Line _line = Line.Start;
    private int _matched;
    private bool _quoted;
    private bool _afterBlank = true;
    private bool _blank = true;
    private bool _inMessage;
    private long _lineStart;
    private long _lineOffset;
    private long _position;
    private long _messageOffset;

    private static ReadOnlySpan<byte> Marker => "From "u8;

    /// <summary>The message that the last call ended; null for most calls.</summary>
    public (long Offset, ReadOnlyMemory<byte> Message)? Finished { get; private set; }

    /// <summary>Takes the next bytes, up to the end of a message at most; says how many.</summary>
    public int Feed(ReadOnlySpan<byte> bytes)
    {
        Finished = null;
        var taken = 0;
        while (taken < bytes.Length && Finished is null) taken += _line is Line.Start or Line.Quotes ? FeedHead(bytes[taken]) : FeedRest(bytes[taken..]);
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
        if (value == '>' && _matched == 0)
        {
            (_line, _quoted, _blank) = (Line.Quotes, true, false);
            Append([value]);
        }
        else if (value == Marker[_matched])
        {
            _blank = false;
            Append([value]);
            if (++_matched == Marker.Length) EndHead();
        }
        else
        {
            _line = Line.Body;
            return 0;
        }

        return 1;
    }

    private void EndHead()
    {
        _line = Line.Body;
        if (_quoted) _message.RemoveAt(_lineStart);
        else if (_afterBlank) StartMessage();
    }

    private void StartMessage()
    {
        _message.Truncate(_lineStart);
        Finish();
        (_line, _inMessage, _messageOffset) = (Line.Separator, true, _lineOffset);
    }

    private int FeedRest(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)'\n');
        var piece = end < 0 ? bytes : bytes[..(end + 1)];
        _blank = _blank && piece is [(byte)'\n'] or [(byte)'\r'] or [(byte)'\r', (byte)'\n'];
        if (_line == Line.Separator) _position += piece.Length;
        else Append(piece);
        if (end >= 0) StartLine();
        return piece.Length;
    }

    private void StartLine()
    {
        _afterBlank = _blank && _line != Line.Separator;
        (_line, _matched, _quoted, _blank) = (Line.Start, 0, false, true);
        (_lineStart, _lineOffset) = (_message.Length, _position);
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        _message.Append(bytes);
        _position += bytes.Length;
    }

    // Bytes before the first separator are a message too, unless they are blank: nothing that was read is lost.
    private void Finish()
    {
        if (!_inMessage && _message.Memory.Span.TrimStart("\r\n"u8).IsEmpty)
        {
            _message.Truncate(0);
            return;
        }

        if (_message.Length <= _maxMessageBytes) _message.Truncate(_message.Length - BlankEnd(_message.Memory.Span));
        Finished = (_messageOffset, _message.Take());
    }

    // The blank line before the next separator belongs to the mbox, not to the message.
    private static int BlankEnd(ReadOnlySpan<byte> bytes) =>
        bytes.EndsWith("\r\n\r\n"u8) ? 2 : bytes.EndsWith("\n\n"u8) ? 1 : 0;
}
