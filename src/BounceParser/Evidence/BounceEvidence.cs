namespace BounceParser.Evidence;

/// <summary>What one source, the report part or the human text, says of a bounce, uninterpreted.</summary>
internal sealed record BounceEvidence
{
    public string? Dialect { get; init; }
    public string? ReportingMta { get; init; }
    public DateTimeOffset? ArrivalDate { get; init; }
    public string? EnvelopeId { get; init; }

    /// <summary>The sender's own address, which the program that asks knows: no recipient, whoever names it; null when nobody told it.</summary>
    public string? Sender { get; init; }

    /// <summary>The Message-ID of the original message, or its id at the service that sent it; null when the mail itself returns it, or nothing does.</summary>
    public string? MessageId { get; init; }

    /// <summary>What the program that wrote a log calls the message in its queue; null where no log tells.</summary>
    public string? QueueId { get; init; }

    /// <summary>When that happened which is told, of several events or lines of none; null when not told.</summary>
    public DateTimeOffset? Date { get; init; }

    public bool IsDoubleBounce { get; init; }

    /// <summary>True when nothing but the words shows that the mail is a bounce: no sender, no header, no report part.</summary>
    public bool OnlyWordsTell { get; init; }

    /// <summary>True for a log that tells of each try, and of one refusal in several entries: the last counts.</summary>
    public bool TellsEachTry { get; init; }

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
