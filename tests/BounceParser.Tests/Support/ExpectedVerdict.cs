using System.Text.Json;

namespace BounceParser.Tests.Support;

/// <summary>What a sample of <c>corpus/</c> expects of one recipient, or of a mail without any.</summary>
internal sealed record ExpectedVerdict(string? Kind, string? Reason, string? Situation)
{
    /// <summary>The expectations of a file: one for each diagnosis, one for each report without.</summary>
    public static IReadOnlyList<ExpectedVerdict> Of(string path)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(path));
        IEnumerable<JsonElement> reports = file.RootElement.ValueKind == JsonValueKind.Array ? file.RootElement.EnumerateArray() : [file.RootElement];
        return [.. reports.SelectMany(OfReport)];
    }

    private static IEnumerable<ExpectedVerdict> OfReport(JsonElement report)
    {
        var kind = Text(report, "kind");
        if (!report.TryGetProperty("diagnoses", out var diagnoses) || diagnoses.GetArrayLength() == 0) return [new(kind, null, null)];
        return diagnoses.EnumerateArray().Select(diagnosis => new ExpectedVerdict(kind, Text(diagnosis, "reason"), Text(diagnosis, "situation")));
    }

    private static string? Text(JsonElement element, string member) => element.TryGetProperty(member, out var value) ? value.GetString() : null;
}
