using System.Collections;

namespace BounceParser.Text;

/// <summary>Items by number; one that comes from an image is made when it is first asked for. Two threads may make the same item: either will do.</summary>
internal sealed class LazyList<T> : IReadOnlyList<T>
    where T : class
{
    private readonly T?[] _made;
    private readonly ImagePart? _part;
    private readonly ImageReader.Reading<T>? _read;

    public LazyList(IEnumerable<T> items) => _made = [.. items];

    public LazyList(ImagePart part, ImageReader.Reading<T> read) => (_made, _part, _read) = (new T[part.Count], part, read);

    public int Count => _made.Length;

    public T this[int number] => _made[number] ?? Make(number);

    public IEnumerator<T> GetEnumerator()
    {
        for (var number = 0; number < Count; number++) yield return this[number];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private T Make(int number)
    {
        var image = _part!.At(number);
        return _made[number] = _read!(ref image);
    }
}
