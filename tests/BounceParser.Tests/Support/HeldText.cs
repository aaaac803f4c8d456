using BounceParser.Classification;
using BounceParser.Smtp;

namespace BounceParser.Tests.Support;

/// <summary>One refusal and all the rules that it fits, each with the patterns that stand in it: what has to be known for it to be understood.</summary>
internal sealed class HeldText
{
    private const int Folds = 10;

    private readonly List<(Rule Rule, List<TextPattern>[] Learnt)> _fits = [];

    private HeldText(string text, int fold) => (Text, Fold) = (text, fold);

    public string Text { get; }

    /// <summary>The tenth that it belongs to, by a hash of its words: the same words about another address share it.</summary>
    public int Fold { get; }

    /// <summary>The rules that it fits, in their order.</summary>
    public IEnumerable<Rule> Rules => _fits.Select(fit => fit.Rule);

    /// <summary>The patterns that stand in it.</summary>
    public IEnumerable<TextPattern> Patterns => _fits.SelectMany(fit => fit.Learnt).SelectMany(patterns => patterns);

    public static HeldText Of(string text)
    {
        var catalogue = WrittenRules.Catalogue;
        using var words = new TextFinding(catalogue.Index, text);
        var reply = ReplyReader.Find(text);
        var subject = new RuleSubject
        {
            Text = words.Text,
            Whole = words.Whole,
            Found = words.Conditions,
            Reply = reply?.Code ?? 0,
            Status = reply?.Status ?? ReplyReader.FindStatus(text),
            Provider = words.Marker < 0 ? null : catalogue.Providers.Markers[words.Marker].Provider,
            Action = DsnAction.Failed,
        };
        catalogue.Index.FindKeys(subject, words.Rules);
        var held = new HeldText(text, (int)(Hash(words.Text) % Folds));
        foreach (var ordinal in new Bits(words.Rules))
            if (catalogue.Rules[ordinal] is var rule && rule.Holds(subject)) held._fits.Add((rule, Learnt(rule, words.Text)));
        return held;
    }

    /// <summary>The first rule that it fits of those that are known; null when none is.</summary>
    public Rule? FirstOf(Func<Rule, bool> isRuleKnown, Func<TextPattern, bool> isPatternKnown)
    {
        foreach (var (rule, learnt) in _fits)
            if (learnt.Length == 0 ? isRuleKnown(rule) : learnt.All(patterns => patterns.Exists(pattern => isPatternKnown(pattern)))) return rule;
        return null;
    }

    // For each text that the rule asks for, those of its patterns that stand here.
    private static List<TextPattern>[] Learnt(Rule rule, ReadOnlySpan<char> text)
    {
        var learnt = new List<List<TextPattern>>();
        foreach (var condition in rule.Conditions)
            if (condition is TextCondition { Negated: false } words) learnt.Add(Standing(words, text));
        return [.. learnt];
    }

    private static List<TextPattern> Standing(TextCondition words, ReadOnlySpan<char> text)
    {
        var standing = new List<TextPattern>();
        foreach (var pattern in words.Patterns)
            if (pattern.TryFind(text, out _, out _)) standing.Add(pattern);
        return standing;
    }

    // FNV-1a, of the letters alone: the fold must not change from run to run.
    private static uint Hash(ReadOnlySpan<char> blanked)
    {
        var hash = 2166136261u;
        foreach (var unit in blanked)
            if (char.IsLetter(unit)) hash = (hash ^ unit) * 16777619u;
        return hash;
    }
}
