using System.Numerics;

namespace BounceParser.Classification;

/// <summary>Finds the rules that a text may fit without trying them all. Immutable; looking up allocates nothing.</summary>
/// <remarks>
/// A rule stands under one of its text conditions, the one with the rarest words; a rule without such a text under its status,
/// provider or reply. All literals, the markers of providers too, are found in one pass.
/// </remarks>
internal sealed class RuleIndex
{
    private readonly PhraseIndex _phrases;
    private readonly List<List<Posting>> _postings = [];
    private readonly List<TextCondition> _conditions = [];
    private readonly List<int[]> _rulesOfCondition = [];
    private readonly RuleKeys _keys = new();
    private readonly Dictionary<string, int> _literals = new(StringComparer.Ordinal);

    /// <param name="rules">In ordinal order.</param>
    /// <param name="others">Text conditions that stand in no rule.</param>
    /// <param name="markers">Further literals.</param>
    public RuleIndex(IReadOnlyList<Rule> rules, IEnumerable<TextCondition> others, IReadOnlyList<string> markers)
    {
        RuleWords = (rules.Count + 63) / 64;
        foreach (var condition in others) Add(condition, []);
        foreach (var rule in rules) Add(rule);
        for (var number = 0; number < markers.Count; number++) _postings[Literal(markers[number])].Add(new Posting(null, number, 0, null, []));
        _phrases = new PhraseIndex([.. _literals.OrderBy(literal => literal.Value).Select(literal => literal.Key)]);
        ConditionWords = (_conditions.Count + 63) / 64;
    }

    /// <summary>How many words of 64 bits the hits of literals take.</summary>
    public int LiteralWords => _phrases.Words;

    /// <summary>How many words of 64 bits the conditions that hold take.</summary>
    public int ConditionWords { get; }

    /// <summary>How many words of 64 bits a set of rules takes.</summary>
    public int RuleWords { get; }

    /// <summary>Sets the bits of the literals that a folded text holds, its names not yet blanked.</summary>
    public void FindLiterals(ReadOnlySpan<char> folded, Span<ulong> literals) => _phrases.Find(folded, literals);

    /// <summary>The number of the first marker among the literals found; -1 when there is none.</summary>
    public int FirstMarker(ReadOnlySpan<ulong> literals)
    {
        var first = int.MaxValue;
        foreach (var literal in new Bits(literals))
            foreach (var posting in _postings[literal])
                if (posting.Pattern is null) first = Math.Min(first, posting.Number);
        return first == int.MaxValue ? -1 : first;
    }

    /// <summary>Sets the bits of the text conditions that hold, and of the rules that stand under them.</summary>
    public void FindConditions(ReadOnlySpan<char> blanked, ReadOnlySpan<ulong> literals, Span<ulong> conditions, Span<ulong> rules)
    {
        foreach (var literal in new Bits(literals))
        {
            foreach (var posting in _postings[literal])
            {
                if (posting.Pattern is null || Bits.Has(conditions, posting.Number) || !posting.Holds(blanked, literals)) continue;
                Bits.Set(conditions, posting.Number);
                foreach (var rule in _rulesOfCondition[posting.Number]) Bits.Set(rules, rule);
            }
        }
    }

    /// <summary>The first pattern of an indexed condition that the text fits; null when none does.</summary>
    public TextPattern? FirstPattern(TextCondition condition, ReadOnlySpan<char> blanked, ReadOnlySpan<ulong> literals)
    {
        var first = condition.Patterns.Length;
        foreach (var literal in new Bits(literals))
            foreach (var posting in _postings[literal])
                if (posting.Pattern is not null && posting.Number == condition.Number && posting.Order < first && posting.Holds(blanked, literals)) first = posting.Order;
        return first < condition.Patterns.Length ? condition.Patterns[first] : null;
    }

    /// <summary>Sets the bits of the rules that stand under a code or a provider.</summary>
    public void FindKeys(in RuleSubject subject, Span<ulong> rules) => _keys.Find(subject, rules);

    private void Add(Rule rule)
    {
        var texts = rule.Conditions.OfType<TextCondition>().Where(text => text.CanBeIndexed).ToList();
        var lead = texts.Where(text => !text.Negated).MaxBy(text => text.Patterns.Min(pattern => TextPattern.Shortest(pattern.Anchors[0])));
        foreach (var text in texts) Add(text, text == lead ? [rule.Ordinal] : []);
        foreach (var name in rule.Conditions.OfType<NameCondition>()) name.Numbers = [.. name.Names.Select(Literal)];
        if (lead is null) _keys.Add(rule);
    }

    private void Add(TextCondition condition, int[] rules)
    {
        condition.Number = _conditions.Count;
        _conditions.Add(condition);
        _rulesOfCondition.Add(rules);
        for (var order = 0; order < condition.Patterns.Length; order++) Add(condition.Patterns[order], order, condition.Number);
    }

    private void Add(TextPattern pattern, int order, int condition)
    {
        int[][] others = [.. pattern.Anchors.Skip(1).Select(group => group.Select(Literal).ToArray())];
        foreach (var anchor in pattern.Anchors[0]) _postings[Literal(anchor)].Add(new Posting(pattern, condition, order, pattern.IsPlain ? anchor : null, others));
    }

    private int Literal(string literal)
    {
        if (_literals.TryGetValue(literal, out var number)) return number;
        _postings.Add([]);
        return _literals[literal] = _postings.Count - 1;
    }

    /// <summary>What a literal leads to: a pattern with its condition's number, or a marker's number.</summary>
    /// <param name="Pattern">The pattern; null for a marker.</param>
    /// <param name="Number">The condition's or the marker's number.</param>
    /// <param name="Order">The pattern's place in its condition.</param>
    /// <param name="Plain">The literal, when it is all that the pattern asks for.</param>
    /// <param name="Others">Literals of which one in each group must be there too.</param>
    private readonly record struct Posting(TextPattern? Pattern, int Number, int Order, string? Plain, int[][] Others)
    {
        public bool Holds(ReadOnlySpan<char> text, ReadOnlySpan<ulong> literals)
        {
            if (Plain is not null) return TextSegment.Stands(text, Plain);
            foreach (var group in Others)
                if (!HasAny(literals, group)) return false;
            return Pattern!.TryFind(text, out _, out _);
        }

        private static bool HasAny(ReadOnlySpan<ulong> literals, int[] group)
        {
            foreach (var literal in group)
                if (Bits.Has(literals, literal)) return true;
            return false;
        }
    }
}

/// <summary>The numbers whose bits are set, ascending.</summary>
internal readonly ref struct Bits(ReadOnlySpan<ulong> words)
{
    private readonly ReadOnlySpan<ulong> _words = words;

    public static bool Has(ReadOnlySpan<ulong> words, int number) => (words[number >> 6] >> (number & 63) & 1) != 0;

    public static void Set(Span<ulong> words, int number) => words[number >> 6] |= 1UL << (number & 63);

    public Enumerator GetEnumerator() => new(_words);

    public ref struct Enumerator(ReadOnlySpan<ulong> words)
    {
        private readonly ReadOnlySpan<ulong> _words = words;
        private ulong _left;
        private int _word = -1;

        public int Current { get; private set; }

        public bool MoveNext()
        {
            while (_left == 0)
            {
                var next = _words[(_word + 1)..].IndexOfAnyExcept(0UL);
                if (next < 0) return false;
                _word += next + 1;
                _left = _words[_word];
            }

            Current = (_word << 6) + BitOperations.TrailingZeroCount(_left);
            _left &= _left - 1;
            return true;
        }
    }
}
