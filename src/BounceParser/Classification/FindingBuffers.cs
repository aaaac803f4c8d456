using System.Numerics;

namespace BounceParser.Classification;

/// <summary>What a <see cref="TextFinding"/> writes to: kept by each thread, so that finding allocates nothing.</summary>
internal sealed class FindingBuffers
{
    private const int LeastChars = 512;

    // Two at once are the most: a comment is looked at while the words are.
    [ThreadStatic]
    private static FindingBuffers? _spare;

    private FindingBuffers? _next;

    /// <summary>The folded text.</summary>
    public char[] Folded { get; private set; } = [];

    /// <summary>The same, names blanked.</summary>
    public char[] Blanked { get; private set; } = [];

    /// <summary>The place in the original of each unit; only when some were left out.</summary>
    public ushort[] Offsets { get; private set; } = [];

    /// <summary>The literals that were found.</summary>
    public NumberSet Literals { get; private set; } = new(0);

    /// <summary>Sets of numbers, all clear.</summary>
    public ulong[] Bits { get; private set; } = [];

    /// <param name="chars">The length of the text.</param>
    /// <param name="literals">How many literals there are.</param>
    /// <param name="words">How many words of 64 bits the other sets take.</param>
    public static FindingBuffers Rent(int chars, int literals, int words)
    {
        var buffers = _spare ?? new FindingBuffers();
        _spare = buffers._next;
        if (buffers.Folded.Length < chars) buffers.Grow(Math.Max(LeastChars, (int)BitOperations.RoundUpToPowerOf2((uint)chars)));
        if (buffers.Literals.Below < literals) buffers.Literals = new NumberSet(literals);
        else buffers.Literals.Clear();
        if (buffers.Bits.Length < words) buffers.Bits = new ulong[words];
        else Array.Clear(buffers.Bits, 0, words);
        return buffers;
    }

    public void Return() => (_next, _spare) = (_spare, this);

    private void Grow(int chars) => (Folded, Blanked, Offsets) = (new char[chars], new char[chars], new ushort[chars]);
}
