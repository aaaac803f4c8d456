using System.Runtime.CompilerServices;
using BounceParser.Text;

namespace BounceParser.Classification;

/// <summary>Finds which conditions on the text hold without trying their patterns one by one. Immutable; finding allocates nothing.</summary>
/// <remarks>
/// A pattern of words alone is decided where its literal stands. Any other stands under the literals of its rarest part, and is
/// tried when the text holds a literal of each of its parts. The markers of providers are found on the way.
/// </remarks>
internal sealed class ConditionIndex
{
    private readonly PhraseIndex _phrases;
    private readonly Posting[] _postings;
    private readonly ushort[] _starts;
    private readonly LazyList<Trial> _trials;
    private readonly int _firstMarker;

    /// <param name="conditions">Each can be indexed; its number is its place.</param>
    /// <param name="markers">Literals that count wherever they stand, names included.</param>
    public ConditionIndex(IReadOnlyList<IndexedCondition> conditions, IReadOnlyList<string> markers)
    {
        _firstMarker = Bits.Words(conditions.Count) * 64;
        Words = Bits.Words(_firstMarker + markers.Count);
        var postings = new PostingLists(conditions.OfType<TextCondition>());
        for (var number = 0; number < conditions.Count; number++)
        {
            if (conditions[number] is TextCondition text) postings.Add(text, number);
            if (conditions[number] is NameCondition names) postings.Add(names, number);
        }

        for (var number = 0; number < markers.Count; number++) postings.Add(markers[number], new Posting((ushort)(_firstMarker + number), 0, Fit.Anywhere));
        _phrases = new PhraseIndex(postings.Literals);
        (_postings, _starts, _trials) = (postings.Flat, postings.Starts, new LazyList<Trial>(postings.Trials));
    }

    private ConditionIndex(ref ImageReader image)
    {
        (_firstMarker, Words) = (image.Number(), image.Number());
        _phrases = PhraseIndex.Read(ref image);
        (_postings, _starts, _trials) = (image.Array<Posting>(), image.Array<ushort>(), image.Each(Trial.Read));
    }

    /// <summary>How many words of 64 bits the conditions and markers take.</summary>
    public int Words { get; }

    /// <summary>How many literals there are.</summary>
    public int Literals => _starts.Length - 1;

    /// <summary>What a search reads, but for the literals and patterns themselves.</summary>
    public int Bytes => _phrases.Bytes + (_postings.Length * Unsafe.SizeOf<Posting>()) + (_starts.Length * sizeof(ushort));

    public static ConditionIndex Read(ref ImageReader image) => new(ref image);

    public void Write(ImageWriter image)
    {
        image.Number(_firstMarker);
        image.Number(Words);
        _phrases.Write(image);
        image.Array<Posting>(_postings);
        image.Array<ushort>(_starts);
        image.Each(_trials, static (to, trial) => trial.Write(to));
    }

    /// <summary>Adds the literals that the text holds, and sets the bits of the conditions and markers that hold.</summary>
    /// <param name="folded">The folded text.</param>
    /// <param name="blanked">The same, names blanked.</param>
    /// <param name="literals">Empty.</param>
    /// <param name="conditions">All clear.</param>
    public void Find(ReadOnlySpan<char> folded, ReadOnlySpan<char> blanked, NumberSet literals, Span<ulong> conditions)
    {
        var taker = new Taker(this, blanked, literals, conditions);
        _phrases.Find(folded, ref taker);
        foreach (var literal in literals.Numbers)
            foreach (var posting in Under(literal))
                if (posting.Fit == Fit.Trial && _trials[posting.Number] is var trial && !Bits.Has(conditions, trial.Condition) && trial.Holds(blanked, literals))
                    Bits.Set(conditions, trial.Condition);
    }

    /// <summary>The number of the first marker that was found; -1 when there is none.</summary>
    public int FirstMarker(ReadOnlySpan<ulong> conditions)
    {
        foreach (var marker in new Bits(conditions[(_firstMarker / 64)..])) return marker;
        return -1;
    }

    /// <summary>The words that the first fitting pattern of a condition matches; (0, 0) when none fits.</summary>
    public (int Start, int Length) Place(int condition, ReadOnlySpan<char> blanked, NumberSet literals)
    {
        var best = new Place(int.MaxValue, 0, 0, 0);
        foreach (var literal in literals.Numbers)
            foreach (var posting in Under(literal))
                if (Condition(posting) == condition && posting.Pattern <= best.Pattern && Find(posting, literal, blanked) is { } place && place.IsBefore(best)) best = place;
        return (best.Start, best.Length);
    }

    private Place? Find(Posting posting, int literal, ReadOnlySpan<char> blanked)
    {
        int start, length;
        if (posting.Fit == Fit.Trial ? !_trials[posting.Number].Pattern.TryFind(blanked, out start, out length) : !Fits.TryFind(blanked, _phrases.Phrases[literal], posting.Fit, out start, out length)) return null;
        return new Place(posting.Pattern, start, posting.Word, length);
    }

    private int Condition(Posting posting) => posting.Fit == Fit.Trial ? _trials[posting.Number].Condition : posting.Number;

    private ReadOnlySpan<Posting> Under(int literal) => _postings.AsSpan(_starts[literal].._starts[literal + 1]);

    private readonly ref struct Taker(ConditionIndex index, ReadOnlySpan<char> blanked, NumberSet literals, Span<ulong> conditions) : IPhraseVisitor
    {
        private readonly ReadOnlySpan<char> _blanked = blanked;
        private readonly Span<ulong> _conditions = conditions;

        public void Visit(int literal, int start, int length)
        {
            literals.Add(literal);
            var postings = index.Under(literal);
            if (postings.IsEmpty) return;
            var fits = Fits.Of(_blanked, start, start + length);
            foreach (var posting in postings)
                if ((posting.Fit & fits) != 0) Bits.Set(_conditions, posting.Number);
        }
    }
}

/// <summary>Where a pattern stands: the first pattern of a condition counts, there the first place, there the first of its words.</summary>
internal readonly record struct Place(int Pattern, int Start, int Word, int Length)
{
    public bool IsBefore(Place other) => (Pattern, Start, Word).CompareTo((other.Pattern, other.Start, other.Word)) < 0;
}
