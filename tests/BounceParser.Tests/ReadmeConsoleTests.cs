using System.Text.RegularExpressions;
using BounceParser.Tests.Cli;
using BounceParser.Tests.Support;

namespace BounceParser.Tests;

/// <summary>The commands of README.md print what it shows.</summary>
public sealed class ReadmeConsoleTests
{
    public static TheoryData<string, string> Examples()
    {
        var examples = new TheoryData<string, string>();
        foreach (var (command, output) in ReadmeExamples.All) examples.Add(command, output);
        return examples;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Example_prints_what_README_shows(string command, string output)
    {
        using var tool = ToolProcess.StartIn(Repository.Root, command.Split(' '));
        var printed = (await tool.StandardOutput.ReadToEndAsync()).ReplaceLineEndings("\n");
        await tool.WaitForExitAsync();
        tool.ExitCode.Should().Be(0);
        if (output.EndsWith(ReadmeExamples.Cut + "\n", StringComparison.Ordinal)) printed.Should().StartWith(output[..^(ReadmeExamples.Cut.Length + 1)], "README.md shows the beginning");
        else printed.TrimEnd('\n').Should().Be(output.TrimEnd('\n'), "README.md shows all of it");
    }

    [Fact]
    public void First_screen_has_an_example_in_each_language() =>
        ReadmeExamples.All.Take(2).Select(example => example.Command[^2..]).Should().BeEquivalentTo("fr", "en");

    [Fact]
    public void Every_link_into_the_repository_leads_somewhere()
    {
        var links = Regex.Matches(File.ReadAllText(Path.Combine(Repository.Root, "README.md")), @"\]\(([^)#:]+)\)", RegexOptions.NonBacktracking);
        links.Should().NotBeEmpty();
        links.Select(link => link.Groups[1].Value).Where(path => !Path.Exists(Path.Combine(Repository.Root, path))).Should().BeEmpty();
    }
}
