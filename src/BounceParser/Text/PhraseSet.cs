using System.Buffers;

namespace BounceParser.Text;

/// <summary>Phrases of all languages that mean one thing. They are folded as texts are: see <see cref="FoldedText.Closed(ReadOnlySpan{char})"/>.</summary>
internal sealed class PhraseSet
{
    private PhraseIndex? _index;

    public PhraseSet(IEnumerable<string> phrases) => Phrases = new TextList(phrases.Distinct());

    private PhraseSet(PhraseIndex index) => (Phrases, _index) = (index.Phrases, index);

    public TextList Phrases { get; }

    // Made when first asked for: most sets are asked one kind of question, and many none.
    private PhraseIndex Index => _index ??= new PhraseIndex(Phrases);

    private Dictionary<int, string[]> ByEnd => field ??= Ends();

    private Openings ByStart => field ??= new Openings(Phrases);

    private HashSet<string> Whole => field ??= Phrases.ToHashSet(StringComparer.Ordinal);

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

    /// <summary>True when the folded words are one of the phrases.</summary>
    public bool Contains(ReadOnlySpan<char> folded) => Whole.GetAlternateLookup<ReadOnlySpan<char>>().Contains(folded);

    /// <summary>True when the words, folded or not, begin with one of the phrases.</summary>
    public bool Begins(ReadOnlySpan<char> words) => ByStart.Begin(words);

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

    private Dictionary<int, string[]> Ends()
    {
        var sets = new Dictionary<int, string[]>();
        foreach (var phrase in Phrases) sets[phrase[^1]] = sets.TryGetValue(phrase[^1], out var alike) ? [.. alike, phrase] : [phrase];
        return sets;
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
