namespace BounceParser;

/// <summary>A feedback report (RFC 5965, RFC 6591); each member is null when the report does not hold it.</summary>
public sealed record Feedback
{
    /// <summary>The <c>Feedback-Type</c> in lower case: abuse, fraud, virus, other, not-spam, auth-failure, opt-out.</summary>
    public string? Type { get; init; }

    /// <summary>The IP address that sent the mail.</summary>
    public string? SourceIp { get; init; }

    /// <summary>The envelope sender.</summary>
    public string? OriginalMailFrom { get; init; }

    /// <summary>The envelope recipient who complained; null when redacted.</summary>
    public string? OriginalRcptTo { get; init; }

    /// <summary>The program that wrote the report.</summary>
    public string? UserAgent { get; init; }
}
