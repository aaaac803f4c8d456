namespace BounceParser.Cli.Explaining;

/// <summary>How a person wants it explained.</summary>
internal sealed record ExplainSettings
{
    public required string Culture { get; init; }

    public required AdviceBook Book { get; init; }

    public Audience Audience { get; init; }

    public bool Why { get; init; }

    /// <summary>How many recipients at most.</summary>
    public int Most { get; init; } = int.MaxValue;

    /// <summary>Whose steps are shown: the reader's first, then those of the sender and of a list's owner.</summary>
    public IReadOnlyList<Audience> Audiences => [.. new[] { Audience, Audience.Sender, Audience.ListOwner }.Distinct()];

    public string Word(string key) => Book.Word(key, Culture);
}
