namespace BounceParser;

/// <summary>One cause among many bounces: how often it stands in them, and whose fault it is.</summary>
public sealed record CauseSummary
{
    /// <summary>The reason.</summary>
    public BounceReason Reason { get; init; }

    /// <summary>The situation under the reason; null when nothing finer is known.</summary>
    public string? Situation { get; init; }

    /// <summary>The refusing side: a provider's name as <see cref="Diagnosis.Provider"/> has it, else the recipients' domain; null when neither is known.</summary>
    public string? RefusedBy { get; init; }

    /// <summary>How many refusals say so.</summary>
    public int Count { get; init; }

    /// <summary>How many refusals of all causes come from that side.</summary>
    public int OfAll { get; init; }

    /// <summary>True when the sending side can mend it: then the addresses are not to blame.</summary>
    public bool IsOwnFault { get; init; }

    /// <summary>All of it in one sentence, in the language asked for.</summary>
    public string Text { get; init; } = "";

    /// <summary>What it means and what to do, without the facts of any one recipient.</summary>
    public Advice? Advice { get; init; }
}
