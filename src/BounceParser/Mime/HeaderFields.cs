namespace BounceParser.Mime;

/// <summary>Goes over a block of headers field by field; one goes on over the lines that begin with white space (RFC 5322 section 2.2.3).</summary>
/// <param name="bytes">What holds the block.</param>
/// <param name="start">Where it starts.</param>
internal ref struct HeaderFields(ReadOnlySpan<byte> bytes, int start)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>Where the field starts; behind the last one, the line that ends the block.</summary>
    public int Start { get; private set; }

    /// <summary>The length of its name; 0 when it is no header.</summary>
    public int NameLength { get; private set; }

    public int ValueStart { get; private set; }

    /// <summary>Where its value ends, its line end not counted.</summary>
    public int End { get; private set; }

    /// <summary>Where the line behind it starts.</summary>
    public int Next { get; private set; } = start;

    public readonly ReadOnlySpan<byte> Name => _bytes.Slice(Start, NameLength);

    /// <summary>True when the name ends at its colon.</summary>
    public readonly bool IsPlain => NameLength > 0 && ValueStart == Start + NameLength + 1;

    /// <summary>Behind the last field: true when a blank line, and nothing else, ends the block.</summary>
    public readonly bool EndsPlainly => _bytes[Start..Next] is [(byte)'\n'] or [(byte)'\r', (byte)'\n'];

    /// <summary>Goes to the next field, or line that is none; false at the first empty line, and at the end.</summary>
    public bool MoveNext()
    {
        Start = Next;
        End = NextLine();
        if (End == Start) return false;
        while (Next < _bytes.Length && _bytes[Next] is (byte)' ' or (byte)'\t') End = NextLine();
        NameLength = HeaderText.NameLength(_bytes[Start..End], out var offset);
        ValueStart = Start + offset;
        return true;
    }

    // Where the line ends, its line end not counted.
    private int NextLine()
    {
        var line = _bytes[Next..];
        var feed = line.IndexOf((byte)'\n');
        var end = Next + (feed < 0 ? line.Length : feed);
        Next = feed < 0 ? end : end + 1;
        while (end > Start && _bytes[end - 1] == '\r') end--;
        return end;
    }
}
