using System.Runtime.InteropServices;
using System.Text;
using BounceParser.Text;

namespace BounceParser.Mime;

/// <summary>A block of headers over its bytes: strings are made only for the fields that are asked for.</summary>
/// <remarks>Lines that are no header are passed over; the block ends at the first empty line.</remarks>
internal sealed class HeaderBlock
{
    private const int LongestValue = 64 * 1024;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly List<Field> _fields = new(24);

    // Most lookups are for headers that the mail does not bear: one bit per length and first letter answers them.
    private ulong _present;

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
        return at < 0 ? null : _fields[at].Value ?? Keep(at);
    }

    /// <summary>The first value of that name with its encoded words decoded (RFC 2047); null when there is none.</summary>
    public string? FirstDecoded(string name)
    {
        var at = Find(name, 0);
        return at < 0 ? null : _fields[at].Decoded ?? Decode(at);
    }

    public IEnumerable<string> All(string name)
    {
        for (var at = Find(name, 0); at >= 0; at = Find(name, at + 1)) yield return Value(_fields[at]);
    }

    public bool Has(string name) => Find(name, 0) >= 0;

    private int Find(string name, int from)
    {
        if (name.Length == 0 || (_present & Bit(name.Length, name[0])) == 0) return -1;
        var bytes = _bytes.Span;
        foreach (ref readonly var field in CollectionsMarshal.AsSpan(_fields)[from..])
        {
            if (field.NameLength == name.Length && (bytes[field.Start] | 0x20) == (name[0] | 0x20) && Ascii.EqualsIgnoreCase(bytes.Slice(field.Start, name.Length), name)) return from;
            from++;
        }

        return -1;
    }

    private static ulong Bit(int length, int first) => 1UL << ((length + ((first | 0x20) * 7)) & 63);

    private string Value(Field field)
    {
        var raw = Raw(field).Span.Trim(" \t\r\n"u8);
        // One line of plain ASCII, as nearly all are: there is nothing to decode or to unfold.
        return raw.Length <= LongestValue && !raw.ContainsAnyExceptInRange((byte)' ', (byte)'~')
            ? Encoding.ASCII.GetString(raw)
            : HeaderText.Unfolded(TextBytes.Decode(raw, LongestValue));
    }

    private string Keep(int at)
    {
        var value = Value(_fields[at]);
        _fields[at] = _fields[at] with { Value = value };
        return value;
    }

    private ReadOnlyMemory<byte> Raw(Field field) => _bytes[(field.Start + field.ValueOffset)..field.End];

    private string Decode(int at)
    {
        var field = _fields[at];
        var raw = Raw(field).Span;
        if (raw.Length > LongestValue) raw = raw[..LongestValue];
        var decoded = raw.IndexOf("=?"u8) < 0 ? field.Value ?? Keep(at) : HeaderText.Unfolded(EncodedWords.Decode(raw));
        _fields[at] = _fields[at] with { Decoded = decoded };
        return decoded;
    }

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
            else if (_fields.Count < maxHeaders) Add(line, at);
            at = next;
        }

        End = at;
    }

    private void Add(ReadOnlySpan<byte> line, int at)
    {
        var length = HeaderText.NameLength(line, out var valueOffset);
        // What folds under a line that is no header is no header either.
        if (length == 0) _fields.Add(new Field(at, 0, 0, at, null, null));
        else
        {
            _fields.Add(new Field(at, length, valueOffset, at + line.Length, null, null));
            _present |= Bit(length, line[0]);
            Count++;
        }
    }

    private void Fold(int end)
    {
        if (_fields.Count > 0 && _fields[^1].NameLength > 0) _fields[^1] = _fields[^1] with { End = end };
    }

    private readonly record struct Field(int Start, int NameLength, int ValueOffset, int End, string? Value, string? Decoded);
}
