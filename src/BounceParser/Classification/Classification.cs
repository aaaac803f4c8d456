namespace BounceParser.Classification;

/// <summary>What is known of one refusal when it is classified.</summary>
internal readonly record struct ClassificationInput
{
    public ClassificationInput()
    {
    }

    /// <summary>The words of the server that refused, its codes included.</summary>
    public string Text { get; init; } = "";

    /// <summary>What the reporting program says around them.</summary>
    public string Comment { get; init; } = "";

    public SmtpReply? Reply { get; init; }

    public EnhancedStatusCode? Status { get; init; }

    public SmtpStage Stage { get; init; }

    public string? Dialect { get; init; }

    public DsnAction Action { get; init; }

    /// <summary>True when the queue gave up for lack of time.</summary>
    public bool Expired { get; init; }

    public string? RemoteHost { get; init; }

    public string? Recipient { get; init; }

    /// <summary>What a sending service calls it: a line of <c>Events.tsv</c>; null when it says nothing of its own.</summary>
    public string? EventName { get; init; }
}

/// <summary>What a refusal means.</summary>
internal readonly record struct Classification
{
    public Classification()
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

    /// <summary>The rule that decided, with the words that it matched in <see cref="ClassificationInput.Text"/>; null when none did.</summary>
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

    /// <summary>The classification of a success.</summary>
    public static Classification Succeeded(string? provider) => new() { Reason = BounceReason.Delivered, Provider = provider };
}
