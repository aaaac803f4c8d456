namespace BounceParser.Tests.Cli;

/// <summary>The user's own rules and advice, in every command that gives diagnoses.</summary>
public sealed class OwnCatalogueTests : IDisposable
{
    private const string Moon = "550 the mailbox of the moon is at its brim";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Own_rule_decides_in_parse()
    {
        (await ToolRun.Of(["parse", Bounce()])).Out.Should().NotContain("own.rules");
        var run = await ToolRun.Of(["parse", Bounce(), "--rules", Rules()]);
        (run.ExitCode, run.Error).Should().Be((0, ""));
        run.Lines[0].GetProperty("diagnoses")[0].GetProperty("rule").GetProperty("file").GetString().Should().Be("own.rules");
    }

    [Fact]
    public async Task Own_rule_decides_the_lines_of_a_log() =>
        (await ToolRun.Of(["parse", "--lines", "-", "--rules", Rules()], Moon + "\n")).Out.Should().Contain("\"MailboxFull\"").And.Contain("own.rules");

    [Fact]
    public async Task Files_are_tried_in_the_order_in_which_they_are_given()
    {
        string[] rules = ["--rules", Rules("a.rules", "RateLimited"), "--rules", Rules("b.rules", "MailboxFull")];
        (await ToolRun.Of(["parse", Bounce(), .. rules])).Out.Should().Contain("a.rules").And.Contain("\"RateLimited\"");
    }

    [Fact]
    public async Task Own_rule_and_own_advice_explain_together()
    {
        var advice = Advice();
        var run = await ToolRun.Of(["explain", Moon, "--why", "--lang", "en", "--rules", Rules("own.rules", "MailboxFull/moon"), "--advice", advice]);
        run.Out.Should().StartWith("The moon is full").And.Contain("own.rules(2)");
    }

    [Fact]
    public async Task Own_rule_says_which_address_is_dead()
    {
        (await ToolRun.Of(["suppress", Bounce()])).Out.Should().BeEmpty();
        (await ToolRun.Of(["suppress", Bounce(), "--rules", Rules("own.rules", "UserUnknown")])).Out.Should().Be("l.martin@dest.example\n");
    }

    [Fact]
    public async Task Page_of_the_report_has_own_rules_and_own_advice()
    {
        var page = _folder.In("report.html");
        (await ToolRun.Of(["report", Bounce(), "-o", page, "--lang", "en", "--rules", Rules("own.rules", "MailboxFull/moon"), "--advice", Advice()])).ExitCode.Should().Be(0);
        (await File.ReadAllTextAsync(page)).Should().Contain("The moon is full");
    }

    [Fact]
    public async Task Samples_are_compared_under_own_rules()
    {
        _folder.Write("samples/moon.txt", Moon);
        _folder.Write("samples/moon.expected.json", "{ \"reviewed\": true, \"diagnoses\": [{ \"reason\": \"MailboxFull\" }] }");
        (await ToolRun.Of(["corpus", "verify", _folder.In("samples")])).ExitCode.Should().Be(1);
        (await ToolRun.Of(["corpus", "verify", _folder.In("samples"), "--rules", Rules()])).ExitCode.Should().Be(0);
    }

    [Theory]
    [InlineData("parse")]
    [InlineData("explain")]
    [InlineData("suppress")]
    [InlineData("report", "-o", "report.html")]
    [InlineData("imap", "--host", "localhost", "--user", "u", "-o", "out.ndjson")]
    public async Task Wrong_rule_is_named_with_file_and_line_and_exits_2(string command, params string[] more)
    {
        var rules = _folder.Write("own.rules", "# ours\n\nMailboxFull text \"moon\"\n");
        string[] path = command == "imap" ? [] : [Bounce()];
        var run = await ToolRun.Of([command, .. path, .. more, "--rules", rules]);
        (run.ExitCode, run.Out).Should().Be((2, ""));
        run.Error.Should().StartWith("--rules: own.rules(3): ");
    }

    [Fact]
    public async Task Missing_rule_file_is_named_and_exits_2()
    {
        var run = await ToolRun.Of(["parse", Bounce(), "--rules", _folder.In("missing.rules")]);
        (run.ExitCode, run.Out).Should().Be((2, ""));
        run.Error.Should().StartWith("--rules: missing.rules: cannot be read");
    }

    [Theory]
    [InlineData("--rules", "parse")]
    [InlineData("--sent", "suppress")]
    [InlineData("--service", "explain")]
    public async Task Folder_in_the_place_of_a_file_is_told_and_exits_2(string option, string command)
    {
        Directory.CreateDirectory(_folder.In("own"));
        var run = await ToolRun.Of([command, Bounce(), option, _folder.In("own")]);
        (run.ExitCode, run.Out).Should().Be((2, ""));
        run.Error.Should().StartWith(option + ": ").And.Contain("is a folder").And.NotContain("(0)");
    }

    [Fact]
    public async Task Wrong_advice_is_named_with_file_and_line_by_report()
    {
        _folder.Write("advice/en/moon.md", "## MailboxFull\nThe moon\n\nIts {brim} is full.\n");
        var run = await ToolRun.Of(["report", Bounce(), "-o", _folder.In("report.html"), "--advice", _folder.In("advice"), "--rules", Rules()]);
        run.ExitCode.Should().Be(2);
        run.Error.Should().StartWith("--advice: moon.md(4): ").And.NotContain("--rules:");
        File.Exists(_folder.In("report.html")).Should().BeFalse();
    }

    private string Rules(string name = "own.rules", string reason = "MailboxFull") => _folder.Write(name, $"# ours\n{reason} : text \"mailbox of the moon is at its brim\"\n");

    private string Advice()
    {
        _folder.Write("advice/en/moon.md", "## MailboxFull/moon\nThe moon is full\n\nNo room is left on the moon.\n\n### sender\n1. Wait for the new moon.\n");
        return _folder.In("advice");
    }

    private string Bounce() => _folder.Write("moon.eml", Support.Mail.Report(Support.Mail.Failed("l.martin@dest.example", "550 5.0.0 the mailbox of the moon is at its brim").Replace("5.1.1", "5.0.0", StringComparison.Ordinal)));
}
