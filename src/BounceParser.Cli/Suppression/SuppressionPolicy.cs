namespace BounceParser.Cli.Suppression;

/// <summary>When an address is dropped.</summary>
internal sealed record SuppressionPolicy
{
    /// <summary>On how many days it must have bounced, from 1.</summary>
    public int MinBounces { get; init; } = 1;

    /// <summary>Bounces before it, or without a date, do not count; null counts all.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Only bounces count that return something which was in our mail.</summary>
    public bool RequireProof { get; init; }

    /// <summary>The Message-IDs and envelope ids that were sent: proof is one of these; null takes any that is returned.</summary>
    public IReadOnlySet<string>? Sent { get; init; }

    public bool Counts(BounceReport report) =>
        (Since is not { } since || Parsing.MailDate.Of(report) >= since) && (!RequireProof || IsProven(report));

    private bool IsProven(BounceReport report) => IsProof(report.EnvelopeId) || IsProof(report.Original.MessageId);

    private bool IsProof(string? id) => !string.IsNullOrWhiteSpace(id) && (Sent is null || Sent.Contains(id));
}
