namespace BounceParser.Text;

/// <summary>Finds in one pass which of many phrases a folded text holds, and where. Immutable; finding allocates nothing.</summary>
/// <remarks>
/// A phrase that begins with a letter of an alphabet or a digit is found where it begins a word; any other, wherever it stands.
/// Phrases are looked for at the words in them, only where words begin; those without any, and those of scripts that part no words, at every place of the text.
/// </remarks>
internal sealed class PhraseIndex
{
    // Places are looked for so many at a time: room on the stack.
    private const int Window = 512;

    // Of a table of its own, where a narrower one is there too.
    private const int LeastPhrases = 16;

    // Of units that need not be ASCII.
    private const int WidestOfAny = 4;

    private static readonly ushort[] EveryPlace = [.. Enumerable.Range(0, Window).Select(place => (ushort)place)];

    // By the length of their runs.
    private readonly GramTable[] _words;
    private readonly GramTable[] _alphabetic;
    private readonly GramTable[] _anywhere;
    private readonly GramTable[] _other;

    /// <param name="phrases">Folded, none empty; their numbers are their places. One with a unit beyond ASCII costs nothing where a text has none.</param>
    public PhraseIndex(IReadOnlyList<string> phrases)
    {
        Phrases = new TextList(phrases);
        var numbers = Enumerable.Range(0, Phrases.Count).ToLookup(number => (RunsOf(Phrases[number]), IsOther(Phrases[number])));
        _words = Tables(RunPlaces.Words, numbers[(RunPlaces.Words, false)]);
        _alphabetic = Tables(RunPlaces.WordsOfAnyAlphabet, numbers[(RunPlaces.WordsOfAnyAlphabet, false)]);
        _anywhere = Tables(RunPlaces.Anywhere, numbers[(RunPlaces.Anywhere, false)]);
        _other = Tables(RunPlaces.Anywhere, numbers[(RunPlaces.Anywhere, true)]);
    }

    private PhraseIndex(ref ImageReader image)
    {
        Phrases = image.Texts();
        _words = Tables(RunPlaces.Words, ref image);
        _alphabetic = Tables(RunPlaces.WordsOfAnyAlphabet, ref image);
        _anywhere = Tables(RunPlaces.Anywhere, ref image);
        _other = Tables(RunPlaces.Anywhere, ref image);
    }

    /// <summary>By number.</summary>
    public TextList Phrases { get; }

    /// <summary>What a search reads, but for the phrases themselves.</summary>
    public int Bytes => All.Sum(tables => tables.Sum(table => table.Bytes));

    private IEnumerable<GramTable[]> All => [_words, _alphabetic, _anywhere, _other];

    public static PhraseIndex Read(ref ImageReader image) => new(ref image);

    public void Write(ImageWriter image)
    {
        image.Texts(Phrases);
        foreach (var tables in All) image.All(tables, table => table.Write(image));
    }

    /// <summary>Shows the visitor each phrase at each place where it stands, in no certain order.</summary>
    public void Find<TVisitor>(ReadOnlySpan<char> text, ref TVisitor visitor)
        where TVisitor : IPhraseVisitor, allows ref struct
    {
        Span<ushort> starts = stackalloc ushort[Window + WordStarts.Spare], room = stackalloc ushort[Window];
        Find(_words, RunPlaces.Words, text, starts, room, ref visitor);
        if (_anywhere.Length > 0) Find(_anywhere, RunPlaces.Anywhere, text, starts, room, ref visitor);
        if (_alphabetic.Length + _other.Length == 0 || !IsForeign(text)) return;
        Find(_alphabetic, RunPlaces.WordsOfAnyAlphabet, text, starts, room, ref visitor);
        if (IsOther(text)) Find(_other, RunPlaces.Anywhere, text, starts, room, ref visitor);
    }

    private static void Find<TVisitor>(GramTable[] tables, RunPlaces runs, ReadOnlySpan<char> text, scoped Span<ushort> starts, scoped Span<ushort> room, ref TVisitor visitor)
        where TVisitor : IPhraseVisitor, allows ref struct
    {
        for (var from = 0; from < text.Length; from += Window)
        {
            var end = Math.Min(text.Length, from + Window);
            ReadOnlySpan<ushort> places = runs switch
            {
                RunPlaces.Words => starts[..WordStarts.Find(text, from, end, starts)],
                RunPlaces.WordsOfAnyAlphabet => starts[..WordStarts.FindAny(text, from, end, starts)],
                _ => EveryPlace.AsSpan(0, end - from),
            };
            foreach (var table in tables) table.Find(text, from, places, room, ref visitor);
        }
    }

    private static RunPlaces RunsOf(string phrase)
    {
        var words = IsForeign(phrase) ? RunPlaces.WordsOfAnyAlphabet : RunPlaces.Words;
        return !IsOther(phrase) && Width(phrase, words) > 0 ? words : RunPlaces.Anywhere;
    }

    // Of the longest run that the phrase has; 0 for none.
    private static int Width(string phrase, RunPlaces runs) =>
        Array.Find(GramTable.Widths, width => (width <= WidestOfAny || !IsForeign(phrase)) && GramTable.Offsets(phrase, width, runs).Any());

    private GramTable[] Tables(RunPlaces runs, IEnumerable<int> numbers)
    {
        var widths = numbers.ToLookup(number => Width(Phrases[number], runs));
        var tables = new List<GramTable>();
        var few = new List<int>();
        foreach (var width in GramTable.Widths.Where(widths.Contains))
        {
            // Those of few phrases are looked for by their shorter runs: a table costs a look at each place.
            List<int> together = [.. few, .. widths[width]];
            few = together.Count < LeastPhrases && Array.Exists(GramTable.Widths, narrower => narrower < width && widths.Contains(narrower)) ? together : [];
            if (few.Count == 0) tables.Add(new GramTable(Phrases, together, width, runs));
        }

        return [.. tables];
    }

    private GramTable[] Tables(RunPlaces runs, ref ImageReader image)
    {
        var tables = new GramTable[image.Number()];
        for (var number = 0; number < tables.Length; number++) tables[number] = GramTable.Read(Phrases, runs, ref image);
        return tables;
    }

    private static bool IsForeign(ReadOnlySpan<char> text) => text.ContainsAnyExceptInRange('\0', '\u007F');

    // Hebrew, Arabic and the scripts of Asia: neither Latin nor Greek nor Cyrillic; and no punctuation, signs or what stands for a broken unit.
    private static bool IsOther(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('\u0590', '\u1FFF') || text.ContainsAnyInRange('\u2E80', '\uD7FF') || text.ContainsAnyInRange('\uF900', '\uFFEF');
}
