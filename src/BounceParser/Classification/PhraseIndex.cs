namespace BounceParser.Classification;

/// <summary>Finds in one pass which of many literals a folded text holds, and where. Immutable; finding allocates nothing.</summary>
internal sealed class PhraseIndex
{
    private readonly GramTable _four;
    private readonly GramTable _three;

    /// <param name="literals">Folded, each of four units at least, or three when it holds a unit beyond ASCII; their numbers are their places.</param>
    public PhraseIndex(IReadOnlyList<string> literals)
    {
        Literals = [.. literals];
        _four = new GramTable(Literals, Numbers(length => length > 3), 4);
        _three = new GramTable(Literals, Numbers(length => length == 3), 3);
    }

    /// <summary>By number.</summary>
    public string[] Literals { get; }

    /// <summary>What a search reads, but for the literals themselves.</summary>
    public int Bytes => _four.Bytes + _three.Bytes;

    /// <inheritdoc cref="GramTable.Find"/>
    public void Find<TVisitor>(ReadOnlySpan<char> text, Span<ushort> places, ref TVisitor visitor)
        where TVisitor : IPhraseVisitor, allows ref struct
    {
        _four.Find(text, places, ref visitor);
        if (!_three.IsEmpty && text.ContainsAnyExceptInRange('\0', '\u007F')) _three.Find(text, places, ref visitor);
    }

    private List<int> Numbers(Func<int, bool> takes) => [.. Enumerable.Range(0, Literals.Length).Where(number => takes(Literals[number].Length))];
}
