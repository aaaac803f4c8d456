using System.Buffers;
using BounceParser.Mime;

namespace BounceParser.Dsn;

/// <summary>Reads the fields of a machine-readable report (RFC 3464 section 2.1), tolerantly and in one pass.</summary>
/// <param name="report">The report.</param>
/// <param name="room">Takes the value of the field that was read last, so that most need no string.</param>
internal ref struct ReportFields(ReadOnlySpan<byte> report, Span<char> room)
{
    private readonly Span<char> _room = room;
    private ReadOnlySpan<byte> _rest = report;
    private bool _blank;

    public bool Read(out ReportField field)
    {
        while (!_rest.IsEmpty)
        {
            var line = NextLine();
            // Indented by a gateway or a paste: fields may stand behind white space; folding is taken in by the field before it.
            var indent = line.IndexOfAnyExcept((byte)' ', (byte)'\t', (byte)'>');
            if (indent < 0)
            {
                _blank = true;
                continue;
            }

            var words = line[indent..];
            var length = HeaderText.NameLength(words, out var offset);
            if (length == 0) continue;
            field = new ReportField(FieldNames.Of(words[..length]), Value(words[offset..].Trim(" \t"u8), indent), _room, _blank);
            _blank = false;
            return true;
        }

        field = default;
        return false;
    }

    private ReadOnlySpan<byte> NextLine()
    {
        var feed = _rest.IndexOf((byte)'\n');
        var line = feed < 0 ? _rest : _rest[..feed];
        _rest = feed < 0 ? default : _rest[(feed + 1)..];
        return line.TrimEnd((byte)'\r');
    }

    // With its folded lines, joined by LF.
    private ReadOnlySpan<byte> Value(ReadOnlySpan<byte> first, int indent)
    {
        if (!Folds(indent) && !RepliesOn()) return first;
        var joined = new ArrayBufferWriter<byte>(256);
        joined.Write(first);
        while (Folds(indent) || RepliesOn())
        {
            var line = NextLine();
            line = line[Math.Min(indent, line.Length)..].Trim(" \t"u8);
            if (joined.WrittenCount + line.Length > ReportField.LongestValue) continue;
            if (joined.WrittenCount > 0) joined.Write("\n"u8);
            joined.Write(line);
        }

        return joined.WrittenSpan;
    }

    // A line folds when it is indented further than the field, and holds words.
    private readonly bool Folds(int indent)
    {
        if (_rest.Length <= indent || _rest[indent] is not ((byte)' ' or (byte)'\t')) return false;
        if (indent > 0 && _rest[..indent].IndexOfAnyExcept(" \t>"u8) >= 0) return false;
        var feed = _rest.IndexOf((byte)'\n');
        var line = feed < 0 ? _rest : _rest[..feed];
        return line.Length > indent && line[indent..].IndexOfAnyExcept(" \t\r>"u8) >= 0;
    }

    // nullmailer copies a reply of several lines and folds none: "550-5.1.1 ..." begins no field.
    private readonly bool RepliesOn() =>
        _rest is [(byte)'4' or (byte)'5', >= (byte)'0' and <= (byte)'9', >= (byte)'0' and <= (byte)'9', (byte)' ' or (byte)'-', ..];
}
