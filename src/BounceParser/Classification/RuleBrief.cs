namespace BounceParser.Classification;

/// <summary>What most rules are decided by.</summary>
/// <param name="Reason">The rule's reason.</param>
/// <param name="Needs">What it needs to hold.</param>
internal readonly record struct RuleBrief(BounceReason Reason, RuleNeeds Needs)
{
    public static RuleBrief Of(Rule rule) => new(rule.Reason, rule.Conditions is [TextCondition { Negated: false, Number: >= 0 }] ? RuleNeeds.Words : RuleNeeds.Conditions);
}

/// <summary>What a rule needs to hold.</summary>
internal enum RuleNeeds
{
    /// <summary>All its conditions.</summary>
    Conditions = 0,

    /// <summary>Nothing but the words under which the index found it.</summary>
    Words = 1,
}
