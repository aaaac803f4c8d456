using System.Text.Json.Serialization;
using System.Xml;

namespace BounceParser.Cli.Output;

/// <summary>The facts of a diagnosis; only those that are known are written. Sizes in bytes, durations in ISO 8601.</summary>
internal sealed record FactsLine
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? IpAddress { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Blocklist { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Url { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? MessageSize { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? SizeLimit { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Quota { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RetryAfter { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NewAddress { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Host { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RecordType { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TlsError { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Sender { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Expired { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Attempts { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
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
