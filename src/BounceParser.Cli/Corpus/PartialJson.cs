using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BounceParser.Cli.Output;

namespace BounceParser.Cli.Corpus;

/// <summary>Compares what is expected with what was got: members that stand in the expectation must match, others are not looked at.</summary>
/// <remarks>A member that the output does not know is a difference: a misspelt one would otherwise be compared with nothing, for ever.</remarks>
internal static class PartialJson
{
    /// <param name="path">Where in the report; empty at its top.</param>
    /// <param name="expected">What a person wrote.</param>
    /// <param name="actual">What the tool wrote.</param>
    /// <param name="shape">The members that may stand there.</param>
    /// <param name="differences">Gets a line for each.</param>
    public static void Compare(string path, JsonElement expected, JsonElement actual, JsonTypeInfo shape, List<string> differences)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object when actual.ValueKind == JsonValueKind.Object: CompareMembers(path, expected, actual, shape, differences); break;
            case JsonValueKind.Array when actual.ValueKind == JsonValueKind.Array: CompareItems(path, expected, actual, shape, differences); break;
            default:
                if (!Same(expected, actual)) differences.Add($"{path}: expected {expected.GetRawText()}, got {actual.GetRawText()}");
                break;
        }
    }

    private static void CompareMembers(string path, JsonElement expected, JsonElement actual, JsonTypeInfo shape, List<string> differences)
    {
        foreach (var member in expected.EnumerateObject())
        {
            if (member.Name is "reviewed" or "note" && shape.Type == typeof(ReportLine)) continue;
            var name = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
            if (shape.Properties.FirstOrDefault(property => property.Name == member.Name) is not { } known) differences.Add($"{name}: no such member");
            else if (actual.TryGetProperty(member.Name, out var value)) Compare(name, member.Value, value, shape.Options.GetTypeInfo(known.PropertyType), differences);
            else if (member.Value.ValueKind != JsonValueKind.Null) differences.Add($"{name}: expected {member.Value.GetRawText()}, got nothing");
        }
    }

    private static void CompareItems(string path, JsonElement expected, JsonElement actual, JsonTypeInfo shape, List<string> differences)
    {
        if (expected.GetArrayLength() != actual.GetArrayLength())
        {
            differences.Add($"{path}: expected {expected.GetArrayLength()}, got {actual.GetArrayLength()}");
            return;
        }

        var item = shape.Options.GetTypeInfo(shape.ElementType!);
        for (var i = 0; i < expected.GetArrayLength(); i++) Compare($"{path}[{i}]", expected[i], actual[i], item, differences);
    }

    private static bool Same(JsonElement expected, JsonElement actual) => expected.ValueKind == actual.ValueKind && expected.ValueKind switch
    {
        JsonValueKind.String => expected.GetString() == actual.GetString(),
        JsonValueKind.Number => expected.GetRawText() == actual.GetRawText(),
        _ => true,
    };
}
