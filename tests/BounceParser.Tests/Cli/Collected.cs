using System.Text.Json;

namespace BounceParser.Tests.Cli;

/// <summary>What the lines of <c>imap</c> say.</summary>
internal static class Collected
{
    public static IReadOnlyList<string> Sources(string path) => [.. Lines(path).Select(line => line.GetProperty("source").GetString()!)];

    public static IReadOnlyList<string> Recipients(string path) => [.. Lines(path).Select(line => line.GetProperty("diagnoses")[0].GetProperty("recipient").GetString()!)];

    public static IReadOnlyList<string> Validities(string path) => [.. Sources(path).Select(source => source.Split(';')[1]).Distinct()];

    private static IEnumerable<JsonElement> Lines(string path) => File.ReadAllLines(path).Select(line => JsonDocument.Parse(line).RootElement);
}
