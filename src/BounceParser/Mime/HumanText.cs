using System.Text;

namespace BounceParser.Mime;

/// <summary>The words of a mail that a person reads.</summary>
internal static class HumanText
{
    /// <summary>The text parts joined by a line end; of alternatives the plain one, or the HTML when that is blank. Bounded.</summary>
    public static string Read(ReadOnlyMemory<byte> bytes, MimePiece[] pieces, ReportParts parts, BounceParserOptions options, ref bool truncated)
    {
        var source = new TextSource(bytes, options);
        var text = Join(source, pieces, parts, attachments: false);
        // A report without words says all in its fields; what is attached to it is somebody's.
        if (string.IsNullOrWhiteSpace(text) && parts.FirstOf(PieceKind.DeliveryStatus) is null) text = Join(source, pieces, parts, attachments: true);
        if (string.IsNullOrWhiteSpace(text)) text = Preamble(source, pieces) ?? text;
        truncated |= source.IsTruncated;
        return text;
    }

    private static string Join(TextSource source, MimePiece[] pieces, ReportParts parts, bool attachments)
    {
        var text = "";
        StringBuilder? joined = null;
        HashSet<int>? plain = null;
        for (var index = 0; index < pieces.Length; index++)
        {
            var piece = pieces[index];
            if (piece.IsAttachment != attachments || parts.IsMachineText(index) || piece.Kind is not (PieceKind.Text or PieceKind.Html)) continue;
            // In an alternative the plain twin decides; elsewhere whether words stand before.
            if (piece.Kind == PieceKind.Html && (piece.Alternative == 0 ? text.Length > 0 : (plain ??= PlainAlternatives(source, pieces)).Contains(piece.Alternative))) continue;
            var words = source.Read(piece);
            if (string.IsNullOrWhiteSpace(words)) continue;
            if (text.Length == 0) text = words;
            else if ((joined ??= new StringBuilder(text)).Length + words.Length < source.Limit) joined.Append('\n').Append(words);
            else source.IsTruncated = true;
        }

        return joined?.ToString() ?? text;
    }

    // The alternatives that hold words in plain text.
    private static HashSet<int> PlainAlternatives(TextSource source, MimePiece[] pieces)
    {
        var found = new HashSet<int>();
        foreach (var piece in pieces)
            if (piece.Kind == PieceKind.Text && piece.Alternative > 0 && !found.Contains(piece.Alternative) && !source.IsBlank(piece)) found.Add(piece.Alternative);
        return found;
    }

    private static string? Preamble(TextSource source, MimePiece[] pieces)
    {
        foreach (var piece in pieces)
            if (piece.Kind == PieceKind.Preamble) return source.Read(piece);
        return null;
    }
}

/// <summary>Reads the words of one part after another, within the limit of each.</summary>
internal sealed class TextSource(ReadOnlyMemory<byte> bytes, BounceParserOptions options)
{
    public int Limit => options.MaxTextBytes;
    public bool IsTruncated { get; set; }

    public string Read(MimePiece piece)
    {
        var content = PieceContent.Decode(bytes[piece.Start..piece.End], piece.Encoding, options.MaxTextBytes, out var cut);
        IsTruncated |= cut;
        var words = CharsetText.Decode(content.Span, piece.Charset);
        return piece.Kind == PieceKind.Html && HtmlText.HoldsMarkup(words) ? HtmlText.Read(words) : words;
    }

    public bool IsBlank(MimePiece piece) => piece.Encoding == PieceEncoding.None
        ? bytes.Span[piece.Start..piece.End].IndexOfAnyExcept(" \t\r\n"u8) < 0
        : string.IsNullOrWhiteSpace(Read(piece));
}
