namespace BounceParser;

/// <summary>What a diagnosis means and what to do, in one language.</summary>
public sealed record Advice
{
    /// <summary>The reason that it is about.</summary>
    public required BounceReason Reason { get; init; }

    /// <summary>The situation under the reason; null for the reason itself.</summary>
    public string? Situation { get; init; }

    /// <summary>The language that was found, as in <c>fr</c>.</summary>
    public required string Culture { get; init; }

    /// <summary>At most 60 characters.</summary>
    public required string Title { get; init; }

    /// <summary>Two or three sentences without jargon.</summary>
    public required string Meaning { get; init; }

    /// <summary>Whose move it is, in one line.</summary>
    public required string Move { get; init; }

    /// <summary>The steps for each audience, in order; an audience that can do nothing has one step that says why.</summary>
    public required IReadOnlyDictionary<Audience, IReadOnlyList<string>> Steps { get; init; }

    /// <summary>RFC sections and providers' pages; may be empty.</summary>
    public IReadOnlyList<string> References { get; init; } = [];
}
