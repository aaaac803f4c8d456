using System.Runtime.InteropServices;

namespace BounceParser.Mime;

/// <summary>Where the parts of one mail stand.</summary>
internal sealed record MailStructure(ReadOnlyMemory<byte> Bytes, MimePiece[] Pieces, string ContentType, string? ReportType, bool IsTruncated)
{
    /// <summary>The content of a mail that is the first piece of a split one; null for every other mail.</summary>
    public ReadOnlyMemory<byte>? PartialContent => ContentType == "message/partial" && Pieces is [{ Kind: PieceKind.PartialMessage } piece]
        ? PieceContent.Decode(Bytes[piece.Start..piece.End], piece.Encoding, Bytes.Length, out _)
        : null;

    /// <summary>Reads the structure; content that MimeKit refuses becomes one text part after the headers.</summary>
    public static MailStructure Read(GuardedMail mail, HeaderBlock headers, BounceParserOptions options) =>
        PlainStructure.Read(mail, headers, options) ?? ReadWithMimeKit(mail, headers.End, options);

    /// <summary>The same without the short way for well-formed mails.</summary>
    public static MailStructure ReadWithMimeKit(GuardedMail mail, int headersEnd, BounceParserOptions options)
    {
        if (!MemoryMarshal.TryGetArray(mail.Bytes, out var array)) array = mail.Bytes.ToArray();
        // One for each mail: nothing that MimeKit's reader keeps of a broken one can reach the next.
        var reader = new StructureReader(new MemoryStream(array.Array!, array.Offset, array.Count, writable: false), options);
        try
        {
            reader.ReadMessage();
        }
        catch (Exception refused) when (refused is not OutOfMemoryException)
        {
            // What was noted so far counts.
        }

        return Of(reader, mail, headersEnd);
    }

    private static MailStructure Of(StructureReader reader, GuardedMail mail, int headersEnd)
    {
        var type = reader.TopType?.MimeType.ToLowerInvariant() ?? "text/plain";
        MimePiece[] pieces = reader.Pieces.Count > 0 ? [.. reader.Pieces] : [Whole(reader, mail, headersEnd)];
        return new MailStructure(mail.Bytes, pieces, type, reader.ReportType, mail.IsTruncated || reader.IsTruncated);
    }

    private static MimePiece Whole(StructureReader reader, GuardedMail mail, int headersEnd)
    {
        var start = reader.HeadersEnd > 0 ? reader.HeadersEnd : Math.Min(headersEnd, mail.Bytes.Length);
        return new MimePiece(PieceKind.Text, reader.TopEncoding, reader.TopType?.Charset, false, 0, false, 0, start, mail.Bytes.Length);
    }
}
