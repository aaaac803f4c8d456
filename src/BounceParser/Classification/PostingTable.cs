using System.Runtime.CompilerServices;
using BounceParser.Text;

namespace BounceParser.Classification;

/// <summary>The postings of each literal. Immutable.</summary>
/// <remarks>Most literals lead to one posting: they come first, and nothing says where their lists start.</remarks>
internal sealed class PostingTable
{
    private readonly Posting[] _postings;
    private readonly ushort[] _starts;
    private readonly int _single;

    /// <param name="lists">By literal; those of one posting first.</param>
    public PostingTable(IReadOnlyList<IReadOnlyList<Posting>> lists)
    {
        _postings = [.. lists.SelectMany(list => list)];
        _single = lists.TakeWhile(list => list.Count == 1).Count();
        _starts = new ushort[lists.Count - _single + 1];
        _starts[0] = checked((ushort)_single);
        for (var number = _single; number < lists.Count; number++) _starts[number - _single + 1] = checked((ushort)(_starts[number - _single] + lists[number].Count));
    }

    private PostingTable(ref ImageReader image) => (_single, _postings, _starts) = (image.Number(), image.Array<Posting>(), image.Array<ushort>());

    public int Bytes => (_postings.Length * Unsafe.SizeOf<Posting>()) + (_starts.Length * sizeof(ushort));

    public ReadOnlySpan<Posting> this[int literal] => literal < _single ? _postings.AsSpan(literal, 1) : Several(literal - _single);

    public static PostingTable Read(ref ImageReader image) => new(ref image);

    public void Write(ImageWriter image)
    {
        image.Number(_single);
        image.Array<Posting>(_postings);
        image.Array<ushort>(_starts);
    }

    private ReadOnlySpan<Posting> Several(int number) => _postings.AsSpan(_starts[number].._starts[number + 1]);
}
