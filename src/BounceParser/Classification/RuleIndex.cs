using BounceParser.Text;

namespace BounceParser.Classification;

/// <summary>Finds the rules that a text may fit without trying them all. Immutable; looking up allocates nothing.</summary>
/// <remarks>
/// A rule stands under one of its text conditions, the one with the rarest words; a rule without such a text under its status,
/// provider or reply.
/// </remarks>
internal sealed class RuleIndex
{
    private readonly RuleKeys _keys;

    // The rules that ask for a provider.
    private readonly ulong[] _ofProviders;

    /// <param name="rules">In ordinal order.</param>
    /// <param name="others">Text conditions that stand in no rule.</param>
    /// <param name="markers">Further literals.</param>
    public RuleIndex(IReadOnlyList<Rule> rules, IEnumerable<TextCondition> others, IReadOnlyList<string> markers)
    {
        _keys = new RuleKeys();
        var conditions = new List<(IndexedCondition Condition, int Rule)>();
        foreach (var condition in others) Add(condition, ConditionIndex.NoRule, conditions);
        foreach (var rule in rules) Add(rule, conditions);
        Conditions = new ConditionIndex([.. conditions.Select(pair => pair.Condition)], conditions.Select(pair => pair.Rule), markers);
        RuleWords = Bits.Words(rules.Count);
        _ofProviders = new ulong[RuleWords];
        foreach (var rule in rules)
            if (rule.Conditions.Any(condition => condition is ProviderCondition { Negated: false })) Bits.Set(_ofProviders, rule.Ordinal);
    }

    private RuleIndex(ref ImageReader image) =>
        (_keys, Conditions, RuleWords, _ofProviders) = (RuleKeys.Read(ref image), ConditionIndex.Read(ref image), image.Number(), image.Array<ulong>());

    /// <summary>The text conditions of all rules.</summary>
    public ConditionIndex Conditions { get; }

    /// <summary>How many words of 64 bits a set of rules takes.</summary>
    public int RuleWords { get; }

    public static RuleIndex Read(ref ImageReader image) => new(ref image);

    public void Write(ImageWriter image)
    {
        _keys.Write(image);
        Conditions.Write(image);
        image.Number(RuleWords);
        image.Array<ulong>(_ofProviders);
    }

    /// <summary>Sets the bits of the rules that stand under a code or a provider, and clears those that ask for a provider where none is known.</summary>
    public void FindKeys(in RuleSubject subject, Span<ulong> rules)
    {
        _keys.Find(subject, rules);
        if (subject.Provider is null) Bits.Clear(rules, _ofProviders);
    }

    private void Add(Rule rule, List<(IndexedCondition Condition, int Rule)> conditions)
    {
        // Of words that must not stand there, those long enough are looked up, be others too short.
        var texts = rule.Conditions.OfType<TextCondition>().Where(text => text.CanBeIndexed || text.Negated).ToList();
        var names = rule.Conditions.OfType<NameCondition>().ToList();
        IndexedCondition? lead = names.Find(name => !name.Negated);
        lead ??= texts.Where(text => !text.Negated).MinBy(text => text.Patterns.Sum(pattern => pattern.Anchors[0].Length));
        foreach (var text in texts) Add(text, text == lead ? rule.Ordinal : ConditionIndex.NoRule, conditions);
        foreach (var name in names) Add(name, name == lead ? rule.Ordinal : ConditionIndex.NoRule, conditions);
        if (lead is null) _keys.Add(rule);
    }

    private void Add(IndexedCondition condition, int rule, List<(IndexedCondition Condition, int Rule)> conditions)
    {
        condition.Number = conditions.Count;
        conditions.Add((condition, rule));
    }
}
