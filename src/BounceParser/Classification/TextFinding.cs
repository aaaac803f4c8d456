using BounceParser.Text;

namespace BounceParser.Classification;

/// <summary>A text made ready for rules: folded, its names blanked, the conditions found that hold. Returns its buffers when disposed.</summary>
internal readonly struct TextFinding : IDisposable
{
    private readonly ConditionIndex _index;
    private readonly FindingBuffers _buffers;
    private readonly int _original;
    private readonly int _length;

    public TextFinding(RuleIndex index, ReadOnlySpan<char> text)
    {
        _index = index.Conditions;
        _original = text.Length;
        _buffers = FindingBuffers.Rent(text.Length, _index.Literals, _index.Words, index.RuleWords);
        _length = FoldedText.Fold(text, _buffers.Folded, _buffers.Offsets);
        var folded = _buffers.Folded.AsSpan(0, _length);
        folded.CopyTo(_buffers.Blanked);
        Names.Blank(_buffers.Blanked.AsSpan(0, _length));
        _index.Find(folded, Text, _buffers);
    }

    /// <summary>The number of the first provider's marker in the text; -1 when there is none.</summary>
    public int Marker => _index.FirstMarker(_buffers.Conditions);

    /// <summary>Folded, spaces closed, names blanked.</summary>
    public ReadOnlySpan<char> Text => _buffers.Blanked.AsSpan(0, _length);

    /// <summary>Folded, spaces closed, names and all.</summary>
    public ReadOnlySpan<char> Whole => _buffers.Folded.AsSpan(0, _length);

    /// <summary>The text conditions that hold.</summary>
    public FoundConditions Conditions => new(_index, _buffers, Text);

    /// <summary>The rules to try.</summary>
    public Span<ulong> Rules => _buffers.Rules;

    /// <summary>The words that a condition matches, by their place in the original; (0, 0) when it matches none.</summary>
    public (int Start, int Length) Place(TextCondition condition)
    {
        var (start, length) = condition.Number >= 0 ? _index.Place(condition.Number, Text, _buffers.Hits) : condition.TryFind(Text, out var at, out var words) ? (at, words) : (0, 0);
        return InOriginal(start, length);
    }

    public void Dispose() => _buffers.Return();

    private (int Start, int Length) InOriginal(int start, int length)
    {
        if (_length == _original || length == 0) return (start, length);
        return (_buffers.Offsets[start], _buffers.Offsets[start + length - 1] + 1 - _buffers.Offsets[start]);
    }
}
