using System.Text;

namespace BounceParser.Mime;

/// <summary>A MIME message seen as a bounce: its headers, its words, its report parts and what it returns of another message.</summary>
/// <remarks>Offsets over the bytes; strings are made only for what is asked for. Used by one thread at a time.</remarks>
internal sealed class BounceMessage
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly HeaderBlock _headers;
    private readonly MimePiece[] _pieces;
    private readonly BounceParserOptions _options;
    private ReportParts? _parts;
    private string? _text;
    private bool _truncated;

    private BounceMessage(MailStructure structure, HeaderBlock headers, BounceParserOptions options)
    {
        _bytes = structure.Bytes;
        _headers = headers;
        _pieces = structure.Pieces;
        _options = options;
        _truncated = structure.IsTruncated || headers.Count >= options.MaxHeaders;
        ContentType = structure.ContentType;
        ReportType = structure.ReportType;
    }

    /// <summary>The media type of the whole mail in lower case; text/plain when none is declared.</summary>
    public string ContentType { get; }

    /// <summary>The report-type of the multipart/report in lower case, also of a nested one; null when there is none.</summary>
    public string? ReportType { get; }

    /// <summary>True when a limit was hit, as far as was read.</summary>
    public bool IsTruncated => _truncated || _parts?.IsTruncated == true;

    /// <summary>What a person reads: the text parts outside the report, else the HTML as text; line ends are LF.</summary>
    public string Text => _text ??= HumanText.Read(_bytes, _pieces, Parts, _options, ref _truncated);

    /// <summary>The fields of all delivery status parts of this mail, not of one that it holds; null when there is none.</summary>
    public ReadOnlyMemory<byte>? DeliveryStatus => Parts.DeliveryStatus;

    public ReadOnlyMemory<byte>? FeedbackReport => Parts.FirstOf(PieceKind.FeedbackReport);

    public ReadOnlyMemory<byte>? DispositionNotification => Parts.FirstOf(PieceKind.Disposition);

    /// <summary>The message that came back, or its headers; null when nothing did.</summary>
    public ReturnedMessage? Returned => Parts.Returned;

    /// <summary>The first message that this mail holds, when it is no report itself: somebody forwards it as an attachment.</summary>
    public ReadOnlyMemory<byte>? AttachedMessage => ContentType == "multipart/report" ? null : Parts.FirstOf(PieceKind.Message);

    private ReportParts Parts => _parts ??= new ReportParts(_bytes, _pieces, ReportType, _options);

    /// <summary>The messages that this mail holds, when it is no report itself; not those inside of them.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> AttachedMessages => ContentType == "multipart/report" ? [] : Parts.AllOf(PieceKind.Message);

    /// <summary>The whole message that came back, as far as it did; null when nothing but headers, or nothing at all, came.</summary>
    /// <param name="start">Where it starts in <see cref="Text"/>, when no part holds it.</param>
    public ReadOnlyMemory<byte>? ReturnedMail(int? start) =>
        Parts.FirstOf(PieceKind.Message) ?? (start is { } at && at < Text.Length ? Encoding.UTF8.GetBytes(Text[at..].TrimStart()) : null);

    /// <summary>Reads a mail; null when there is none: empty, binary, or text without headers. Never throws for any content.</summary>
    public static BounceMessage? Read(ReadOnlyMemory<byte> message, BounceParserOptions options)
    {
        if (Open(message, options, out var headers) is not { } structure) return null;
        // The headers inside the first piece of a split message are those of the mail (RFC 2046 section 5.2.2.1).
        if (structure.PartialContent is { } inner && Open(inner, options, out var innerHeaders) is { } whole)
            return new BounceMessage(whole with { IsTruncated = true }, innerHeaders, options);
        return new BounceMessage(structure, headers, options);
    }

    private static MailStructure? Open(ReadOnlyMemory<byte> message, BounceParserOptions options, out HeaderBlock headers)
    {
        var mail = MessageGuard.Check(message, options);
        headers = new HeaderBlock(mail.Bytes, options.MaxHeaders);
        if (!HeaderText.IsMail(headers) || HeaderText.StartsWithReply(mail.Bytes.Span) || HeaderText.IsDialogue(mail.Bytes.Span, headers)) return null;
        if ((LostBlankLine.Restored(mail.Bytes, headers) ?? LostContentType.Restored(mail.Bytes, headers)) is { } restored)
        {
            mail = mail with { Bytes = restored };
            headers = new HeaderBlock(restored, options.MaxHeaders);
        }

        return MailStructure.Read(mail, headers, options);
    }

    public bool HasHeader(HeaderName name) => _headers.Has(name);

    /// <summary>The first value of that header, unfolded, not decoded; null when there is none. Case does not matter.</summary>
    public string? Header(HeaderName name) => _headers.First(name);

    /// <summary>The first value of that header with its encoded words decoded (RFC 2047).</summary>
    public string? DecodedHeader(HeaderName name) => _headers.FirstDecoded(name);

    /// <summary>The bytes of the first header of that name, without the white space around it; false when there is none.</summary>
    public bool TryRawHeader(HeaderName name, out ReadOnlySpan<byte> raw) => _headers.TryRaw(name, out raw);

    public IEnumerable<string> Headers(HeaderName name) => _headers.All(name);
}
