using System.Runtime.InteropServices;
using BounceParser.Text;

namespace BounceParser.Classification;

/// <summary>Finds the rules that a text may fit without trying them all. Immutable; looking up allocates nothing.</summary>
/// <remarks>
/// A rule stands under one of its text conditions, the one with the rarest words; a rule without such a text under its status,
/// provider or reply.
/// </remarks>
internal sealed class RuleIndex
{
    private const int None = -1;

    private readonly List<int> _ruleOfCondition = [];
    private readonly RuleKeys _keys;

    /// <param name="rules">In ordinal order.</param>
    /// <param name="others">Text conditions that stand in no rule.</param>
    /// <param name="markers">Further literals.</param>
    public RuleIndex(IReadOnlyList<Rule> rules, IEnumerable<TextCondition> others, IReadOnlyList<string> markers)
    {
        _keys = new RuleKeys();
        var conditions = new List<IndexedCondition>();
        foreach (var condition in others) Add(condition, None, conditions);
        foreach (var rule in rules) Add(rule, conditions);
        Conditions = new ConditionIndex(conditions, markers);
        RuleWords = Bits.Words(rules.Count);
    }

    private RuleIndex(ref ImageReader image) =>
        (_ruleOfCondition, _keys, Conditions, RuleWords) = ([.. image.Array<int>()], RuleKeys.Read(ref image), ConditionIndex.Read(ref image), image.Number());

    /// <summary>The text conditions of all rules.</summary>
    public ConditionIndex Conditions { get; }

    /// <summary>How many words of 64 bits a set of rules takes.</summary>
    public int RuleWords { get; }

    public static RuleIndex Read(ref ImageReader image) => new(ref image);

    public void Write(ImageWriter image)
    {
        image.Array<int>(CollectionsMarshal.AsSpan(_ruleOfCondition));
        _keys.Write(image);
        Conditions.Write(image);
        image.Number(RuleWords);
    }

    /// <summary>Sets the bits of the rules that stand under text conditions that hold.</summary>
    public void FindRules(ReadOnlySpan<ulong> conditions, Span<ulong> rules)
    {
        foreach (var condition in new Bits(conditions[..Bits.Words(_ruleOfCondition.Count)]))
            if (_ruleOfCondition[condition] is not None and var rule) Bits.Set(rules, rule);
    }

    /// <summary>Sets the bits of the rules that stand under a code or a provider.</summary>
    public void FindKeys(in RuleSubject subject, Span<ulong> rules) => _keys.Find(subject, rules);

    private void Add(Rule rule, List<IndexedCondition> conditions)
    {
        var texts = rule.Conditions.OfType<TextCondition>().Where(text => text.CanBeIndexed).ToList();
        var lead = texts.Where(text => !text.Negated).MaxBy(text => text.Patterns.Min(pattern => TextPattern.Shortest(pattern.Anchors[0])));
        foreach (var text in texts) Add(text, text == lead ? rule.Ordinal : None, conditions);
        foreach (var name in rule.Conditions.OfType<NameCondition>()) Add(name, None, conditions);
        if (lead is null) _keys.Add(rule);
    }

    private void Add(IndexedCondition condition, int rule, List<IndexedCondition> conditions)
    {
        condition.Number = conditions.Count;
        conditions.Add(condition);
        _ruleOfCondition.Add(rule);
    }
}
