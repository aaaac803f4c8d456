using BounceParser.Classification;

namespace BounceParser;

/// <summary>What a reason means when nothing in the reply says otherwise; a diagnosis may differ from it.</summary>
public readonly record struct ReasonDefaults
{
    /// <summary>Whom or what it is about.</summary>
    public ReasonFamily Family { get; init; }

    /// <summary>Whether the same message could succeed later; null where nothing failed.</summary>
    public Permanence? Permanence { get; init; }

    /// <summary>Who can mend it.</summary>
    public Responsible Responsible { get; init; }

    /// <summary>What a program does.</summary>
    public Recommendation Recommendation { get; init; }

    /// <summary>Those of one reason; the harmless ones for a number that is no reason.</summary>
    public static ReasonDefaults Of(BounceReason reason) => ReasonTable.Of(reason);
}
