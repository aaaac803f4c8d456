namespace BounceParser.Classification;

/// <summary>What most rules are decided by.</summary>
/// <param name="Reason">The rule's reason.</param>
/// <param name="Words">The number of the text condition that is all it asks for; <see cref="Several"/> when there is more.</param>
internal readonly record struct RuleBrief(BounceReason Reason, int Words)
{
    public const int Several = -1;

    public static RuleBrief Of(Rule rule) => new(rule.Reason, rule.Conditions is [TextCondition { Negated: false, Number: >= 0 } words] ? words.Number : Several);
}
