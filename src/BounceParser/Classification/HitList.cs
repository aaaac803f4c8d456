namespace BounceParser.Classification;

/// <summary>Few things, each under a number: looked up by going through the numbers alone.</summary>
internal sealed class HitList<T>
{
    private const int Usual = 64;

    private ushort[] _numbers = new ushort[Usual];
    private T[] _items = new T[Usual];
    private int _count;

    public ReadOnlySpan<T> Items => _items.AsSpan(0, _count);

    public ReadOnlySpan<ushort> Numbers => _numbers.AsSpan(0, _count);

    public void Add(int number, T item)
    {
        if (_count == _items.Length) Grow();
        (_numbers[_count], _items[_count]) = ((ushort)number, item);
        _count++;
    }

    /// <summary>The next place from <paramref name="from"/> on of an item under the number; -1 for none.</summary>
    public int Next(int number, int from) => _numbers.AsSpan(from, _count - from).IndexOf((ushort)number) is >= 0 and var step ? from + step : -1;

    public void Clear() => _count = 0;

    private void Grow()
    {
        Array.Resize(ref _numbers, _count * 2);
        Array.Resize(ref _items, _count * 2);
    }
}
