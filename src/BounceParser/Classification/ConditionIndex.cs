using BounceParser.Text;

namespace BounceParser.Classification;

/// <summary>Finds which conditions on the text hold without trying their patterns one by one. Immutable; finding allocates nothing.</summary>
/// <remarks>
/// A pattern of words alone is decided where its literal stands. Any other stands under the literals of its rarest part, and is
/// tried when it is asked for, if the text holds a literal of each of its parts. The markers of providers are found on the way.
/// </remarks>
internal sealed class ConditionIndex
{
    /// <summary>Stands for no rule.</summary>
    public const int NoRule = ushort.MaxValue;

    private readonly PhraseIndex _phrases;
    private readonly PostingTable _postings;
    private readonly LazyList<Trial> _trials;
    private readonly ushort[] _conditionOfTrial;
    private readonly ushort[] _ruleOfCondition;
    private readonly int _firstMarker;

    /// <param name="conditions">Each can be indexed; its number is its place.</param>
    /// <param name="rules">The rule that each leads to, or <see cref="NoRule"/>.</param>
    /// <param name="markers">Literals that count wherever they stand, names included.</param>
    public ConditionIndex(IReadOnlyList<IndexedCondition> conditions, IEnumerable<int> rules, IReadOnlyList<string> markers)
    {
        _firstMarker = Bits.Words(conditions.Count) * 64;
        Words = Bits.Words(_firstMarker + markers.Count);
        _ruleOfCondition = new ushort[Words * 64];
        Array.Fill(_ruleOfCondition, (ushort)NoRule);
        foreach (var (condition, rule) in rules.Index()) _ruleOfCondition[condition] = checked((ushort)rule);
        var postings = new PostingLists(conditions.OfType<TextCondition>());
        for (var number = 0; number < conditions.Count; number++)
        {
            if (conditions[number] is TextCondition text) postings.Add(text, number);
            if (conditions[number] is NameCondition names) postings.Add(names, number);
        }

        for (var number = 0; number < markers.Count; number++) postings.Add(markers[number], new Posting(_firstMarker + number, 0, Fit.Anywhere));
        _phrases = new PhraseIndex(postings.Literals);
        (_postings, _trials, _conditionOfTrial) = (new PostingTable(postings.Lists), new LazyList<Trial>(postings.Trials), postings.ConditionOfTrial);
    }

    private ConditionIndex(ref ImageReader image)
    {
        (_firstMarker, Words) = (image.Number(), image.Number());
        _phrases = PhraseIndex.Read(ref image);
        (_postings, _trials) = (PostingTable.Read(ref image), image.Each(Trial.Read));
        (_conditionOfTrial, _ruleOfCondition) = (image.Array<ushort>(), image.Array<ushort>());
    }

    /// <summary>How many words of 64 bits the conditions and markers take.</summary>
    public int Words { get; }

    /// <summary>How many literals there are.</summary>
    public int Literals => _phrases.Phrases.Count;

    /// <summary>What a search reads, but for the literals and patterns themselves.</summary>
    public int Bytes => _phrases.Bytes + _postings.Bytes + (_conditionOfTrial.Length * sizeof(ushort)) + (_ruleOfCondition.Length * sizeof(ushort));

    public static ConditionIndex Read(ref ImageReader image) => new(ref image);

    public void Write(ImageWriter image)
    {
        image.Number(_firstMarker);
        image.Number(Words);
        _phrases.Write(image);
        _postings.Write(image);
        image.Each(_trials, static (to, trial) => trial.Write(to));
        image.Array<ushort>(_conditionOfTrial);
        image.Array<ushort>(_ruleOfCondition);
    }

