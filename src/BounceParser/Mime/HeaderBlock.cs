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

    // Of each field the length and first letter of its name, to be looked for at once.
    private char[] _keys = new char[Usual];

    // Most lookups are for headers that the mail does not bear: one bit per key answers them.
    private ulong _present;

    // Strings that were asked for, by field.
    private string?[]? _values;

    public HeaderBlock(ReadOnlyMemory<byte> bytes, int maxHeaders)
    {
        _bytes = bytes;
        Index(maxHeaders);
    }

    public int Count { get; private set; }

    /// <summary>Where the first line after the block starts.</summary>
    public int End { get; private set; }

    /// <summary>The first value of that name, unfolded, not decoded; null when there is none. Case does not matter.</summary>
    public string? First(string name)
    {
        var at = Find(name, 0);
        return at < 0 ? null : Kept(at);
    }

    /// <summary>The first value of that name with its encoded words decoded (RFC 2047); null when there is none.</summary>
    public string? FirstDecoded(string name)
    {
        var at = Find(name, 0);
        return at < 0 ? null : Decode(at);
    }

    /// <summary>The bytes of the first value of that name, without the white space around it; false when there is none.</summary>
    public bool TryRaw(string name, out ReadOnlySpan<byte> raw)
    {
        var at = Find(name, 0);
        raw = at < 0 ? default : Trimmed(Raw(at));
        return at >= 0;
    }

    public IEnumerable<string> All(string name)
    {
        for (var at = Find(name, 0); at >= 0; at = Find(name, at + 1)) yield return Value(at);
    }

    public bool Has(string name) => Find(name, 0) >= 0;

    private int Find(string name, int from)
    {
        if (name.Length == 0) return -1;
        var key = Key(name.Length, name[0]);
        if ((_present & Bit(key)) == 0) return -1;
        for (var at = Next(key, from); at >= 0; at = Next(key, at + 1))
            if (_fields[at].NameLength == name.Length && Ascii.EqualsIgnoreCase(_bytes.Span.Slice(_fields[at].Start, name.Length), name)) return at;
        return -1;
    }

    private int Next(char key, int from) => _keys.AsSpan(from, _noted - from).IndexOf(key) is >= 0 and var step ? from + step : -1;

    private static char Key(int length, int first) => (char)((Math.Min(length, 0xFF) << 8) | (first & 0xFF) | 0x20);

    private static ulong Bit(char key) => 1UL << (((key >> 8) + ((key & 0xFF) * 7)) & 63);

    private string Value(int at)
    {
        var raw = Trimmed(Raw(at));
        // One line of plain ASCII, as nearly all are: there is nothing to decode or to unfold.
        return raw.Length <= LongestValue && !raw.ContainsAnyExceptInRange((byte)' ', (byte)'~')
            ? string.Create(raw.Length, raw, static (units, bytes) => Ascii.ToUtf16(bytes, units, out _))
            : HeaderText.Unfolded(TextBytes.Decode(raw, LongestValue));
    }

    private string Kept(int at) => (_values ??= new string?[_noted])[at] ??= Value(at);

    private ReadOnlySpan<byte> Raw(int at) => _bytes.Span[(_fields[at].Start + _fields[at].ValueOffset).._fields[at].End];

    private string Decode(int at)
    {
        var raw = Raw(at);
        if (raw.Length > LongestValue) raw = raw[..LongestValue];
        return raw.IndexOf("=?"u8) < 0 ? Kept(at) : HeaderText.Unfolded(EncodedWords.Decode(raw));
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
        var span = _bytes.Span;
        var at = 0;
        while (at < span.Length)
        {
            var feed = span[at..].IndexOf((byte)'\n');
            var next = feed < 0 ? span.Length : at + feed + 1;
            var line = span[at..next].TrimEnd("\r\n"u8);
            if (line.IsEmpty)
            {
                at = next;
                break;
            }

            if (line[0] is (byte)' ' or (byte)'\t') Fold(at + line.Length);
            else if (_noted < maxHeaders) Add(line, at);
            at = next;
        }

        End = at;
    }

    private void Add(ReadOnlySpan<byte> line, int at)
    {
        if (_noted == _fields.Length) Grow();
        var length = HeaderText.NameLength(line, out var valueOffset);
        // What folds under a line that is no header is no header either.
        _fields[_noted] = length == 0 ? new Field(at, 0, 0, at) : new Field(at, length, valueOffset, at + line.Length);
        _keys[_noted++] = length == 0 ? '\0' : Key(length, line[0]);
        if (length == 0) return;
        _present |= Bit(_keys[_noted - 1]);
        Count++;
    }

    private void Grow()
    {
        Array.Resize(ref _fields, _noted * 2);
        Array.Resize(ref _keys, _noted * 2);
    }

    private void Fold(int end)
    {
        if (_noted > 0 && _fields[_noted - 1].NameLength > 0) _fields[_noted - 1] = _fields[_noted - 1] with { End = end };
    }

    private readonly record struct Field(int Start, int NameLength, int ValueOffset, int End);
}
