using System.Text.Json;

namespace BounceParser.Cli.Corpus;

/// <summary>Compares what is expected with what was got: members that stand in the expectation must match, others are not looked at.</summary>
internal static class PartialJson
{
    public static void Compare(string path, JsonElement expected, JsonElement actual, List<string> differences)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object when actual.ValueKind == JsonValueKind.Object: CompareMembers(path, expected, actual, differences); break;
            case JsonValueKind.Array when actual.ValueKind == JsonValueKind.Array: CompareItems(path, expected, actual, differences); break;
            default:
                if (!Same(expected, actual)) differences.Add($"{path}: expected {expected.GetRawText()}, got {actual.GetRawText()}");
                break;
        }
    }

    private static void CompareMembers(string path, JsonElement expected, JsonElement actual, List<string> differences)
    {
        foreach (var member in expected.EnumerateObject())
        {
            if (member.Name is "reviewed" or "note") continue;
            var name = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
            if (actual.TryGetProperty(member.Name, out var value)) Compare(name, member.Value, value, differences);
            else if (member.Value.ValueKind != JsonValueKind.Null) differences.Add($"{name}: expected {member.Value.GetRawText()}, got nothing");
        }
    }

    private static void CompareItems(string path, JsonElement expected, JsonElement actual, List<string> differences)
    {
        if (expected.GetArrayLength() != actual.GetArrayLength())
        {
            differences.Add($"{path}: expected {expected.GetArrayLength()}, got {actual.GetArrayLength()}");
            return;
        }

        for (var i = 0; i < expected.GetArrayLength(); i++) Compare($"{path}[{i}]", expected[i], actual[i], differences);
    }

    private static bool Same(JsonElement expected, JsonElement actual) => expected.ValueKind == actual.ValueKind && expected.ValueKind switch
    {
        JsonValueKind.String => expected.GetString() == actual.GetString(),
        JsonValueKind.Number => expected.GetRawText() == actual.GetRawText(),
        _ => true,
    };
}
