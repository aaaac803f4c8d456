using MimeKit;

namespace BounceParser.Mime;

/// <summary>Notes where the parts of a mail stand, over MimeKit's streaming reader; one instance reads many mails.</summary>
internal sealed class StructureReader : MimeReader
{
    private readonly List<MimePiece> _pieces = [];
    private readonly List<Header> _headers = [];
    private readonly Stack<int> _messages = new();
    private int _maxParts, _depth, _pieceStart;
    private bool _inTopHeaders;
    private string _encoding = "";
    private string _disposition = "";

    public StructureReader(BounceParserOptions options) : base(Stream.Null, MimeFormat.Entity)
    {
        Options.MaxMimeDepth = options.MaxMimeDepth;
        _maxParts = options.MaxMimeParts;
    }

    public IReadOnlyList<MimePiece> Pieces => _pieces;
    public IReadOnlyList<Header> Headers => _headers;
    public ContentType? TopType { get; private set; }
    public bool IsTruncated { get; private set; }

    public void Read(Stream mail, BounceParserOptions options)
    {
        _pieces.Clear();
        _headers.Clear();
        _messages.Clear();
        _maxParts = options.MaxMimeParts;
        _depth = -1;
        TopType = null;
        IsTruncated = false;
        SetStream(mail, MimeFormat.Entity);
        ReadMessage();
    }

    protected override void OnMimeMessageBegin(long beginOffset, int beginLineNumber, CancellationToken cancellationToken)
    {
        _depth++;
        _messages.Push((int)beginOffset);
        _inTopHeaders = _depth == 0;
    }

    protected override void OnMimeMessageEnd(long beginOffset, int beginLineNumber, long headersEndOffset, long endOffset, int lines, CancellationToken cancellationToken)
    {
        _depth--;
        var start = _messages.Pop();
        if (_depth >= 0) Add(new MimePiece("message/rfc822", null, "", false, _depth, start, (int)endOffset, IsMessage: true));
    }

    protected override void OnHeadersBegin(long beginOffset, int beginLineNumber, CancellationToken cancellationToken) => _encoding = _disposition = "";

    protected override void OnHeaderRead(Header header, int beginLineNumber, CancellationToken cancellationToken)
    {
        if (_inTopHeaders) _headers.Add(header);
        if (header.Id == HeaderId.ContentTransferEncoding) _encoding = header.Value.Trim().ToLowerInvariant();
        else if (header.Id == HeaderId.ContentDisposition) _disposition = header.Value;
    }

    protected override void OnHeadersEnd(long beginOffset, int beginLineNumber, long endOffset, int lines, CancellationToken cancellationToken) => _inTopHeaders = false;

    protected override void OnMultipartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken) => SeeTop(contentType);

    protected override void OnMessagePartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken) => SeeTop(contentType);

    protected override void OnMimePartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken) => SeeTop(contentType);

    protected override void OnMimePartContentBegin(long beginOffset, int beginLineNumber, CancellationToken cancellationToken) => _pieceStart = (int)beginOffset;

    protected override void OnMimePartContentEnd(long beginOffset, int beginLineNumber, long endOffset, int lines, NewLineFormat? newLineFormat, CancellationToken cancellationToken) =>
        _pieceEnd = (int)endOffset;

    private int _pieceEnd;

    protected override void OnMimePartEnd(ContentType contentType, long beginOffset, int beginLineNumber, long headersEndOffset, long endOffset, int lines, CancellationToken cancellationToken)
    {
        var attached = _disposition.AsSpan().TrimStart().StartsWith("attachment", StringComparison.OrdinalIgnoreCase);
        Add(new MimePiece(contentType.MimeType.ToLowerInvariant(), contentType.Charset, _encoding, attached, _depth, _pieceStart, Math.Max(_pieceStart, _pieceEnd), IsMessage: false));
    }

    private void SeeTop(ContentType type)
    {
        if (_depth == 0) TopType ??= type;
    }

    private void Add(MimePiece piece)
    {
        if (_pieces.Count < _maxParts) _pieces.Add(piece);
        else IsTruncated = true;
    }
}
