namespace BounceParser.Text;

/// <summary>Finds in one pass which of many phrases a folded text holds, and where. Immutable; finding allocates nothing.</summary>
internal sealed class PhraseIndex
{
    private readonly GramTable _long;
    private readonly (GramTable Table, bool IsForeign)[] _short;

    /// <param name="phrases">Folded, none empty; their numbers are their places. One of less than four units costs a pass of its own, unless it holds a unit beyond ASCII: then only texts that do are searched for it.</param>
    public PhraseIndex(IReadOnlyList<string> phrases)
    {
        Phrases = new TextList(phrases);
        _long = new GramTable(Phrases, Numbers(phrase => phrase.Length >= GramTable.Widest), GramTable.Widest);
        _short = [.. phrases.Where(phrase => phrase.Length < GramTable.Widest).Select(phrase => (phrase.Length, IsForeign(phrase))).Distinct()
            .Select(kind => (new GramTable(Phrases, Numbers(phrase => (phrase.Length, IsForeign(phrase)) == kind), kind.Length), kind.Item2))];
    }

    private PhraseIndex(ref ImageReader image)
    {
        Phrases = image.Texts();
        _long = GramTable.Read(Phrases, ref image);
        _short = new (GramTable, bool)[image.Number()];
        foreach (ref var table in _short.AsSpan()) table = (GramTable.Read(Phrases, ref image), image.Number() != 0);
    }

    /// <summary>By number.</summary>
    public TextList Phrases { get; }

    /// <summary>What a search reads, but for the phrases themselves.</summary>
    public int Bytes => _long.Bytes + _short.Sum(kind => kind.Table.Bytes);

    public static PhraseIndex Read(ref ImageReader image) => new(ref image);

    public void Write(ImageWriter image)
    {
        image.Texts(Phrases);
        _long.Write(image);
        image.All(_short, table =>
        {
            table.Table.Write(image);
            image.Number(table.IsForeign ? 1 : 0);
        });
    }

    /// <summary>Shows the visitor each phrase at each place where it stands, in no certain order.</summary>
    public void Find<TVisitor>(ReadOnlySpan<char> text, ref TVisitor visitor)
        where TVisitor : IPhraseVisitor, allows ref struct
    {
        _long.Find(text, ref visitor);
        if (_short.Length == 0) return;
        var isForeign = IsForeign(text);
        foreach (var (table, onlyForeign) in _short)
            if (isForeign || !onlyForeign) table.Find(text, ref visitor);
    }

    private static bool IsForeign(ReadOnlySpan<char> text) => text.ContainsAnyExceptInRange('\0', '\u007F');

    private List<int> Numbers(Func<string, bool> takes) => [.. Enumerable.Range(0, Phrases.Count).Where(number => takes(Phrases[number]))];
}
