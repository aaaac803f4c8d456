using System.Collections;
using System.Runtime.InteropServices;
using System.Text;

namespace BounceParser.Text;

/// <summary>Texts by number; one that comes from an image is made when it is first asked for.</summary>
internal sealed class TextList : IReadOnlyList<string>
{
    private readonly string?[] _made;
    private readonly ReadOnlyMemory<byte> _ends;
    private readonly ReadOnlyMemory<byte> _bytes;

    public TextList(IEnumerable<string> texts) => _made = [.. texts];

    /// <param name="ends">Where each text ends in the bytes, 32 bits each.</param>
    /// <param name="bytes">All texts in UTF-8, one after the other.</param>
    public TextList(ReadOnlyMemory<byte> ends, ReadOnlyMemory<byte> bytes) => (_made, _ends, _bytes) = (new string[ends.Length / sizeof(int)], ends, bytes);

    public int Count => _made.Length;

    public string this[int number] => _made[number] ?? Make(number);

    public IEnumerator<string> GetEnumerator()
    {
        for (var number = 0; number < Count; number++) yield return this[number];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private string Make(int number)
    {
        var ends = MemoryMarshal.Cast<byte, int>(_ends.Span);
        return _made[number] = Encoding.UTF8.GetString(_bytes.Span[(number == 0 ? 0 : ends[number - 1])..ends[number]]);
    }
}
