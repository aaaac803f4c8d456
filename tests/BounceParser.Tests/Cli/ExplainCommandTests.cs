namespace BounceParser.Tests.Cli;

public sealed class ExplainCommandTests
{
    private const string Reply = "550 5.1.1 <a@dest.example>: Recipient address rejected: User unknown";

    [Fact]
    public async Task Text_is_explained_in_the_language_asked_for()
    {
        var french = await ToolRun.Of(["explain", Reply, "--lang", "fr"]);
        var english = await ToolRun.Of(["explain", Reply, "--lang", "en"]);
        french.ExitCode.Should().Be(0);
        french.Out.Should().Contain("Destinataire").And.Contain("adresse");
        english.Out.Should().Contain("Recipient").And.Contain("address");
    }

    [Fact]
    public async Task Language_comes_from_the_environment_else_English()
    {
        (await ToolRun.Of(["explain", Reply], "", ("LANG", "fr_FR.UTF-8"))).Out.Should().Contain("Destinataire");
        (await ToolRun.Of(["explain", Reply], "", ("LC_ALL", "C"), ("LANG", "fr_FR.UTF-8"))).Out.Should().Contain("Recipient");
        (await ToolRun.Of(["explain", Reply])).Out.Should().Contain("Recipient");
    }

    [Fact]
    public async Task Deciding_words_are_underlined()
    {
        var lines = (await ToolRun.Of(["explain", Reply, "--lang", "en"])).Out.Split('\n');
        var said = Array.FindIndex(lines, line => line.Contains("User unknown", StringComparison.Ordinal));
        lines[said + 1].Trim().Should().MatchRegex("^~+$");
        var start = lines[said + 1].IndexOf('~');
        lines[said].Substring(start, lines[said + 1].Trim().Length).Should().ContainEquivalentOf("unknown");
    }

    [Fact]
    public async Task Lines_stay_within_80_columns()
    {
        foreach (var culture in new[] { "fr", "en" })
            (await ToolRun.Of(["explain", Reply + new string('x', 30) + string.Concat(Enumerable.Repeat(" mot", 100)), "--lang", culture, "--why"])).Out
                .Split('\n').Should().OnlyContain(line => line.Length <= 80);
    }

    [Fact]
    public async Task Why_names_the_rule() =>
        (await ToolRun.Of(["explain", Reply, "--why", "--lang", "en"])).Out.Should().MatchRegex(@"20-phrases\.rules\(\d+\)");

    [Fact]
    public async Task Text_that_is_no_bounce_exits_1() => (await ToolRun.Of(["explain", "see you at lunch"])).ExitCode.Should().Be(1);

    [Fact]
    public async Task Word_that_names_no_file_is_an_error()
    {
        var run = await ToolRun.Of(["explain", "no-such-file.eml"]);
        run.ExitCode.Should().Be(3);
        run.Error.Should().Contain("no-such-file.eml");
        run.Out.Should().BeEmpty();
    }

    [Fact]
    public async Task Escape_sequences_of_a_stranger_never_reach_the_terminal() =>
        (await ToolRun.Of(["explain", "550 5.1.1 \u001b[2J\u202eUser unknown <a@dest.example>"])).Out.Should().NotContainAny("\u001b", "\u202e");
}
