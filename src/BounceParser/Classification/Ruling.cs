namespace BounceParser.Classification;

/// <summary>What a refusal means.</summary>
internal readonly record struct Ruling
{
    public Ruling()
    {
    }

    public BounceReason Reason { get; init; }

    public string? Situation { get; init; }

    /// <summary>What decided.</summary>
    public RuleEvidence Evidence { get; init; }

    /// <summary>The reasons of the next rules that held, none twice.</summary>
    public IReadOnlyList<BounceReason> Alternatives { get; init; } = [];

    public string? Provider { get; init; }

    public bool HasWordsOfTemporariness { get; init; }

    /// <summary>True when other words of the text blame the quota, the sender, a policy or the content.</summary>
    public bool NamesOtherCause { get; init; }

    public DiagnosisFacts Facts { get; init; } = DiagnosisFacts.None;

    /// <summary>The rule that decided, with the words that it matched in <see cref="Refusal.Text"/>; null when none did.</summary>
    public DecidingRule? Rule => Decided is null ? null : new DecidingRule
    {
        File = Decided.File,
        Line = Decided.Line,
        Matched = Length > 0 ? Text.Substring(Start, Length) : null,
        Start = Start,
        Length = Length,
    };

    internal Rule? Decided { get; init; }

    internal string Text { get; init; } = "";

    internal int Start { get; init; }

    internal int Length { get; init; }

    /// <summary>The ruling on a success.</summary>
    public static Ruling Succeeded(string? provider) => new() { Reason = BounceReason.Delivered, Provider = provider };
}
