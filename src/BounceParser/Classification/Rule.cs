using BounceParser.Catalogue;

namespace BounceParser.Classification;

/// <summary>One line of a rule file: the reason that its conditions lead to when all hold.</summary>
internal sealed record Rule
{
    public required string File { get; init; }

    public required int Line { get; init; }

    /// <summary>Its place among all rules, from 0: of those that hold, the lowest wins.</summary>
    public required int Ordinal { get; init; }

    public required BounceReason Reason { get; init; }

    /// <summary>The finer name under the reason; null when there is none.</summary>
    public string? Situation { get; init; }

    public required Condition[] Conditions { get; init; }

    /// <summary>What the rule decides by: the strongest of its conditions.</summary>
    public RuleEvidence Evidence { get; init; }

    /// <summary>How many words the index may look for on its behalf.</summary>
    public int Words => Conditions.Sum(condition => condition switch
    {
        TextCondition text => text.Patterns.Sum(pattern => pattern.Anchors.Sum(group => group.Length)),
        NameCondition names => names.Names.Length,
        _ => 0,
    });

    // To look at a code takes no time, to try a pattern some, and to look for words that no index knows the most.
    private Condition[] QuickestFirst => field ??=
    [
        .. Conditions.Where(condition => condition is not IndexedCondition),
        .. Conditions.Where(condition => condition is IndexedCondition { Searches: false }),
        .. Conditions.Where(condition => condition.Searches),
    ];

    public bool Holds(in RuleSubject subject)
    {
        foreach (var condition in QuickestFirst)
            if (!condition.Holds(subject)) return false;
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{File}({Line}): {new Cause(Reason, Situation)}";
}

/// <summary>What decided a classification.</summary>
internal enum RuleEvidence
{
    /// <summary>No rule held.</summary>
    None = 0,

    /// <summary>Words.</summary>
    Text = 1,

    /// <summary>The provider, with its own meaning of a code.</summary>
    Provider = 2,

    /// <summary>An enhanced status code by itself.</summary>
    Status = 3,

    /// <summary>A reply code by itself.</summary>
    Reply = 4,

    /// <summary>What a sending service calls the event: nobody's words, and no code.</summary>
    Event = 5,
}
