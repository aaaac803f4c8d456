namespace BounceParser.Mime;

/// <summary>What the headers of a mail or of a part say of its content, when they are well formed.</summary>
internal readonly ref struct PartHeaders
{
    private PartHeaders(PlainContentType type, PieceEncoding encoding, bool isAttachment, int end)
    {
        Type = type;
        Encoding = encoding;
        IsAttachment = isAttachment;
        End = end;
    }

    public PlainContentType Type { get; }
    public PieceEncoding Encoding { get; }
    public bool IsAttachment { get; }

    /// <summary>Where the content starts, after the blank line.</summary>
    public int End { get; }

    /// <summary>False when the block is no plain one: a line that is no header, a header twice, no blank line.</summary>
    public static bool TryRead(ReadOnlySpan<byte> mail, int at, out PartHeaders headers)
    {
        headers = default;
        Range type = default, encoding = default, disposition = default;
        while (at < mail.Length)
        {
            var end = EndOfField(mail, at, out var isBlank);
            if (isBlank)
            {
                if (!PlainContentType.TryRead(mail, type, out var read)) return false;
                headers = new PartHeaders(read, PieceNames.EncodingOf(mail[encoding]), PieceNames.StartsWith(mail[disposition].Trim(" \t\r\n"u8), "attachment"), end);
                return true;
            }

            var field = end < 0 ? default : mail[at..end];
            var length = HeaderText.NameLength(field, out var value);
            if (length == 0 || value != length + 1) return false;
            // Only fields that begin with this letter say anything of the content.
            if ((field[0] | 0x20) == 'c' && !Note(field[..length], (at + value)..end, ref type, ref encoding, ref disposition)) return false;
            at = end;
        }

        return false;
    }

    private static bool Note(ReadOnlySpan<byte> name, Range value, ref Range type, ref Range encoding, ref Range disposition)
    {
        ref var place = ref type;
        if (Is(name, "content-transfer-encoding")) place = ref encoding;
        else if (Is(name, "content-disposition")) place = ref disposition;
        else if (!Is(name, "content-type")) return true;
        if (!place.Equals(default)) return false;
        place = value;
        return true;
    }

    // A field goes on over lines that begin with white space; -1 when the last line has no end.
    private static int EndOfField(ReadOnlySpan<byte> mail, int at, out bool isBlank)
    {
        isBlank = mail[at] == '\n' || mail[at..].StartsWith("\r\n"u8);
        do
        {
            var feed = mail[at..].IndexOf((byte)'\n');
            if (feed < 0) return -1;
            at += feed + 1;
        }
        while (!isBlank && at < mail.Length && mail[at] is (byte)' ' or (byte)'\t');
        return at;
    }

    private static bool Is(ReadOnlySpan<byte> name, string field) => name.Length == field.Length && PieceNames.StartsWith(name, field);
}
