using System.Text;

namespace BounceParser.Tests.Support;

/// <summary>What README shows of the command: each block <c>console</c>, its command line and what it prints.</summary>
internal static class ReadmeExamples
{
    private const string Prompt = "$ bounceparser ";

    /// <summary>Stands for all that comes after.</summary>
    public const string Cut = "[...]";

    public static IReadOnlyList<(string Command, string Output)> All { get; } = [.. Read(File.ReadAllLines(Path.Combine(Repository.Root, "README.md")))];

    private static IEnumerable<(string, string)> Read(IEnumerable<string> lines)
    {
        string? command = null;
        var output = new StringBuilder();
        var inside = false;
        foreach (var line in lines)
        {
            if (line == "```console") inside = true;
            else if (inside && line == "```")
            {
                yield return (command!, output.ToString());
                (inside, command) = (false, null);
                output.Clear();
            }
            else if (inside && line.StartsWith(Prompt, StringComparison.Ordinal)) command = line[Prompt.Length..];
            else if (inside) output.Append(line).Append('\n');
        }
    }
}
