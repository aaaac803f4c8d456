namespace BounceParser.Text;

/// <summary>Finds in one pass which of many phrases a folded text holds, and where. Immutable; finding allocates nothing.</summary>
internal sealed class PhraseIndex
{
    private readonly GramTable _long;
    private readonly GramTable[] _short;
    private readonly GramTable[] _foreign;

    /// <param name="phrases">Folded, none empty; their numbers are their places. One of less than four units costs a pass of its own, unless it holds a unit beyond ASCII: then only texts that do are searched for it.</param>
    public PhraseIndex(IReadOnlyList<string> phrases)
    {
        Phrases = new TextList(phrases);
        _long = new GramTable(Phrases, Numbers(phrase => phrase.Length >= GramTable.Widest), GramTable.Widest);
        _short = Short(isForeign: false);
        _foreign = Short(isForeign: true);
    }

    private PhraseIndex(ref ImageReader image)
    {
        Phrases = image.Texts();
        _long = GramTable.Read(Phrases, ref image);
        _short = Tables(ref image);
        _foreign = Tables(ref image);
    }

    /// <summary>By number.</summary>
    public TextList Phrases { get; }

    /// <summary>What a search reads, but for the phrases themselves.</summary>
    public int Bytes => _long.Bytes + _short.Sum(table => table.Bytes) + _foreign.Sum(table => table.Bytes);

    public static PhraseIndex Read(ref ImageReader image) => new(ref image);

    public void Write(ImageWriter image)
    {
        image.Texts(Phrases);
        _long.Write(image);
        image.All(_short, table => table.Write(image));
        image.All(_foreign, table => table.Write(image));
    }

    /// <summary>Shows the visitor each phrase at each place where it stands, in no certain order.</summary>
    public void Find<TVisitor>(ReadOnlySpan<char> text, ref TVisitor visitor)
        where TVisitor : IPhraseVisitor, allows ref struct
    {
        _long.Find(text, ref visitor);
        foreach (var table in _short) table.Find(text, ref visitor);
        if (_foreign.Length == 0 || !IsForeign(text)) return;
        foreach (var table in _foreign) table.Find(text, ref visitor);
    }

    private GramTable[] Short(bool isForeign)
    {
        var tables = new List<GramTable>();
        for (var width = 1; width < GramTable.Widest; width++)
            if (Numbers(phrase => phrase.Length == width && IsForeign(phrase) == isForeign) is { Count: > 0 } numbers) tables.Add(new GramTable(Phrases, numbers, width));
        return [.. tables];
    }

    private GramTable[] Tables(ref ImageReader image)
    {
        var tables = new GramTable[image.Number()];
        for (var number = 0; number < tables.Length; number++) tables[number] = GramTable.Read(Phrases, ref image);
        return tables;
    }

    private static bool IsForeign(ReadOnlySpan<char> text) => text.ContainsAnyExceptInRange('\0', '\u007F');

    private List<int> Numbers(Func<string, bool> takes)
    {
        var numbers = new List<int>();
        for (var number = 0; number < Phrases.Count; number++)
            if (takes(Phrases[number])) numbers.Add(number);
        return numbers;
    }
}
