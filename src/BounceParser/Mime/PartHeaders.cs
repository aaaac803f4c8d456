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

    /// <summary>Those of the mail itself; false when they are not plain, or one of them stands there twice.</summary>
    public static bool TryRead(ReadOnlySpan<byte> mail, HeaderBlock block, out PartHeaders headers)
    {
        headers = default;
        return block.IsPlain && block.TryOnly("content-type", out var type) && block.TryOnly("content-transfer-encoding", out var encoding) && block.TryOnly("content-disposition", out var disposition)
            && TryRead(mail, type, encoding, disposition, block.End, out headers);
    }

    /// <summary>Those of the part that starts there; false when the block is no plain one: a line that is no header, a header twice, no blank line.</summary>
    public static bool TryRead(ReadOnlySpan<byte> mail, int at, out PartHeaders headers)
    {
        headers = default;
        Range type = default, encoding = default, disposition = default;
        var fields = new HeaderFields(mail, at);
        while (fields.MoveNext())
            if (!fields.IsPlain || !Note(fields, ref type, ref encoding, ref disposition)) return false;
        return fields.EndsPlainly && TryRead(mail, type, encoding, disposition, fields.Next, out headers);
    }

    private static bool TryRead(ReadOnlySpan<byte> mail, Range type, Range encoding, Range disposition, int end, out PartHeaders headers)
    {
        headers = default;
        if (!PlainContentType.TryRead(mail, type, out var read)) return false;
        headers = new PartHeaders(read, PieceNames.EncodingOf(mail[encoding]), PieceNames.StartsWith(mail[disposition].Trim(" \t\r\n"u8), "attachment"), end);
        return true;
    }

    private static bool Note(in HeaderFields field, ref Range type, ref Range encoding, ref Range disposition)
    {
        var name = field.Name;
        return name.Length switch
        {
            12 when PieceNames.StartsWith(name, "content-type") => Take(ref type, field),
            19 when PieceNames.StartsWith(name, "content-disposition") => Take(ref disposition, field),
            25 when PieceNames.StartsWith(name, "content-transfer-encoding") => Take(ref encoding, field),
            _ => true,
        };
    }

    private static bool Take(ref Range place, in HeaderFields field)
    {
        if (!place.Equals(default)) return false;
        place = field.ValueStart..field.End;
        return true;
    }
}
