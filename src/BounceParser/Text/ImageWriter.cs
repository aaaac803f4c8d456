using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace BounceParser.Text;

/// <summary>Writes what was made of the catalogue, so that it need not be made again: see <see cref="ImageReader"/>.</summary>
internal sealed class ImageWriter
{
    private readonly ArrayBufferWriter<byte> _body = new();
    private readonly Dictionary<string, int> _texts;
    private readonly Dictionary<object, int> _numbers;
    private readonly List<byte[]> _shared;

    public ImageWriter() =>
        (_texts, _numbers, _shared) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<object, int>(ReferenceEqualityComparer.Instance), []);

    private ImageWriter(ImageWriter whole) => (_texts, _numbers, _shared) = (whole._texts, whole._numbers, whole._shared);

    /// <summary>All that was written, before it what it names by number.</summary>
    public byte[] ToArray()
    {
        var head = new ImageWriter();
        head.Texts([.. _texts.OrderBy(text => text.Value).Select(text => text.Key)]);
        head.Parts(_shared);
        return [.. head._body.WrittenSpan, .. _body.WrittenSpan];
    }

    /// <summary>A number from -1: seven bits a byte, the last byte without the eighth.</summary>
    public void Number(int number)
    {
        var rest = (uint)checked(number + 1);
        for (; rest > 0x7F; rest >>= 7) Byte((byte)(rest | 0x80));
        Byte((byte)rest);
    }

    /// <summary>A text, which the image holds once.</summary>
    public void Text(string? text)
    {
        if (text is not null) _texts.TryAdd(text, _texts.Count);
        Number(text is null ? -1 : _texts[text]);
    }

    /// <summary>Texts that are asked for one by one.</summary>
    public void Texts(IReadOnlyCollection<string> texts)
    {
        byte[][] parts = [.. texts.Select(Encoding.UTF8.GetBytes)];
        var end = 0;
        Array<int>([.. parts.Select(part => end += part.Length)]);
        Array<byte>([.. parts.SelectMany(part => part)]);
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

    /// <summary>Items that are asked for one by one.</summary>
    public void Each<T>(IReadOnlyCollection<T> items, Action<ImageWriter, T> write) => Parts([.. items.Select(item => Part(item, write))]);

    /// <summary>An object that others share: written once, named by its number.</summary>
    public void Once<T>(T item, Action<ImageWriter, T> write)
        where T : class
    {
        if (!_numbers.TryGetValue(item, out var number))
        {
            var part = Part(item, write);
            _numbers.Add(item, number = _shared.Count);
            _shared.Add(part);
        }

        Number(number);
    }

    private byte[] Part<T>(T item, Action<ImageWriter, T> write)
    {
        var part = new ImageWriter(this);
        write(part, item);
        return part._body.WrittenSpan.ToArray();
    }

    private void Parts(IReadOnlyCollection<byte[]> parts)
    {
        var next = 0;
        Array<int>([.. parts.Select(part => (next += part.Length) - part.Length)]);
        Array<byte>([.. parts.SelectMany(part => part)]);
    }

    private void Byte(byte value) => _body.Write([value]);
}
