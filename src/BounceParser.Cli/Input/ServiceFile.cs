using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml;

namespace BounceParser.Cli.Input;

/// <summary>The sender's own mail service as a JSON file describes it; <c>bounceparser schema service</c> prints its schema.</summary>
internal static class ServiceFile
{
    /// <exception cref="InvalidDataException">It is no such file; the message says what is wrong with it.</exception>
    public static SendingService Read(string path)
    {
        try
        {
            using var json = File.OpenRead(path);
            return JsonSerializer.Deserialize(json, ServiceJsonContext.Default.SendingService) ?? throw new InvalidDataException($"{path}: holds no object");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{path}: {error.Message}", error);
        }
    }
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
