namespace BounceParser;

/// <summary>What one mail, reply or text says of a delivery.</summary>
public sealed record BounceReport
{
    private const int Shown = 3;

    /// <summary>What kind of mail it is.</summary>
    public BounceKind Kind { get; init; }

    /// <summary>The program or service whose way of writing was recognised, as in <c>qmail</c>; null when none was.</summary>
    public string? Dialect { get; init; }

    /// <summary>The server that reports; null when not named.</summary>
    public string? ReportingMta { get; init; }

    /// <summary>The Date of the mail itself, as its header tells it; of one log line, or one event of a sending service, when that happened. Null when it is not told with its year and zone.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>When the reporting server received the mail; null when not told.</summary>
    public DateTimeOffset? ArrivalDate { get; init; }

    /// <summary>The <c>ENVID</c> that the sender gave (RFC 3461); null when not returned.</summary>
    public string? EnvelopeId { get; init; }

    /// <summary>The address that the bounce was sent to, decoded; null when the mail does not tell it, and for a text that is no mail.</summary>
    public ReturnPath? ReturnPath { get; init; }

    /// <summary>What the bounce bears that only an answer to our own mail can know; to be compared with what was sent before it is obeyed.</summary>
    public BounceProof Proof =>
        (EnvelopeId is null ? 0 : BounceProof.EnvelopeId) | (Original.MessageId is null ? 0 : BounceProof.MessageId) | (ReturnPath?.Recipient is null ? 0 : BounceProof.Verp)
        | (ReturnPath?.SrsSignature is null ? 0 : BounceProof.Srs) | (ReturnPath?.BatvSignature is null ? 0 : BounceProof.Batv);

    /// <summary>What the report returns of the original message.</summary>
    public OriginalMessage Original { get; init; } = OriginalMessage.None;

    /// <summary>The feedback report of a complaint, of several the first; null for other kinds.</summary>
    public Feedback? Feedback { get; init; }

    /// <summary>The version of the catalogue that judged, as in <c>1.0.0+9f86d081</c>: that of the vocabulary, and a fingerprint of the built-in rules and words. Empty in a report that no interpreter made.</summary>
    public string CatalogueVersion { get; init; } = "";

    /// <summary>True when a limit of <see cref="BounceParserOptions"/> was hit: what was read before it is diagnosed.</summary>
    public bool IsTruncated { get; init; }

    /// <summary>True when the bounce is of a bounce, about one of our own addresses: nothing is ever suppressed.</summary>
    public bool IsDoubleBounce { get; init; }

    /// <summary>The inner report of a double bounce; null otherwise.</summary>
    public BounceReport? Nested { get; init; }

    /// <summary>The bounces that ordinary mail holds as attachments, in their order; the mail itself stays <see cref="BounceKind.NotABounce"/>.</summary>
    public IReadOnlyList<BounceReport> AttachedReports { get; init; } = [];

    /// <summary>One diagnosis for each recipient, of a sending service's JSON for each event and recipient; empty for mail that is no bounce.</summary>
    public IReadOnlyList<Diagnosis> Diagnoses { get; init; } = [];

    /// <summary>
    /// A stable key for dropping duplicates, of reporting server, original message or envelope, recipients and actions; case and order do not matter. Null when the report tells
    /// neither a message nor a recipient: nobody knows what such a report is a duplicate of.
    /// </summary>
    public string? Key => (EnvelopeId ?? Original.MessageId) is null && Diagnoses.All(diagnosis => RecipientOf(diagnosis) is null) ? null
        : string.Join('|', [ReportingMta?.ToLowerInvariant() ?? "", EnvelopeId ?? Original.MessageId ?? "", .. Diagnoses.Select(KeyOf).Order(StringComparer.Ordinal)]);

    /// <summary>The kind and the first diagnoses, in one line for a debugger or a log.</summary>
    public override string ToString() =>
        $"{Kind}{(Dialect is null ? "" : $" by {Dialect}")}{(Diagnoses.Count == 0 ? "" : $" [{string.Join("; ", Diagnoses.Take(Shown))}{(Diagnoses.Count > Shown ? $"; {Diagnoses.Count} in all" : "")}]")}";

    private static string? RecipientOf(Diagnosis diagnosis) => diagnosis.FinalRecipient ?? diagnosis.OriginalRecipient;

    private static string KeyOf(Diagnosis diagnosis) => $"{RecipientOf(diagnosis)?.ToLowerInvariant()}={diagnosis.Action}";
}
