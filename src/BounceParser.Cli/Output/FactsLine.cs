using System.Xml;

namespace BounceParser.Cli.Output;

/// <summary>The facts of a diagnosis; only those that are known are written. Sizes in bytes, durations in ISO 8601.</summary>
internal sealed record FactsLine
{
    public string? IpAddress { get; init; }
    public string? Blocklist { get; init; }
    public string? Url { get; init; }
    public long? MessageSize { get; init; }
    public long? SizeLimit { get; init; }
    public long? Quota { get; init; }
    public string? RetryAfter { get; init; }
    public string? NewAddress { get; init; }
    public string? Host { get; init; }
    public string? RecordType { get; init; }
    public string? TlsError { get; init; }
    public string? Sender { get; init; }
    public bool? Expired { get; init; }
    public int? Attempts { get; init; }
    public string? ProviderCode { get; init; }

    public static FactsLine Of(DiagnosisFacts facts) => new()
    {
        IpAddress = facts.IpAddress,
        Blocklist = facts.Blocklist,
        Url = facts.Url,
        MessageSize = facts.MessageSize,
        SizeLimit = facts.SizeLimit,
        Quota = facts.Quota,
        RetryAfter = facts.RetryAfter is { } time ? XmlConvert.ToString(time) : null,
        NewAddress = facts.NewAddress,
        Host = facts.Host,
        RecordType = facts.RecordType,
        TlsError = facts.TlsError,
        Sender = facts.Sender,
        Expired = facts.Expired,
        Attempts = facts.Attempts,
        ProviderCode = facts.ProviderCode,
    };
}
