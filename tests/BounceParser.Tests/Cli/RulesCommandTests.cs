namespace BounceParser.Tests.Cli;

public sealed class RulesCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_rule_is_listed_where_it_stands()
    {
        var lines = (await ToolRun.Of(["rules", "list"])).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Should().HaveCountGreaterThan(300).And.OnlyContain(line => System.Text.RegularExpressions.Regex.IsMatch(line, @"^\d\d-[a-z-]+\.rules\(\d+\): [A-Za-z/0-9-]+ : "));
    }

    [Fact]
    public async Task Rule_over_several_rows_is_one_rule()
    {
        var rules = _folder.Write("own.rules", "$thing = mailbox\n  | drawer\nMailboxFull : text \"$thing of the moon\"\n  | \"the $thing is at its brim\",\n  not text \"sender\"\n");
        var run = await ToolRun.Of(["rules", "test", rules, "550 the drawer is at its brim"]);
        run.ExitCode.Should().Be(0);
        run.Out.Should().Contain("1 rule,").And.Contain("own.rules(3): MailboxFull");
    }

    [Fact]
    public async Task Own_rule_decides_its_text()
    {
        var rules = _folder.Write("own.rules", "# ours\nMailboxFull : text \"mailbox of the moon is at its brim\"\n");
        var run = await ToolRun.Of(["rules", "test", rules, "550 mailbox of the moon is at its brim"]);
        run.ExitCode.Should().Be(0);
        run.Out.Should().Contain("1 rule,").And.Contain("own.rules(2): MailboxFull");
    }

    [Fact]
    public async Task Text_that_another_rule_decides_exits_1()
    {
        var rules = _folder.Write("own.rules", "MailboxFull : text \"mailbox of the moon is at its brim\"\n");
        var run = await ToolRun.Of(["rules", "test", rules, "550 5.1.1 User unknown"]);
        run.ExitCode.Should().Be(1);
        run.Out.Should().Contain("20-phrases.rules(");
    }

    [Fact]
    public async Task Quote_that_is_not_closed_is_named()
    {
        var run = await ToolRun.Of(["rules", "test", _folder.Write("own.rules", "# ours\nMailboxFull : text \"brim of the moon\n")]);
        (run.ExitCode, run.Error).Should().Be((1, "own.rules(2): a quote is not closed\n"));
    }

    [Fact]
    public async Task Wrong_rule_is_named_by_file_and_line()
    {
        var run = await ToolRun.Of(["rules", "test", _folder.Write("own.rules", "# ours\nMailboxVeryFull : text \"brim of the moon\"\n")]);
        run.ExitCode.Should().Be(1);
        run.Error.Should().Contain("own.rules(2)");
    }
}
