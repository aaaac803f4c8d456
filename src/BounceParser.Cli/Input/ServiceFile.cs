using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml;

namespace BounceParser.Cli.Input;

/// <summary>The sender's own mail service as a JSON file describes it; <c>bounceparser schema service</c> prints its schema.</summary>
internal sealed record ServiceFile
{
    public string? Host { get; init; }
    public int? Port { get; init; }
    public string? Security { get; init; }
    public string? LoginForm { get; init; }
    public int? PopBeforeSmtpMinutes { get; init; }
    public string? PopHost { get; init; }
    public string? ImapHost { get; init; }
    public int? PollingMinutes { get; init; }
    public long? SizeLimit { get; init; }

    /// <summary>In ISO 8601, as in <c>PT24H</c>.</summary>
    public string? QueueLifetime { get; init; }

    public string? SupportAddress { get; init; }

    /// <exception cref="InvalidDataException">It is no such file; the message says what is wrong with it.</exception>
    public static SendingService Read(string path)
    {
        try
        {
            using var json = File.OpenRead(path);
            var file = JsonSerializer.Deserialize(json, ServiceJsonContext.Default.ServiceFile) ?? throw new InvalidDataException($"{path}: holds no object");
            return file.ToService();
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{path}: {error.Message}", error);
        }
        catch (FormatException error)
        {
            throw new InvalidDataException($"{path}: queueLifetime is a duration as in PT24H", error);
        }
    }

    private SendingService ToService() => new()
    {
        Host = Host,
        Port = Port,
        Security = Security,
        LoginForm = LoginForm,
        PopBeforeSmtpMinutes = PopBeforeSmtpMinutes,
        PopHost = PopHost,
        ImapHost = ImapHost,
        PollingMinutes = PollingMinutes,
        SizeLimit = SizeLimit,
        QueueLifetime = QueueLifetime is { } time ? XmlConvert.ToTimeSpan(time) : null,
        SupportAddress = SupportAddress,
    };
}

[JsonSerializable(typeof(ServiceFile))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true)]
internal sealed partial class ServiceJsonContext : JsonSerializerContext;
