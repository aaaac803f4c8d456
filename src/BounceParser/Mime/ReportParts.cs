namespace BounceParser.Mime;

/// <summary>The machine-readable parts of a mail, and what it returns of another one.</summary>
internal sealed class ReportParts
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly MimePiece[] _pieces;
    private readonly BounceParserOptions _options;
    private readonly int _kinds;
    private readonly int _mislabelled = -1;
    private readonly int _headers = -1;

    public ReportParts(ReadOnlyMemory<byte> bytes, MimePiece[] pieces, string? reportType, BounceParserOptions options)
    {
        _bytes = bytes;
        _pieces = pieces;
        _options = options;
        var inReport = false;
        foreach (ref readonly var piece in pieces.AsSpan())
        {
            _kinds |= 1 << (int)piece.Kind;
            inReport |= piece.InReport;
        }

        // Some gateways relabel the report, or the headers that follow it, as text.
        if (reportType == "delivery-status" && !Holds(PieceKind.DeliveryStatus)) _mislabelled = FirstText(1, HoldsStatusFields);
        if (inReport && !Holds(PieceKind.Message) && !Holds(PieceKind.MessageHeaders))
            _headers = FirstText(2, HeaderText.StartsWithHeaders);
        DeliveryStatus = ReadStatus();
        Returned = ReadReturned();
    }

    public ReadOnlyMemory<byte>? DeliveryStatus { get; }
    public ReturnedMessage? Returned { get; }
    public bool IsTruncated { get; private set; }

    /// <summary>True when the part, though labelled as text, is no words for a person.</summary>
    public bool IsMachineText(int index) => index == _mislabelled || index == _headers;

    /// <summary>The content of the first part of that kind, decoded; null when there is none.</summary>
    public ReadOnlyMemory<byte>? FirstOf(PieceKind kind)
    {
        if (!Holds(kind)) return null;
        foreach (ref readonly var piece in _pieces.AsSpan())
            if (piece.Kind == kind) return Content(piece);
        return null;
    }

    /// <summary>The contents of all parts of that kind, decoded as they are asked for.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> AllOf(PieceKind kind)
    {
        foreach (var piece in _pieces)
            if (piece.Kind == kind) yield return Content(piece);
    }

    private ReadOnlyMemory<byte> Content(in MimePiece piece)
    {
        var content = PieceContent.Decode(_bytes[piece.Start..piece.End], piece.Encoding, _options.MaxMessageBytes, out var truncated);
        IsTruncated |= truncated;
        return content;
    }

    private ReadOnlyMemory<byte>? ReadStatus()
    {
        if (_mislabelled >= 0) return Content(_pieces[_mislabelled]);
        if (!Holds(PieceKind.DeliveryStatus)) return null;
        ReadOnlyMemory<byte>? first = null;
        MemoryStream? joined = null;
        foreach (ref readonly var piece in _pieces.AsSpan())
        {
            if (piece.Kind != PieceKind.DeliveryStatus) continue;
            var content = Content(piece);
            if (first is null) first = content;
            else
            {
                joined ??= Begin(first.Value);
                joined.Write("\n\n"u8);
                joined.Write(content.Span);
            }
        }

        return joined?.ToArray() ?? first;
    }

    private static MemoryStream Begin(ReadOnlyMemory<byte> first)
    {
        var joined = new MemoryStream();
        joined.Write(first.Span);
        return joined;
    }

    private ReturnedMessage? ReadReturned()
    {
        if (_headers >= 0) return ReturnedMessage.FromBytes(Content(_pieces[_headers]));
        foreach (ref readonly var piece in _pieces.AsSpan())
            if (piece.Kind is PieceKind.Message or PieceKind.MessageHeaders && ReturnedMessage.FromBytes(Content(piece)) is { IsEmpty: false } returned) return returned;
        return null;
    }

    private bool Holds(PieceKind kind) => (_kinds & (1 << (int)kind)) != 0;

    private int FirstText(int fromPlace, Predicate<ReadOnlyMemory<byte>> fits) => Array.FindIndex(_pieces, piece =>
        piece is { Kind: PieceKind.Text, InReport: true } && piece.Place >= fromPlace && fits(Content(piece)));

    private static bool HoldsStatusFields(ReadOnlyMemory<byte> content)
    {
        var block = content.Span;
        return (Holds(block, "final-recipient:") || Holds(block, "original-recipient:")) && (Holds(block, "action:") || Holds(block, "status:"));
    }

    // At the start of a line.
    private static bool Holds(ReadOnlySpan<byte> block, string field)
    {
        while (!block.IsEmpty)
        {
            if (PieceNames.StartsWith(block, field)) return true;
            var feed = block.IndexOf((byte)'\n');
            if (feed < 0) return false;
            block = block[(feed + 1)..];
        }

        return false;
    }
}