    /// <summary>Adds the literals that the text holds, the conditions and markers that hold or may hold, and the rules that these lead to.</summary>
    /// <param name="folded">The folded text.</param>
    /// <param name="blanked">The same, names blanked.</param>
    /// <param name="buffers">Nothing found in it yet.</param>
    public void Find(ReadOnlySpan<char> folded, ReadOnlySpan<char> blanked, FindingBuffers buffers)
    {
        var taker = new Taker(this, blanked, buffers);
        _phrases.Find(folded, ref taker);
        var trials = buffers.Hits.Trials;
        for (var at = 0; at < trials.Numbers.Length; at++)
            if (!Bits.Has(buffers.Conditions, trials.Numbers[at]) && _trials[trials.Items[at].Number].MayHold(buffers.Hits)) Add(buffers.Untried, trials.Numbers[at], buffers.Rules);
    }

    /// <summary>True when a pattern of the condition holds that its literals do not decide.</summary>
    public bool Try(int condition, ReadOnlySpan<char> blanked, TextHits hits)
    {
        for (var at = hits.Trials.Next(condition, 0); at >= 0; at = hits.Trials.Next(condition, at + 1))
            if (_trials[hits.Trials.Items[at].Number] is var trial && trial.MayHold(hits) && trial.Pattern.Fits(blanked)) return true;
        return false;
    }

    /// <summary>The number of the first marker that was found; -1 when there is none.</summary>
    public int FirstMarker(ReadOnlySpan<ulong> conditions)
    {
        foreach (var marker in new Bits(conditions[(_firstMarker / 64)..])) return marker;
        return -1;
    }

    /// <summary>The words that the first fitting pattern of a condition matches; (0, 0) when none fits.</summary>
    public (int Start, int Length) Place(int condition, ReadOnlySpan<char> blanked, TextHits hits)
    {
        var best = Decisive(condition, hits.Literals);
        var end = best.Fit == Fit.Stem ? Fits.WordEnd(blanked, best.Start + best.Length) : best.Start + best.Length;
        (int first, int start, int length) = (best.Pattern, best.Start, end - best.Start);
        for (var at = hits.Trials.Next(condition, 0); at >= 0; at = hits.Trials.Next(condition, at + 1))
            if (hits.Trials.Items[at] is var trial && trial.Pattern < first && _trials[trial.Number].Pattern.TryFind(blanked, out var from, out var units)) (first, start, length) = (trial.Pattern, from, units);
        return (start, length);
    }

    // Looked for once more, since hardly any of the conditions that hold is asked for its words.
    private FoundPlace Decisive(int condition, HitList<FoundLiteral> literals)
    {
        var best = FoundPlace.None;
        for (var at = 0; at < literals.Numbers.Length; at++)
            foreach (var posting in _postings[literals.Numbers[at]])
                if (posting.Number == condition && (posting.Fit & literals.Items[at].Fits) != 0 && new FoundPlace(posting, literals.Items[at]) is var place && place.IsBefore(best)) best = place;
        return best;
    }

    private void Add(Span<ulong> conditions, int condition, Span<ulong> rules)
    {
        Bits.Set(conditions, condition);
        if (_ruleOfCondition[condition] is not NoRule and var rule) Bits.Set(rules, rule);
    }

    private readonly ref struct Taker(ConditionIndex index, ReadOnlySpan<char> blanked, FindingBuffers buffers) : IPhraseVisitor
    {
        private readonly ReadOnlySpan<char> _blanked = blanked;
        private readonly Span<ulong> _conditions = buffers.Conditions;
        private readonly Span<ulong> _rules = buffers.Rules;
        private readonly TextHits _hits = buffers.Hits;

        public void Visit(int literal, int start, int length)
        {
            var fits = Fits.Of(_blanked, start, start + length);
            var isFirst = _hits.Add(literal, new FoundLiteral((ushort)start, (ushort)length, fits));
            foreach (var posting in index._postings[literal])
            {
                if ((posting.Fit & fits) != 0) index.Add(_conditions, posting.Number, _rules);
                else if (posting.Fit == Fit.Trial && isFirst) _hits.Trials.Add(index._conditionOfTrial[posting.Number], posting);
            }
        }
    }
}
