namespace BounceParser.Text;

/// <summary>Reads what <see cref="ImageWriter"/> wrote, in the same order. The image is the library's own: nothing of it is checked.</summary>
internal ref struct ImageReader
{
    private readonly ImageHead _head;
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly ReadOnlySpan<byte> _span;
    private int _at;

    /// <param name="image">All of it; it must stay as long as anything that is read from it.</param>
    public ImageReader(ReadOnlyMemory<byte> image)
    {
        _bytes = image;
        _span = image.Span;
        _head = new ImageHead(Texts(), Starts(), Slice(Number()));
    }

    public ImageReader(ImageHead head, ReadOnlyMemory<byte> bytes)
    {
        _head = head;
        _bytes = bytes;
        _span = bytes.Span;
    }

    public delegate T Reading<out T>(ref ImageReader image);

    public int Number()
    {
        uint number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var unit = _span[_at++];
            number |= (uint)(unit & 0x7F) << shift;
            if (unit < 0x80) return (int)number - 1;
        }
    }

    public string? TextOrNull() => Number() is >= 0 and var number ? _head.Texts[number] : null;

    public string Text() => _head.Texts[Number()];

    public TextList Texts() => new(Starts(), Slice(Number()));

    public unsafe T[] Array<T>()
        where T : unmanaged
    {
        var items = new T[Number()];
        // By the pointer: what a span of our own structures does is compiled when the program starts.
        fixed (T* first = items)
        {
            Span<byte> bytes = new(first, items.Length * sizeof(T));
            Slice(bytes.Length).Span.CopyTo(bytes);
        }

        return items;
    }

    public T[] All<T>(Reading<T> read)
    {
        var items = new T[Number()];
        foreach (ref var item in items.AsSpan()) item = read(ref this);
        return items;
    }

    /// <summary>The items that <see cref="ImageWriter.Each"/> wrote, each read when it is first asked for.</summary>
    public LazyList<T> Each<T>(Reading<T> read)
        where T : class => new(new ImagePart(_head, Starts(), Slice(Number())), read);

    public T Once<T>(Reading<T> read)
        where T : class => _head.Shared(Number(), read);

    private ReadOnlyMemory<byte> Starts() => Slice(Number() * sizeof(int));

    private ReadOnlyMemory<byte> Slice(int length)
    {
        var slice = _bytes.Slice(_at, length);
        _at += length;
        return slice;
    }
}
