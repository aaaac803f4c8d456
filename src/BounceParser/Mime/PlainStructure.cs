using System.Runtime.CompilerServices;

namespace BounceParser.Mime;

/// <summary>Notes where the parts of a well-formed mail stand, in one pass over its bytes, as <see cref="StructureReader"/> would.</summary>
/// <remarks>
/// It gives up on whatever is out of the ordinary: broken or repeated headers, a part without a blank line after its headers,
/// an empty multipart, a boundary that is open twice, many parts. MimeKit decides what such a mail means.
/// </remarks>
internal ref struct PlainStructure
{
    private const int MostLevels = 8;
    private const int MostPieces = 64;
    // What stands before the first part, and three.
    private const int UsualPieces = 4;

    private readonly ReadOnlySpan<byte> _mail;
    private readonly int _mostPieces;
    private Levels _levels;
    private MimePiece[] _pieces = [];
    private int _count, _depth, _alternatives;
    private bool _isOpen, _openIsMessage;
    private string? _reportType;

    private PlainStructure(ReadOnlySpan<byte> mail, BounceParserOptions options)
    {
        _mail = mail;
        _mostPieces = Math.Min(MostPieces, options.MaxMimeParts);
    }

    /// <summary>The structure; null when MimeKit must decide.</summary>
    public static MailStructure? Read(GuardedMail mail, HeaderBlock block, BounceParserOptions options)
    {
        if (options.MaxMimeDepth <= MostLevels) return null;
        var reader = new PlainStructure(mail.Bytes.Span, options);
        if (!PartHeaders.TryRead(reader._mail, block, out var headers) || headers.Type.IsMessage(headers.Encoding) || !reader.Open(headers) || !reader.ReadParts(headers.End)) return null;
        return new MailStructure(mail.Bytes, reader.Pieces(), headers.Type.Name, reader._reportType, mail.IsTruncated);
    }

    private bool ReadParts(int at)
    {
        while (_depth > 0 && Boundary(ref at, out var start, out var level, out var isFinal))
        {
            if (!Close(start, level, isFinal)) return false;
            if (isFinal) continue;
            if (at >= _mail.Length || !PartHeaders.TryRead(_mail, at, out var headers) || !Open(headers)) return false;
            at = headers.End;
        }

        // A mail that ends too early has no line end that would belong to a boundary.
        if (_isOpen) End(_mail.Length);
        return HaveParts(0);
    }

    // The next line that is the boundary of an open multipart; at moves behind it.
    private readonly bool Boundary(ref int at, out int start, out int level, out bool isFinal)
    {
        for (var from = at - 1; from < _mail.Length; from = at - 1)
        {
            var found = _mail[from..].IndexOf("\n--"u8);
            if (found < 0) break;
            start = from + found + 1;
            var feed = _mail[start..].IndexOf((byte)'\n');
            at = feed < 0 ? _mail.Length + 1 : start + feed + 1;
            var line = _mail[(start + 2)..Math.Min(at, _mail.Length)];
            while (line is [.., (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n']) line = line[..^1];
            for (level = _depth - 1; level >= 0; level--)
            {
                var boundary = _levels[level].Boundary;
                isFinal = line.Length == boundary.End.Value - boundary.Start.Value + 2 && line.EndsWith("--"u8);
                if ((isFinal ? line[..^2] : line).SequenceEqual(_mail[boundary])) return true;
            }
        }

        (start, level, isFinal) = (0, 0, false);
        return false;
    }

    private bool Open(in PartHeaders headers)
    {
        var place = 0;
        Level? holder = null;
        if (_depth > 0)
        {
            holder = _levels[_depth - 1];
            place = holder.Value.Children;
            _levels[_depth - 1] = holder.Value with { Children = place + 1 };
        }

        if (_count >= _mostPieces) return false;
        if (headers.Type.IsMultipart) return OpenLevel(headers, holder?.Alternative ?? 0);
        var isMessage = headers.Type.IsMessage(headers.Encoding);
        // What it holds may have boundaries of its own.
        if (isMessage && (headers.End >= _mail.Length || HoldsOpenBoundary(headers.End))) return false;
        _openIsMessage = isMessage;
        Add(new MimePiece(headers.Type.Kind, isMessage ? PieceEncoding.None : headers.Encoding, isMessage ? null : headers.Type.Charset, !isMessage && headers.IsAttachment,
            holder?.Alternative ?? 0, holder?.IsReport ?? false, place, headers.End, headers.End));
        return true;
    }

    private bool OpenLevel(in PartHeaders headers, int alternative)
    {
        var boundary = headers.Type.Boundary;
        if (_depth >= MostLevels || boundary.Start.Equals(boundary.End) || headers.Encoding != PieceEncoding.None || headers.Type.IsDigest || IsOpen(boundary)) return false;
        if (headers.Type.IsReport) _reportType ??= headers.Type.ReportType;
        // Only the text before the first part of the mail itself is ever read.
        if (_depth == 0) Add(new MimePiece(PieceKind.Preamble, PieceEncoding.None, null, false, 0, false, 0, headers.End, headers.End));
        _openIsMessage = false;
        _levels[_depth++] = new Level(boundary, headers.Type.IsReport, headers.Type.IsAlternative ? ++_alternatives : alternative, 0);
        return true;
    }

    private bool Close(int start, int level, bool isFinal)
    {
        if (_isOpen)
        {
            ref readonly var piece = ref _pieces[_count - 1];
            if (_openIsMessage && start == piece.Start) return false;
            // The line end before a boundary belongs to it.
            var lineEnd = piece.Kind == PieceKind.Preamble || start <= piece.Start ? 0 : _mail[start - 2] == '\r' ? 2 : 1;
            End(Math.Max(piece.Start, start - lineEnd));
        }

        var kept = isFinal ? level : level + 1;
        if (!HaveParts(kept)) return false;
        _depth = kept;
        return true;
    }

    private void Add(MimePiece piece)
    {
        if (_count == _pieces.Length) Array.Resize(ref _pieces, _depth == 0 && piece.Kind != PieceKind.Preamble ? 1 : _count + UsualPieces);
        _pieces[_count++] = piece;
        _isOpen = true;
    }

    private void End(int end)
    {
        _pieces[_count - 1] = _pieces[_count - 1] with { End = end };
        _isOpen = false;
    }

    private MimePiece[] Pieces()
    {
        if (_count < _pieces.Length) Array.Resize(ref _pieces, _count);
        return _pieces;
    }

    // True when no multipart from that level on is empty.
    private readonly bool HaveParts(int from)
    {
        for (var level = from; level < _depth; level++)
            if (_levels[level].Children == 0) return false;
        return true;
    }

    // True when the name of an open boundary stands elsewhere first than at a boundary.
    private readonly bool HoldsOpenBoundary(int at)
    {
        for (var level = 0; level < _depth; level++)
            if (_mail[at..].IndexOf(_mail[_levels[level].Boundary]) is >= 0 and var found && !_mail[..(at + found)].EndsWith("\n--"u8)) return true;
        return false;
    }

    private readonly bool IsOpen(Range boundary)
    {
        for (var level = 0; level < _depth; level++)
            if (_mail[_levels[level].Boundary].SequenceEqual(_mail[boundary])) return true;
        return false;
    }

    private readonly record struct Level(Range Boundary, bool IsReport, int Alternative, int Children);

    [InlineArray(MostLevels)]
    private struct Levels
    {
        private Level _first;
    }
}
