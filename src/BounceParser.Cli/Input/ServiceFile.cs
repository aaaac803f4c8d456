using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml;

namespace BounceParser.Cli.Input;

/// <summary>The sender's own mail service as a JSON file describes it; <c>bounceparser schema service</c> prints its schema.</summary>
internal static class ServiceFile
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <exception cref="InvalidDataException">It is no such file; the message says what is wrong with it.</exception>
    public static SendingService Read(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path), Lenient);
            if (Problem(json.RootElement) is { } unknown) throw new InvalidDataException($"{path}: {unknown}");
            var service = json.Deserialize(ServiceJsonContext.Default.SendingService)!;
            return Problem(service) is { } problem ? throw new InvalidDataException($"{path}: {problem}") : service;
        }
        catch (JsonException error)
        {
            throw new InvalidDataException(error.Path is ['$', '.', .. var member] ? $"{path}: {Problem(member)}" : $"{path}({error.LineNumber + 1}): is no JSON", error);
        }
    }

    private static string? Problem(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object) return "holds no object, as in { \"host\": \"smtp.example.net\" }";
        string[] known = [.. ServiceJsonContext.Default.SendingService.Properties.Select(member => member.Name)];
        var unknown = root.EnumerateObject().Select(member => member.Name).FirstOrDefault(name => !known.Contains(name));
        return unknown is null ? null : $"no member {unknown}. There are: {string.Join(", ", known)}";
    }

    private static string Problem(string member) => member == "queueLifetime" ? "queueLifetime is a duration as in PT24H" : $"{member} has another kind of value than `bounceparser schema service` says";

    // What the schema says: a step with a port of 0 or minutes below zero would be nonsense.
    private static string? Problem(SendingService service) => service switch
    {
        { Port: < 1 or > 65535 } => "port is a number from 1 to 65535",
        { PopBeforeSmtpMinutes: < 1 } => "popBeforeSmtpMinutes is 1 at least",
        { PollingMinutes: < 1 } => "pollingMinutes is 1 at least",
        { SizeLimit: < 1 } => "sizeLimit is 1 at least, in bytes",
        { QueueLifetime.Ticks: <= 0 } => "queueLifetime is longer than nothing",
        _ => null,
    };
}

/// <summary>Durations in ISO 8601, as in <c>PT24H</c>.</summary>
internal sealed class DurationConverter : JsonConverter<TimeSpan>
{
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return XmlConvert.ToTimeSpan(reader.GetString() ?? "");
        }
        catch (Exception problem) when (problem is FormatException or InvalidOperationException or OverflowException)
        {
            throw new JsonException("queueLifetime is a duration as in PT24H", problem);
        }
    }

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) => writer.WriteStringValue(XmlConvert.ToString(value));
}

[JsonSerializable(typeof(SendingService))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, Converters = [typeof(DurationConverter)])]
internal sealed partial class ServiceJsonContext : JsonSerializerContext;
