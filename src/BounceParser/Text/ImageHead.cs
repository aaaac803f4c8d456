namespace BounceParser.Text;

/// <summary>What all of an image names by number: its texts, and the things that several others share.</summary>
internal sealed class ImageHead
{
    private readonly object?[] _shared;
    private readonly ImagePart _parts;

    public ImageHead(TextList texts, ReadOnlyMemory<byte> starts, ReadOnlyMemory<byte> bytes)
    {
        (Texts, _parts) = (texts, new ImagePart(this, starts, bytes));
        _shared = new object[_parts.Count];
    }

    public TextList Texts { get; }

    public T Shared<T>(int number, ImageReader.Reading<T> read)
        where T : class
    {
        if (_shared[number] is T made) return made;
        var image = _parts.At(number);
        made = read(ref image);
        _shared[number] = made;
        return made;
    }
}
