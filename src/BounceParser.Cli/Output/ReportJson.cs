using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace BounceParser.Cli.Output;

[JsonSerializable(typeof(ReportLine))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class ReportJsonContext : JsonSerializerContext;

/// <summary>Writes a report as one line of JSON.</summary>
internal static class ReportJson
{
    // Letters stay letters: the output is UTF-8 and no web page.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // What the compiler wrote for the type. The serializer itself would look at every member of every type before its first line.
    private static readonly Action<Utf8JsonWriter, ReportLine> Write =
        ((JsonTypeInfo<ReportLine>)((IJsonTypeInfoResolver)ReportJsonContext.Default).GetTypeInfo(typeof(ReportLine), ReportJsonContext.Default.Options)!).SerializeHandler!;

    /// <summary>The members of a report, and of what stands in it.</summary>
    public static JsonTypeInfo Shape => ReportJsonContext.Default.ReportLine;

    public static string Line(ReportLine report)
    {
        var line = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(line, Options)) Write(json, report);
        return JsonText.Safe(Encoding.UTF8.GetString(line.WrittenSpan));
    }
}
