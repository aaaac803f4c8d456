using System.Buffers;

namespace BounceParser.Text;

/// <summary>Phrases of all languages that mean one thing. They are folded as texts are: see <see cref="FoldedText.Closed(ReadOnlySpan{char})"/>.</summary>
internal sealed class PhraseSet
{
    private const int MostOpenings = 1_024;

    private PhraseIndex? _index;

    public PhraseSet(IEnumerable<string> phrases) => Phrases = new TextList(phrases.Distinct());

    private PhraseSet(PhraseIndex index) => (Phrases, _index) = (index.Phrases, index);

    public TextList Phrases { get; }

    // Made when first asked for: most sets are asked one kind of question, and many none.
    private PhraseIndex Index => _index ??= new PhraseIndex(Phrases);

    private Dictionary<int, string[]> ByStart => field ??= By(phrase => Key(phrase[0], phrase.Length > 1 ? phrase[1] : '\0'));

    // Most words begin with none of them: a look at the first two letters tells.
    private bool[] Openings => field ??= OpeningsOf();

    private Dictionary<int, string[]> ByEnd => field ??= By(phrase => phrase[^1]);

    public static PhraseSet Read(ref ImageReader image) => new(PhraseIndex.Read(ref image));

    public void Write(ImageWriter image) => Index.Write(image);

    /// <summary>Where the first phrase stands in folded text; -1 for none. A phrase that begins with a letter begins a word.</summary>
    public int IndexIn(ReadOnlySpan<char> folded)
    {
        var first = new FirstPlace(folded);
        Index.Find(folded, ref first);
        return first.Place;
    }

    public bool IsIn(ReadOnlySpan<char> folded) => IndexIn(folded) >= 0;

    /// <summary>True when the words, folded or not, begin with one of the phrases.</summary>
    public bool Begins(ReadOnlySpan<char> words)
    {
        if (words.IsEmpty) return false;
        var first = FoldedText.Letter(words[0]);
        // A phrase of one letter is all key.
        return (words.Length > 1 && FoldedText.Letter(words[1]) is var second && Openings[Opening(first, second)] && Begins(words, Key(first, second)))
            || (Openings[Opening(first, '\0')] && Begins(words, Key(first, '\0')));
    }

    /// <summary>True when one of the phrases ends the folded words, and begins a word.</summary>
    public bool Ends(ReadOnlySpan<char> folded)
    {
        if (folded.IsEmpty || !ByEnd.TryGetValue(folded[^1], out var alike)) return false;
        foreach (var phrase in alike)
            if (folded.EndsWith(phrase, StringComparison.Ordinal) && BeginsWord(folded, folded.Length - phrase.Length)) return true;
        return false;
    }

    /// <summary>False within a word: where a letter follows a letter.</summary>
    public static bool BeginsWord(ReadOnlySpan<char> text, int at) => at == 0 || !IsAlphabetic(text[at]) || !IsAlphabetic(text[at - 1]);

    // Latin, Greek, Cyrillic: scripts that part their words and write no article onto them.
    private static bool IsAlphabetic(char unit) => unit < '\u0080' ? char.IsAsciiLetter(unit) : unit < '\u0590' && char.IsLetter(unit);

    private Dictionary<int, string[]> By(Func<string, int> key)
    {
        var sets = new Dictionary<int, string[]>();
        foreach (var phrase in Phrases) sets[key(phrase)] = sets.TryGetValue(key(phrase), out var alike) ? [.. alike, phrase] : [phrase];
        return sets;
    }

    private bool[] OpeningsOf()
    {
        var openings = new bool[MostOpenings];
        foreach (var phrase in Phrases) openings[Opening(phrase[0], phrase.Length > 1 ? phrase[1] : '\0')] = true;
        return openings;
    }

    private static int Opening(char first, char second) => ((first << 5) ^ second) & (MostOpenings - 1);

    private static int Key(char first, char second) => (first << 16) | second;

    private bool Begins(ReadOnlySpan<char> words, int key)
    {
        if (!ByStart.TryGetValue(key, out var alike)) return false;
        foreach (var phrase in alike)
            if (Begins(words, phrase)) return true;
        return false;
    }

    private static bool Begins(ReadOnlySpan<char> words, string phrase)
    {
        if (words.Length < phrase.Length) return false;
        for (var at = 0; at < phrase.Length; at++)
            if (FoldedText.Letter(words[at]) != phrase[at]) return false;
        return true;
    }

    private ref struct FirstPlace(ReadOnlySpan<char> folded) : IPhraseVisitor
    {
        private readonly ReadOnlySpan<char> _folded = folded;

        /// <summary>-1 while none was found.</summary>
        public int Place { get; private set; } = -1;

        public void Visit(int phrase, int start, int length)
        {
            if ((Place < 0 || start < Place) && BeginsWord(_folded, start)) Place = start;
        }
    }
}
