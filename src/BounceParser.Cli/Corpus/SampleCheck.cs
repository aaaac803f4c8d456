using System.Text.Json;
using BounceParser.Cli.Output;

namespace BounceParser.Cli.Corpus;

/// <summary>How a sample compares with what is expected of it. A line of a .lines sample counts as a sample.</summary>
internal sealed record SampleCheck(int Count, int Failed, int Unreviewed, IReadOnlyList<string> Differences)
{
    public static SampleCheck Run(Sample sample, BounceInterpreter interpreter)
    {
        if (!File.Exists(sample.ExpectedPath)) return new(1, 1, 0, ["has no .expected.json: run corpus record"]);
        try
        {
            using var expected = JsonDocument.Parse(File.ReadAllText(sample.ExpectedPath));
            return Compare(sample.Interpret(interpreter), expected.RootElement);
        }
        catch (JsonException error)
        {
            return new(1, 1, 0, [$"the .expected.json is no JSON: {error.Message}"]);
        }
    }

    private static SampleCheck Compare(IReadOnlyList<ReportLine> got, JsonElement expected)
    {
        var wanted = expected.ValueKind == JsonValueKind.Array ? [.. expected.EnumerateArray()] : new[] { expected };
        var differences = new List<string>();
        if (wanted.Length != got.Count) differences.Add($"expected {Counted.Of(wanted.Length, "line")}, got {got.Count}");
        int failed = differences.Count, unreviewed = 0;
        for (var i = 0; i < Math.Min(wanted.Length, got.Count); i++)
        {
            var before = differences.Count;
            using var actual = JsonDocument.Parse(ReportJson.Line(got[i]));
            PartialJson.Compare(wanted.Length > 1 ? $"line {i + 1}" : "", wanted[i], actual.RootElement, ReportJson.Shape, differences);
            if (differences.Count > before) failed++;
            if (!IsReviewed(wanted[i])) unreviewed++;
        }

        return new(got.Count, failed, unreviewed, differences);
    }

    private static bool IsReviewed(JsonElement expected) =>
        expected.ValueKind == JsonValueKind.Object && expected.TryGetProperty("reviewed", out var reviewed) && reviewed.ValueKind == JsonValueKind.True;
}
