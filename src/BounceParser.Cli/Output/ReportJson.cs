using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace BounceParser.Cli.Output;

[JsonSerializable(typeof(ReportLine))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;

/// <summary>Writes a report as one line of JSON.</summary>
internal static class ReportJson
{
    // Letters stay letters: the output is UTF-8 and no web page.
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = ReportJsonContext.Default.WithAddedModifier(OmitUnknownFacts),
    };

    private static readonly JsonTypeInfo<ReportLine> Type = (JsonTypeInfo<ReportLine>)Options.GetTypeInfo(typeof(ReportLine));

    /// <summary>The members of a report, and of what stands in it.</summary>
    public static JsonTypeInfo Shape => Type;

    public static string Line(ReportLine report) => JsonText.Safe(JsonSerializer.Serialize(report, Type));

    private static void OmitUnknownFacts(JsonTypeInfo type)
    {
        if (type.Type != typeof(FactsLine)) return;
        foreach (var property in type.Properties) property.ShouldSerialize = (_, value) => value is not null;
    }
}
