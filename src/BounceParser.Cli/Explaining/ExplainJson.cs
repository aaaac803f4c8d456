using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using BounceParser.Cli.Output;

namespace BounceParser.Cli.Explaining;

/// <summary>One report with the advice for each of its diagnoses, in the same order.</summary>
internal sealed record ExplainedReport(ReportLine Report, IReadOnlyList<AdviceLine> Advice);

/// <summary>A piece of advice in the output.</summary>
internal sealed record AdviceLine(string Reason, string? Situation, string Language, string Title, string Meaning, string Move, IReadOnlyDictionary<string, IReadOnlyList<string>> Steps, IReadOnlyList<string> References)
{
    public static AdviceLine Of(Advice advice) => new(
        advice.Reason.ToString(), advice.Situation, advice.Culture, advice.Title, advice.Meaning, advice.Move,
        advice.Steps.ToDictionary(steps => Names.Camel(steps.Key), steps => steps.Value), advice.References);
}

[JsonSerializable(typeof(List<ExplainedReport>))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
internal sealed partial class ExplainJsonContext : JsonSerializerContext;

/// <summary>Explains reports as JSON.</summary>
internal static class ExplainJson
{
    private static readonly ExplainJsonContext Json = new(new JsonSerializerOptions(ExplainJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static string Of(string source, IReadOnlyList<BounceReport> reports, ExplainSettings settings)
    {
        var explained = reports.Select((report, index) => new ExplainedReport(
            ReportLine.Of(source, index, report),
            [.. report.Diagnoses.Take(settings.Most).Select(diagnosis => AdviceLine.Of(settings.Book.For(diagnosis, settings.Culture)))]));
        return JsonText.Safe(JsonSerializer.Serialize([.. explained], Json.ListExplainedReport)) + "\n";
    }
}
