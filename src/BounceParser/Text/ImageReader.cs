using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace BounceParser.Text;

/// <summary>Reads what <see cref="ImageWriter"/> wrote, in the same order. The image is the library's own: nothing of it is checked.</summary>
internal ref struct ImageReader
{
    private readonly string[] _texts;
    private readonly List<object> _shared = [];
    private ReadOnlySpan<byte> _rest;

    public ImageReader(ReadOnlySpan<byte> image)
    {
        _rest = image;
        _texts = [];
        var texts = new string[Number()];
        foreach (ref var text in texts.AsSpan()) text = Encoding.UTF8.GetString(Taken(Number()));
        _texts = texts;
    }

    public delegate T Reading<out T>(ref ImageReader image);

    public int Number()
    {
        uint number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var unit = Taken(1)[0];
            number |= (uint)(unit & 0x7F) << shift;
            if (unit < 0x80) return (int)number - 1;
        }
    }

    public string? TextOrNull() => Number() is >= 0 and var number ? _texts[number] : null;

    public string Text() => _texts[Number()];

    public T[] Array<T>()
        where T : unmanaged
    {
        var items = new T[Number()];
        Taken(items.Length * Unsafe.SizeOf<T>()).CopyTo(MemoryMarshal.AsBytes(items.AsSpan()));
        return items;
    }

    public T[] All<T>(Reading<T> read)
    {
        var items = new T[Number()];
        foreach (ref var item in items.AsSpan()) item = read(ref this);
        return items;
    }

    public T Once<T>(Reading<T> read)
        where T : class
    {
        if (Number() is >= 0 and var number) return (T)_shared[number];
        var item = read(ref this);
        _shared.Add(item);
        return item;
    }

    private ReadOnlySpan<byte> Taken(int length)
    {
        var taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }
}
