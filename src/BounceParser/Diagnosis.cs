using BounceParser.Catalogue;

namespace BounceParser;

/// <summary>What happened to one recipient, why, and what to do: data and nothing else.</summary>
public sealed record Diagnosis
{
    /// <summary>The address that delivery was tried to (RFC 3464 section 2.3.2); null when the text names nobody.</summary>
    public string? FinalRecipient { get; init; }

    /// <summary>The address that the sender wrote, wherever it can be had; null when nothing tells.</summary>
    public string? OriginalRecipient { get; init; }

    /// <summary>Where <see cref="FinalRecipient"/> comes from.</summary>
    public RecipientSource RecipientSource { get; init; }

    /// <summary>What the reporting server did.</summary>
    public DsnAction Action { get; init; }

    /// <summary>The most specific enhanced code: that of the decisive reply when finer than x.0.0, else the report's; null when there is none.</summary>
    public EnhancedStatusCode? Status { get; init; }

    /// <summary>The report's <c>Status</c> field; null when there is none.</summary>
    public EnhancedStatusCode? ReportedStatus { get; init; }

    /// <summary>The SMTP reply that decided; null when the text holds none.</summary>
    public SmtpReply? Reply { get; init; }

    /// <summary>The words of the server that refused, white space folded; empty when it said nothing.</summary>
    public string DiagnosticText { get; init; } = "";

    /// <summary>The step of the delivery that was refused.</summary>
    public SmtpStage Stage { get; init; }

    /// <summary>The server that reports; null when not named.</summary>
    public string? ReportingMta { get; init; }

    /// <summary>The server that refused; null when not named.</summary>
    public string? RemoteMta { get; init; }

    /// <summary>When delivery was last tried, as a report, a log line or an event of a sending service tells it; null when not told, or not with its year and zone.</summary>
    public DateTimeOffset? LastAttempt { get; init; }

    /// <summary>Until when a delayed message will be tried; null when not told.</summary>
    public DateTimeOffset? WillRetryUntil { get; init; }

    /// <summary>Why.</summary>
    public BounceReason Reason { get; init; }

    /// <summary>A finer name under the reason, where the advice differs; null when nothing finer is known.</summary>
    public string? Situation { get; init; }

    /// <summary>Whether the same message to the same address could succeed later; null where nothing failed.</summary>
    public Permanence? Permanence { get; init; }

    /// <summary>What a program should do now.</summary>
    public Recommendation Recommendation { get; init; }

    /// <summary>Who can mend it.</summary>
    public Responsible Responsible { get; init; }

    /// <summary>Typed facts found in the text.</summary>
    public DiagnosisFacts Facts { get; init; } = DiagnosisFacts.None;

    /// <summary>The rule that decided; null for <see cref="BounceReason.Undetermined"/>, for an expiry of which only the report tells, and for reasons that come from the kind of mail.</summary>
    public DecidingRule? DecidingRule { get; init; }

    /// <summary>The reasons of the next rules that also matched, best first.</summary>
    public IReadOnlyList<BounceReason> Alternatives { get; init; } = [];

    /// <summary>Who runs the refusing side, as in <c>google</c>; null when not known.</summary>
    public string? Provider { get; init; }

    /// <summary>True when the address itself is dead: a view of <see cref="Recommendation"/>, for those who think in hard and soft.</summary>
    public bool IsHardBounce => Recommendation == Recommendation.SuppressRecipient && Reason != BounceReason.Complaint;

    /// <summary>True when the sending side can mend it, so that the address is not to blame: a view of <see cref="Recommendation"/>.</summary>
    public bool IsOwnFault => Recommendation is Recommendation.FixSenderSetup or Recommendation.RequestDelisting
        or Recommendation.SlowDown or Recommendation.ShrinkMessage or Recommendation.ChangeMessage;

    /// <summary>Who, why, and what to do, in one line for a debugger or a log.</summary>
    public override string ToString() =>
        $"{FinalRecipient ?? OriginalRecipient ?? "?"}: {new Cause(Reason, Situation)}, {Action}{(Status is { } status ? $" {status}" : "")}, {Recommendation}";
}
