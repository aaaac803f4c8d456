using System.Buffers;
using BounceParser.Text;

namespace BounceParser.Classification;

/// <summary>A text made ready for rules: folded, its names blanked, the conditions found that hold. Returns its buffers when disposed.</summary>
internal ref struct TextFinding
{
    private readonly char[] _folded;
    private readonly ushort[] _offsets;
    private readonly ulong[] _bits;
    private readonly RuleIndex _index;
    private readonly int _original;
    private readonly int _length;

    public TextFinding(RuleIndex index, ReadOnlySpan<char> text)
    {
        _index = index;
        _original = text.Length;
        _folded = ArrayPool<char>.Shared.Rent(text.Length);
        _offsets = ArrayPool<ushort>.Shared.Rent(text.Length);
        var bits = index.LiteralWords + index.ConditionWords + index.RuleWords;
        _bits = ArrayPool<ulong>.Shared.Rent(bits);
        Array.Clear(_bits, 0, bits);
        var folded = _folded.AsSpan(0, text.Length);
        FoldedText.Fold(text, folded);
        _length = FoldedText.Squeeze(folded, _offsets);
        index.FindLiterals(_folded.AsSpan(0, _length), Literals);
        Marker = index.FirstMarker(Literals);
        Names.Blank(_folded.AsSpan(0, _length));
        index.FindConditions(_folded.AsSpan(0, _length), Literals, Conditions, Rules);
    }

    /// <summary>The number of the first provider's marker in the text; -1 when there is none.</summary>
    public int Marker { get; }

    /// <summary>Folded, spaces closed, names blanked.</summary>
    public readonly ReadOnlySpan<char> Text => _folded.AsSpan(0, _length);

    /// <summary>The text conditions that hold, by number.</summary>
    public readonly Span<ulong> Conditions => _bits.AsSpan(_index.LiteralWords, _index.ConditionWords);

    /// <summary>The rules to try.</summary>
    public readonly Span<ulong> Rules => _bits.AsSpan(_index.LiteralWords + _index.ConditionWords, _index.RuleWords);

    /// <summary>The literals that the text holds, names not blanked, by number.</summary>
    public readonly Span<ulong> Literals => _bits.AsSpan(0, _index.LiteralWords);

    /// <summary>The words that a condition matches, by their place in the original; (0, 0) when it matches none.</summary>
    public readonly (int Start, int Length) Place(TextCondition condition)
    {
        if (condition.Number < 0) return condition.TryFind(Text, out var at, out var words) ? InOriginal(at, words) : (0, 0);
        return _index.FirstPattern(condition, Text, Literals) is { } first && first.TryFind(Text, out var start, out var length) ? InOriginal(start, length) : (0, 0);
    }

    private readonly (int Start, int Length) InOriginal(int start, int length)
    {
        if (_length == _original || length == 0) return (start, length);
        return (_offsets[start], _offsets[start + length - 1] + 1 - _offsets[start]);
    }

    public readonly void Dispose()
    {
        ArrayPool<char>.Shared.Return(_folded);
        ArrayPool<ushort>.Shared.Return(_offsets);
        ArrayPool<ulong>.Shared.Return(_bits);
    }
}
