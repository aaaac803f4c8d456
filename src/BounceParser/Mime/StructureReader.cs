using MimeKit;

namespace BounceParser.Mime;

/// <summary>Notes where the parts of a mail stand, over MimeKit's streaming reader.</summary>
/// <remarks>Parts of a message inside the mail are not noted: only that message itself.</remarks>
internal sealed class StructureReader : MimeReader
{
    private readonly List<MimePiece> _pieces = [];
    private readonly Stack<Multipart> _multiparts = new();
    private readonly int _maxParts;
    private int _depth = -1, _alternatives, _contentStart, _contentEnd, _messageStart;
    private PieceKind _messageKind;
    private PieceEncoding _encoding;
    private bool _attached, _untyped;

    // Own parser options: the setter of the shared default would change every other user of MimeKit.
    public StructureReader(Stream mail, BounceParserOptions options) : base(new ParserOptions { MaxMimeDepth = options.MaxMimeDepth }, mail, MimeFormat.Entity) => _maxParts = options.MaxMimeParts;

    public IReadOnlyList<MimePiece> Pieces => _pieces;
    public ContentType? TopType { get; private set; }
    public string? ReportType { get; private set; }

    /// <summary>Where the mail's own headers end; 0 when the reader did not come so far.</summary>
    public int HeadersEnd { get; private set; }

    public PieceEncoding TopEncoding { get; private set; }
    public bool IsTruncated { get; private set; }

    protected override void OnMimeMessageBegin(long beginOffset, int beginLineNumber, CancellationToken cancellationToken)
    {
        if (++_depth == 1) _messageStart = (int)beginOffset;
    }

    protected override void OnMimeMessageEnd(long beginOffset, int beginLineNumber, long headersEndOffset, long endOffset, int lines, CancellationToken cancellationToken)
    {
        if (_depth-- == 1) Add(_messageKind, PieceEncoding.None, null, _messageStart, (int)endOffset);
    }

    protected override void OnHeadersBegin(long beginOffset, int beginLineNumber, CancellationToken cancellationToken)
    {
        _encoding = PieceEncoding.None;
        _attached = _untyped = false;
    }

    protected override void OnHeaderRead(Header header, int beginLineNumber, CancellationToken cancellationToken)
    {
        if (_depth > 0) return;
        if (header.Id == HeaderId.ContentType) _untyped = header.RawValue.AsSpan().IndexOf((byte)'/') < 0;
        else if (header.Id == HeaderId.ContentTransferEncoding) _encoding = PieceNames.EncodingOf(header.RawValue);
        else if (header.Id == HeaderId.ContentDisposition) _attached = PieceNames.StartsWith(header.RawValue.AsSpan().Trim(" \t\r\n"u8), "attachment");
    }

    protected override void OnHeadersEnd(long beginOffset, int beginLineNumber, long endOffset, int lines, CancellationToken cancellationToken)
    {
        if (_depth != 0 || HeadersEnd > 0) return;
        HeadersEnd = (int)endOffset;
        TopEncoding = _encoding;
    }

    protected override void OnMultipartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken)
    {
        if (_depth != 0) return;
        TopType ??= contentType;
        var isReport = contentType.MediaSubtype.Equals("report", StringComparison.OrdinalIgnoreCase);
        if (isReport && ReportType is null && contentType.Parameters.TryGetValue("report-type", out string? type)) ReportType = type.Trim().ToLowerInvariant();
        var place = NextPlace();
        var alternative = contentType.MediaSubtype.Equals("alternative", StringComparison.OrdinalIgnoreCase) ? ++_alternatives
            : _multiparts.TryPeek(out var outer) ? outer.Alternative : 0;
        _multiparts.Push(new Multipart(isReport, alternative, _encoding, 0, place));
    }

    protected override void OnMultipartPreambleEnd(long beginOffset, int beginLineNumber, long endOffset, int lines, CancellationToken cancellationToken)
    {
        if (_depth == 0 && _multiparts.Count == 1) Keep(new MimePiece(PieceKind.Preamble, PieceEncoding.None, null, false, 0, false, 0, (int)beginOffset, (int)endOffset));
    }

    protected override void OnMultipartEnd(ContentType contentType, long beginOffset, int beginLineNumber, long headersEndOffset, long endOffset, int lines, CancellationToken cancellationToken)
    {
        if (_depth != 0 || !_multiparts.TryPop(out var ended) || ended.Children > 0) return;
        // The boundary that is declared never came: what stands there is text.
        Keep(new MimePiece(PieceKind.Text, ended.Encoding, null, false, ended.Alternative, ended.IsReport, ended.Place, (int)headersEndOffset, (int)endOffset));
    }

    protected override void OnMessagePartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken)
    {
        if (_depth != 0) return;
        TopType ??= contentType;
        _messageKind = PieceNames.KindOf(contentType);
    }

    protected override void OnMimePartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken)
    {
        if (_depth != 0) return;
        TopType ??= contentType;
        _contentStart = _contentEnd = 0;
    }

    protected override void OnMimePartContentBegin(long beginOffset, int beginLineNumber, CancellationToken cancellationToken)
    {
        if (_depth == 0) _contentStart = _contentEnd = (int)beginOffset;
    }

    protected override void OnMimePartContentEnd(long beginOffset, int beginLineNumber, long endOffset, int lines, NewLineFormat? newLineFormat, CancellationToken cancellationToken)
    {
        if (_depth == 0) _contentEnd = (int)endOffset;
    }

    protected override void OnMimePartEnd(ContentType contentType, long beginOffset, int beginLineNumber, long headersEndOffset, long endOffset, int lines, CancellationToken cancellationToken)
    {
        if (_depth != 0) return;
        // Over the limit nothing of a part is looked at: each look costs memory.
        if (_pieces.Count >= _maxParts)
        {
            IsTruncated = true;
            return;
        }

        // "Content-Type: text" is what programs of before MIME wrote.
        var kind = _untyped ? PieceKind.Text : PieceNames.KindOf(contentType);
        if (contentType.IsMimeType("multipart", "*"))
        {
            // Without a boundary it is text; with one MimeKit has stopped at the greatest depth.
            kind = PieceKind.Text;
            IsTruncated |= contentType.Boundary is not null;
        }

        Add(kind, _encoding, contentType.Charset, _contentStart, Math.Max(_contentStart, _contentEnd));
    }

    private void Add(PieceKind kind, PieceEncoding encoding, string? charset, int start, int end)
    {
        var place = NextPlace();
        _multiparts.TryPeek(out var holder);
        Keep(new MimePiece(kind, encoding, charset, _attached, holder.Alternative, holder.IsReport, place, start, end));
        _attached = false;
    }

    private int NextPlace()
    {
        if (!_multiparts.TryPop(out var holder)) return 0;
        _multiparts.Push(holder with { Children = holder.Children + 1 });
        return holder.Children;
    }

    private void Keep(MimePiece piece)
    {
        if (_pieces.Count < _maxParts) _pieces.Add(piece);
        else IsTruncated = true;
    }

    private readonly record struct Multipart(bool IsReport, int Alternative, PieceEncoding Encoding, int Children, int Place);
}
