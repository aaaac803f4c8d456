using BounceParser.Tests.Support;

namespace BounceParser.Tests.Cli;

public sealed class ReasonIndexTests
{
    private static readonly string Page = Path.Combine(Repository.Library, "Catalogue", "REASONS.md");

    [Fact]
    public async Task Page_of_the_repository_is_what_the_command_writes()
    {
        var run = await ToolRun.Of(["advice", "--index"]);
        run.ExitCode.Should().Be(0);
        var written = await File.ReadAllTextAsync(Page);
        var same = written.Zip(run.Out).TakeWhile(pair => pair.First == pair.Second).Count();
        (written == run.Out).Should().BeTrue(
            $"`dotnet run --project src/BounceParser.Cli -- advice --index > src/BounceParser/Catalogue/REASONS.md` writes it anew; it differs at “{run.Out[same..Math.Min(run.Out.Length, same + 80)]}”");
    }

    [Fact]
    public async Task Every_reason_and_situation_stands_there_once_with_its_titles()
    {
        var lines = (await ToolRun.Of(["advice", "--index"])).Out.Split('\n');
        foreach (var (reason, situation) in AdviceBook.Default.Sections("en"))
        {
            var start = Array.IndexOf(lines, $"### {reason}");
            var rest = lines[(start + 1)..].TakeWhile(line => !line.StartsWith("##", StringComparison.Ordinal)).ToList();
            var place = situation is null ? rest[1] : rest.Single(line => line.StartsWith($"- `{situation}`: ", StringComparison.Ordinal));
            foreach (var culture in AdviceBook.Default.Cultures)
                place.Should().Contain(AdviceBook.Default.For(reason, situation, culture).Title, $"{culture} {reason}/{situation}");
        }
    }

    [Fact]
    public void Every_reason_has_a_family() =>
        Enum.GetValues<BounceReason>().Where(reason => ReasonDefaults.Of(reason).Family == ReasonFamily.None).Should().Equal(BounceReason.Undetermined);
}
