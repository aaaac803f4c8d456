namespace BounceParser;

/// <summary>Typed facts found in the text of a refusal. Each is null when the text does not hold it.</summary>
public sealed record DiagnosisFacts
{
    /// <summary>No fact at all.</summary>
    public static DiagnosisFacts None { get; } = new();

    /// <summary>The IP address that is blocked or complained of.</summary>
    public string? IpAddress { get; init; }

    /// <summary>The DNS zone of the blocklist, as in <c>zen.spamhaus.org</c>.</summary>
    public string? Blocklist { get; init; }

    /// <summary>A page to look up or to ask for delisting at.</summary>
    public string? Url { get; init; }

    /// <summary>The size of the message, in bytes.</summary>
    public long? MessageSize { get; init; }

    /// <summary>The largest size that the server or mailbox takes, in bytes.</summary>
    public long? SizeLimit { get; init; }

    /// <summary>The quota of the mailbox, in bytes.</summary>
    public long? Quota { get; init; }

    /// <summary>How long to wait before the next try.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The address that the recipient has moved to.</summary>
    public string? NewAddress { get; init; }

    /// <summary>The host whose DNS record is missing.</summary>
    public string? Host { get; init; }

    /// <summary>The type of the DNS record that is missing, as in <c>MX</c>.</summary>
    public string? RecordType { get; init; }

    /// <summary>The words of the TLS library.</summary>
    public string? TlsError { get; init; }

    /// <summary>The sender's address that was refused.</summary>
    public string? Sender { get; init; }

    /// <summary>True when the queue gave up; null otherwise.</summary>
    public bool? Expired { get; init; }

    /// <summary>How often delivery was tried.</summary>
    public int? Attempts { get; init; }

    /// <summary>The provider's own code, as in <c>OFR_506</c>, <c>TSS04</c>, <c>S3140</c>.</summary>
    public string? ProviderCode { get; init; }
}
