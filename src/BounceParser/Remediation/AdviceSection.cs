using BounceParser.Catalogue;

namespace BounceParser.Remediation;

/// <summary>One section of an advice file, placeholders still in it; an absent part is null and is inherited from the reason.</summary>
internal sealed record AdviceSection
{
    public required BounceReason Reason { get; init; }
    public string? Situation { get; init; }
    public required string File { get; init; }
    public required int Line { get; init; }
    public string Title { get; set; } = "";
    public string Meaning { get; set; } = "";
    public string? Move { get; set; }
    public Dictionary<Audience, List<string>> Steps { get; } = [];
    public List<string>? References { get; set; }

    /// <summary>As the heading has it: <c>Reason</c> or <c>Reason/situation</c>.</summary>
    public string Name => new Cause(Reason, Situation).ToString();

    /// <summary>Every text of the section, for the checks.</summary>
    public IEnumerable<string> Texts =>
        new[] { Title, Meaning, Move ?? "" }.Concat(Steps.Values.SelectMany(steps => steps)).Concat(References ?? []);

    /// <summary>What makes the section useless; null when nothing does.</summary>
    public string? Problem => Title.Length == 0 ? $"{Name} has no title"
        : Meaning.Length == 0 ? $"{Name} does not say what it means"
        : Texts.Select(text => FactWeaver.ProblemIn(text)).FirstOrDefault(problem => problem is not null) is { } problem ? $"{Name}: {problem}" : null;
}
