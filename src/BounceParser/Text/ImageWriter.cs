using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace BounceParser.Text;

/// <summary>Writes what was made of the catalogue, so that it need not be made again: see <see cref="ImageReader"/>.</summary>
internal sealed class ImageWriter
{
    private readonly ArrayBufferWriter<byte> _body = new();
    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<object, int> _shared = new(ReferenceEqualityComparer.Instance);

    /// <summary>All that was written, its texts before it.</summary>
    public byte[] ToArray()
    {
        var head = new ImageWriter();
        head.Number(_texts.Count);
        foreach (var text in _texts.OrderBy(text => text.Value)) head.Array<byte>(Encoding.UTF8.GetBytes(text.Key));
        return [.. head._body.WrittenSpan, .. _body.WrittenSpan];
    }

    /// <summary>A number from -1: seven bits a byte, the last byte without the eighth.</summary>
    public void Number(int number)
    {
        var rest = (uint)checked(number + 1);
        for (; rest > 0x7F; rest >>= 7) Byte((byte)(rest | 0x80));
        Byte((byte)rest);
    }

    public void Text(string? text)
    {
        if (text is not null) _texts.TryAdd(text, _texts.Count);
        Number(text is null ? -1 : _texts[text]);
    }

    public void Array<T>(ReadOnlySpan<T> items)
        where T : unmanaged
    {
        Number(items.Length);
        _body.Write(MemoryMarshal.AsBytes(items));
    }

    public void All<T>(IReadOnlyCollection<T> items, Action<T> write)
    {
        Number(items.Count);
        foreach (var item in items) write(item);
    }

    /// <summary>An object that others share: written the first time, named by its number from then on.</summary>
    public void Once<T>(T item, Action<T> write)
        where T : class
    {
        var isKnown = _shared.TryGetValue(item, out var number);
        Number(isKnown ? number : -1);
        if (isKnown) return;
        write(item);
        _shared.Add(item, _shared.Count);
    }

    private void Byte(byte value) => _body.Write([value]);
}
