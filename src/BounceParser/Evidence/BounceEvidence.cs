namespace BounceParser.Evidence;

/// <summary>What one source, the report part or the human text, says of a bounce, uninterpreted.</summary>
internal sealed record BounceEvidence
{
    public string? Dialect { get; init; }
    public string? ReportingMta { get; init; }
    public DateTimeOffset? ArrivalDate { get; init; }
    public string? EnvelopeId { get; init; }
    public bool IsDoubleBounce { get; init; }

    /// <summary>True when nothing but the words shows that the mail is a bounce: no sender, no header, no report part.</summary>
    public bool OnlyWordsTell { get; init; }

    /// <summary>True when a limit left something out.</summary>
    public bool IsTruncated { get; init; }

    /// <summary>Where the returned message starts in the text, in UTF-16 units; null when the text holds none.</summary>
    public int? OriginalStart { get; init; }

    /// <summary>The report's own words, where they tell of no recipient; empty otherwise.</summary>
    public string Words { get; init; } = "";

    public IReadOnlyList<RecipientEvidence> Recipients { get; init; } = [];

    /// <summary>True when it tells the address of one of the recipients.</summary>
    public bool NamesRecipient => Recipients.Any(recipient => recipient.FinalRecipient is not null);

    /// <summary>True when it does not say what happened to one of the recipients.</summary>
    public bool LacksAction => Recipients.Any(recipient => recipient.Action is null);

    /// <summary>The same, where whatever does not say what happened to a recipient has failed.</summary>
    public BounceEvidence Failed() => this with { Recipients = [.. Recipients.Select(recipient => recipient.Action is null ? recipient with { Action = DsnAction.Failed } : recipient)] };
}
