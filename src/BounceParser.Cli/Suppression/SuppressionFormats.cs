using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using BounceParser.Cli.Output;

namespace BounceParser.Cli.Suppression;

[JsonSerializable(typeof(List<Suppression>))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
internal sealed partial class SuppressionJsonContext : JsonSerializerContext;

/// <summary>Prints the addresses to drop.</summary>
internal static class SuppressionFormats
{
    private static readonly SuppressionJsonContext Json = new(new JsonSerializerOptions(SuppressionJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static string[] Names { get; } = ["text", "csv", "json"];

    public static void Write(string format, IEnumerable<Suppression> dropped, TextWriter output)
    {
        if (format == "json") output.Write(JsonText.Safe(JsonSerializer.Serialize([.. dropped], Json.ListSuppression)) + "\n");
        else if (format == "csv") WriteCsv(dropped, output);
        else foreach (var suppression in dropped) output.WriteLine(suppression.Address);
    }

    private static void WriteCsv(IEnumerable<Suppression> dropped, TextWriter output)
    {
        output.Write(CsvText.Row(["address", "bounces", "first", "last", "reason", "situation", "status", "source", "index", "rule", "diagnostic"]));
        foreach (var suppression in dropped)
        {
            var last = suppression.Evidence.MaxBy(evidence => evidence.Date)!;
            output.Write(CsvText.Row([suppression.Address, suppression.Bounces, suppression.Evidence.Min(evidence => evidence.Date), last.Date,
                last.Reason, last.Situation, last.Status, last.Source, last.Index, last.Rule, last.Diagnostic]));
        }
    }
}
