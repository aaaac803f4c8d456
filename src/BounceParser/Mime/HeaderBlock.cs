using System.Runtime.CompilerServices;
using System.Text;
using BounceParser.Text;

namespace BounceParser.Mime;

/// <summary>A block of headers over its bytes: strings are made only for the fields that are asked for.</summary>
/// <remarks>Lines that are no header are passed over; the block ends at the first empty line.</remarks>
internal sealed class HeaderBlock
{
    private const int LongestValue = 64 * 1024;
    private const int Usual = 24;

    private readonly ReadOnlyMemory<byte> _bytes;

    // Arrays, not lists: what a list of our own structures does is compiled when the program starts.
    private Field[] _fields = new Field[Usual];
    private int _noted;

    // Of each field, to be looked for at once.
    private char[] _keys = new char[Usual];

    // The bits of all keys.
    private ulong _present;

    /// <param name="bytes">What the block stands at the start of.</param>
    /// <param name="maxHeaders">How many are noted at most.</param>
    public HeaderBlock(ReadOnlyMemory<byte> bytes, int maxHeaders)
    {
        _bytes = bytes;
        Index(maxHeaders);
    }

    public int Count { get; private set; }

    /// <summary>True when every line is of a header, each name ends at its colon, and a blank line ends the block.</summary>
    public bool IsPlain { get; private set; } = true;

    /// <summary>Where the first line after the block starts.</summary>
    public int End { get; private set; }

    /// <summary>Where the first line stands that is no header, when none that mails bear stands below it in the block; else null.</summary>
    public int? TextStart
    {
        get
        {
            if (IsPlain) return null;
            int? start = null;
            for (var at = 0; at < _noted; at++)
            {
                var noted = _fields[at];
                if (noted.NameLength == 0) start ??= noted.Start;
                else if (start is not null && HeaderText.IsMailField(_bytes.Span.Slice(noted.Start, noted.NameLength))) return null;
            }

            return start;
        }
    }

    /// <summary>The first value of that name, unfolded, not decoded; null when there is none. Case does not matter.</summary>
    public string? First(HeaderName name)
    {
        var at = Find(name);
        return at < 0 ? null : Value(at);
    }

    /// <summary>The first value of that name with its encoded words decoded (RFC 2047); null when there is none.</summary>
    public string? FirstDecoded(HeaderName name)
    {
        var at = Find(name);
        return at < 0 ? null : Decode(at);
    }

    /// <summary>Where the only value of that name stands, empty when there is none; false when there are several.</summary>
    public bool TryOnly(HeaderName name, out Range value)
    {
        var at = Find(name);
        value = at < 0 ? default : _fields[at].ValueStart.._fields[at].End;
        return at < 0 || Find(name, at + 1) < 0;
    }

    /// <summary>The bytes of the first value of that name, without the white space around it; false when there is none.</summary>
    public bool TryRaw(HeaderName name, out ReadOnlySpan<byte> raw)
    {
        var at = Find(name);
        raw = at < 0 ? default : Trimmed(Raw(at));
        return at >= 0;
    }

    public IEnumerable<string> All(HeaderName name)
    {
        for (var at = Find(name); at >= 0; at = Find(name, at + 1)) yield return Value(at);
    }

    public bool Has(HeaderName name) => Find(name) >= 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Find(HeaderName name, int from = 0) => (_present & HeaderName.BitOf(name.Key)) == 0 ? -1 : FindPresent(name, from);

    private int FindPresent(HeaderName name, int from)
    {
        var (key, text) = (name.Key, name.Text);
        for (var at = Next(key, from); at >= 0; at = Next(key, at + 1))
            if (_fields[at].NameLength == text.Length && Ascii.EqualsIgnoreCase(_bytes.Span.Slice(_fields[at].Start, text.Length), text)) return at;
        return -1;
    }

    private int Next(char key, int from) => _keys.AsSpan(from, _noted - from).IndexOf(key) is >= 0 and var step ? from + step : -1;

    private string Value(int at)
    {
        var raw = Trimmed(Raw(at));
        // One line of plain ASCII, as nearly all are: there is nothing to decode or to unfold.
        return raw.Length <= LongestValue && !raw.ContainsAnyExceptInRange((byte)' ', (byte)'~')
            ? string.Create(raw.Length, raw, static (units, bytes) => Ascii.ToUtf16(bytes, units, out _))
            : HeaderText.Unfolded(TextBytes.Decode(raw, LongestValue));
    }

    private ReadOnlySpan<byte> Raw(int at) => _bytes.Span[_fields[at].ValueStart.._fields[at].End];

    private string Decode(int at)
    {
        var raw = Raw(at);
        if (raw.Length > LongestValue) raw = raw[..LongestValue];
        return raw.IndexOf("=?"u8) < 0 ? Value(at) : HeaderText.Unfolded(EncodedWords.Decode(raw));
    }

    private static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> raw)
    {
        var (start, end) = (0, raw.Length);
        while (start < end && IsSpace(raw[start])) start++;
        while (end > start && IsSpace(raw[end - 1])) end--;
        return raw[start..end];
    }

    private static bool IsSpace(byte unit) => unit is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    private void Index(int maxHeaders)
    {
        var fields = new HeaderFields(_bytes.Span, 0);
        while (fields.MoveNext())
        {
            if (_noted < maxHeaders) Add(fields);
            else IsPlain = false;
        }

        IsPlain &= fields.EndsPlainly;
        End = fields.Next;
    }

    private void Add(in HeaderFields field)
    {
        if (_noted == _fields.Length) Grow();
        IsPlain &= field.IsPlain;
        // What folds under a line that is no header is no header either.
        var isHeader = field.NameLength > 0;
        _fields[_noted] = isHeader ? new Field(field.Start, field.NameLength, field.ValueStart, field.End) : new Field(field.Start, 0, field.Start, field.Start);
        _keys[_noted++] = isHeader ? HeaderName.KeyOf(field.NameLength, field.Name[0], field.Name[^1]) : '\0';
        if (!isHeader) return;
        _present |= HeaderName.BitOf(_keys[_noted - 1]);
        Count++;
    }

    private void Grow()
    {
        Array.Resize(ref _fields, _noted * 2);
        Array.Resize(ref _keys, _noted * 2);
    }

    private readonly record struct Field(int Start, int NameLength, int ValueStart, int End);
}
