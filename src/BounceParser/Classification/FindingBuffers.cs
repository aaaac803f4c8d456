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
    private ulong[] _bits = [];
    private int _conditionWords;
    private int _ruleWords;

    /// <summary>The folded text.</summary>
    public char[] Folded { get; private set; } = [];

    /// <summary>The same, names blanked.</summary>
    public char[] Blanked { get; private set; } = [];

    /// <summary>The place in the original of each unit; only when some were left out.</summary>
    public ushort[] Offsets { get; private set; } = [];

    /// <summary>The literals that were found.</summary>
    public TextHits Hits { get; private set; } = new(0);

    /// <summary>The text conditions and markers that hold.</summary>
    public Span<ulong> Conditions => _bits.AsSpan(0, _conditionWords);

    /// <summary>The text conditions that may hold.</summary>
    public Span<ulong> Untried => _bits.AsSpan(_conditionWords, _conditionWords);

    /// <summary>The rules under either.</summary>
    public Span<ulong> Rules => _bits.AsSpan(2 * _conditionWords, _ruleWords);

    /// <param name="chars">The length of the text.</param>
    /// <param name="literals">How many literals there are.</param>
    /// <param name="conditionWords">How many words of 64 bits the conditions and markers take.</param>
    /// <param name="ruleWords">How many the rules take.</param>
    public static FindingBuffers Rent(int chars, int literals, int conditionWords, int ruleWords)
    {
        var buffers = _spare ?? new FindingBuffers();
        _spare = buffers._next;
        if (buffers.Folded.Length < chars) buffers.Grow(Math.Max(LeastChars, (int)BitOperations.RoundUpToPowerOf2((uint)chars)));
        if (buffers.Hits.Room < literals) buffers.Hits = new TextHits(literals);
        else buffers.Hits.Clear();
        (buffers._conditionWords, buffers._ruleWords) = (conditionWords, ruleWords);
        var words = (2 * conditionWords) + ruleWords;
        if (buffers._bits.Length < words) buffers._bits = new ulong[words];
        else Array.Clear(buffers._bits, 0, words);
        return buffers;
    }

    public void Return() => (_next, _spare) = (_spare, this);

    private void Grow(int chars) => (Folded, Blanked, Offsets) = (new char[chars], new char[chars], new ushort[chars]);
}
