using System.Buffers;
using BounceParser.Mime;
using BounceParser.Text;

namespace BounceParser.Dsn;

/// <summary>One field of a report: its name in lower case, its value with folded lines joined by LF, and whether blank lines stand before it.</summary>
internal readonly record struct ReportField(string Name, string Value, bool AfterBlank);

/// <summary>Reads the fields of a machine-readable report (RFC 3464 section 2.1), tolerantly and in one pass.</summary>
internal ref struct ReportFields(ReadOnlySpan<byte> report)
{
    private const int LongestValue = 64 * 1024;

    // The names that reports bear: no string is made for these.
    private static readonly string[] Known =
    [
        "reporting-mta", "final-recipient", "original-recipient", "action", "status", "remote-mta", "diagnostic-code", "last-attempt-date", "arrival-date",
        "original-envelope-id", "will-retry-until", "x-actual-recipient", "final-log-id", "received-from-mta", "dsn-gateway", "x-postfix-queue-id",
        "x-postfix-sender", "x-supplementary-info", "x-display-name", "content-type", "feedback-type", "user-agent", "source-ip", "disposition",
    ];

    private ReadOnlySpan<byte> _rest = report;
    private bool _blank;

    public bool Read(out ReportField field)
    {
        while (!_rest.IsEmpty)
        {
            var line = NextLine();
            if (line.Trim(" \t>"u8).IsEmpty)
            {
                _blank = true;
                continue;
            }

            // Indented by a gateway or a paste: fields may stand behind white space; folding is taken in by the field before it.
            var words = line.TrimStart(" \t>"u8);
            var length = HeaderText.NameLength(words, out var offset);
            if (length == 0) continue;
            field = new ReportField(Name(words[..length]), Value(words[offset..], line.Length - words.Length), _blank);
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

    private string Value(ReadOnlySpan<byte> first, int indent)
    {
        first = first.Trim(" \t"u8);
        if (!Folds(indent) && !RepliesOn()) return TextBytes.Decode(first, LongestValue);
        var joined = new ArrayBufferWriter<byte>(256);
        joined.Write(first);
        while (Folds(indent) || RepliesOn())
        {
            var line = NextLine();
            line = line[Math.Min(indent, line.Length)..].Trim(" \t"u8);
            if (joined.WrittenCount + line.Length > LongestValue) continue;
            if (joined.WrittenCount > 0) joined.Write("\n"u8);
            joined.Write(line);
        }

        return TextBytes.Decode(joined.WrittenSpan, LongestValue);
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

    private static string Name(ReadOnlySpan<byte> name)
    {
        foreach (var known in Known)
            if (known.Length == name.Length && known[0] == (name[0] | 0x20) && System.Text.Ascii.EqualsIgnoreCase(name, known)) return known;
        return System.Text.Encoding.ASCII.GetString(name).ToLowerInvariant();
    }
}
