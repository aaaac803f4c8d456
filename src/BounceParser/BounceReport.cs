namespace BounceParser;

/// <summary>What one mail, reply or text says of a delivery.</summary>
public sealed record BounceReport
{
    /// <summary>What kind of mail it is.</summary>
    public BounceKind Kind { get; init; }

    /// <summary>The program whose way of writing was recognised, as in <c>qmail</c>; null when none was.</summary>
    public string? Dialect { get; init; }

    /// <summary>The server that reports; null when not named.</summary>
    public string? ReportingMta { get; init; }

    /// <summary>The Date of the mail itself, as its header tells it; null when it tells none, and for a text that is no mail.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>When the reporting server received the mail; null when not told.</summary>
    public DateTimeOffset? ArrivalDate { get; init; }

    /// <summary>The <c>ENVID</c> that the sender gave (RFC 3461); null when not returned.</summary>
    public string? EnvelopeId { get; init; }

    /// <summary>What the report returns of the original message.</summary>
    public OriginalMessage Original { get; init; } = OriginalMessage.None;

    /// <summary>The feedback report of a complaint; null for other kinds.</summary>
    public Feedback? Feedback { get; init; }

    /// <summary>The version of the catalogue that judged.</summary>
    public string CatalogueVersion { get; init; } = "";

    /// <summary>True when a limit of <see cref="BounceParserOptions"/> was hit: what was read before it is diagnosed.</summary>
    public bool IsTruncated { get; init; }

    /// <summary>True when the bounce is of a bounce, about one of our own addresses: nothing is ever suppressed.</summary>
    public bool IsDoubleBounce { get; init; }

    /// <summary>The inner report of a double bounce; null otherwise.</summary>
    public BounceReport? Nested { get; init; }

    /// <summary>One diagnosis for each recipient; empty for mail that is no bounce.</summary>
    public IReadOnlyList<Diagnosis> Diagnoses { get; init; } = [];

    /// <summary>A stable key for dropping duplicates, of reporting server, original message or envelope, recipients and actions.</summary>
    public string Key => string.Join('|',
        [ReportingMta ?? "", EnvelopeId ?? Original.MessageId ?? "", .. Diagnoses.Select(d => $"{d.FinalRecipient}={d.Action}")]);
}
