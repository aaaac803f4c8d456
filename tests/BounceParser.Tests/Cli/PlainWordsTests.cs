namespace BounceParser.Tests.Cli;

/// <summary>What is wrong with a command line is told in the same plain words everywhere, and nothing is done instead.</summary>
public sealed class PlainWordsTests : IDisposable
{
    private const string Missing = "no such file or folder";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("parse")]
    [InlineData("explain")]
    [InlineData("suppress")]
    [InlineData("redact")]
    [InlineData("rules", "test")]
    [InlineData("corpus", "verify")]
    [InlineData("report", "-o", "page.html")]
    public async Task Missing_input_is_told_alike_and_exits_3(params string[] command)
    {
        var path = _folder.In("missing");
        var run = await ToolRun.Of([.. command, path]);
        run.ExitCode.Should().Be(3);
        run.Error.Should().StartWith($"{path}: {Missing}\n");
        File.Exists("page.html").Should().BeFalse();
    }

    [Theory]
    [InlineData("suppress", "--sent")]
    [InlineData("explain", "--service")]
    public async Task Missing_file_of_an_option_is_told_alike_and_exits_2(string command, string option)
    {
        var path = _folder.In("missing");
        var run = await ToolRun.Of([command, "-", option, path]);
        run.ExitCode.Should().Be(2);
        run.Error.Should().StartWith($"{option}: {path}: {Missing}\n");
    }

    [Theory]
    [InlineData("my bounce.eml")]
    [InlineData("old mails/box 1.mbox.gz")]
    [InlineData("the text.TXT")]
    public async Task Name_of_a_missing_file_may_hold_blanks(string name)
    {
        var run = await ToolRun.Of(["explain", name]);
        (run.ExitCode, run.Out, run.Error).Should().Be((3, "", $"{name}: {Missing}\n"));
    }

    [Theory]
    [InlineData("552 5.7.0 attachment is not allowed: photo.msg")]
    [InlineData("mail refused: 550 5.7.1 see https://dest.example/policy.txt")]
    [InlineData("The server said:\n550 5.1.1 User unknown in list.txt")]
    public async Task Words_of_a_server_may_end_as_a_file_does(string text) => (await ToolRun.Of(["explain", text])).ExitCode.Should().Be(0);

    [Theory]
    [InlineData("explain")]
    [InlineData("parse")]
    [InlineData("redact")]
    public async Task Empty_word_is_no_input(string command)
    {
        var run = await ToolRun.Of([command, ""]);
        run.ExitCode.Should().Be(2);
        run.Error.Should().StartWith("<").And.Contain("> is empty\n").And.NotContain("Parameter");
    }

    [Fact]
    public async Task Who_explains_a_folder_is_shown_how_to_read_it()
    {
        var run = await ToolRun.Of(["explain", _folder.Path]);
        run.ExitCode.Should().Be(3);
        run.Error.Should().Contain("is a folder").And.Contain($"bounceparser parse {_folder.Path}");
    }

    [Theory]
    [InlineData("explain", "550 User unknown")]
    [InlineData("report", "-", "-o", "page.html")]
    [InlineData("advice", "MailboxFull")]
    public async Task Language_that_there_is_not_is_told_with_those_that_there_are(params string[] command)
    {
        foreach (var language in (string[])["de", "frx", "english"])
        {
            var run = await ToolRun.Of([.. command, "--lang", language]);
            (run.ExitCode, run.Out).Should().Be((2, ""));
            run.Error.Should().StartWith($"--lang: {language} is none of en, fr\n");
        }
    }

    [Theory]
    [InlineData("fr-CA")]
    [InlineData("fr_FR.UTF-8")]
    [InlineData("FR")]
    public async Task Region_speaks_its_language(string language) =>
        (await ToolRun.Of(["explain", "550 5.1.1 User unknown", "--lang", language])).Out.Should().StartWith("Cette adresse");

    [Fact]
    public async Task Language_of_the_machine_that_there_is_not_is_English() =>
        (await ToolRun.Of(["explain", "550 5.1.1 User unknown"], "", ("LANG", "de_DE.UTF-8"))).Out.Should().StartWith("This address");

    [Theory]
    [InlineData("--format", "JSON")]
    [InlineData("--format", "Markdown")]
    [InlineData("--audience", "listowner")]
    public async Task Words_of_an_option_are_known_in_any_case(string option, string word)
    {
        var run = await ToolRun.Of(["explain", "550 5.1.1 User unknown", option, word]);
        run.ExitCode.Should().Be(0);
        run.Out.Should().Be((await ToolRun.Of(["explain", "550 5.1.1 User unknown", option, word == "listowner" ? "listOwner" : word.ToLowerInvariant()])).Out);
    }

    [Fact]
    public async Task Missing_folder_of_advice_is_named()
    {
        var run = await ToolRun.Of(["explain", "550 User unknown", "--advice", "nope/"]);
        run.ExitCode.Should().Be(2);
        run.Error.Should().StartWith("--advice: nope: no such folder");
    }

    [Fact]
    public async Task Page_may_go_to_the_standard_output()
    {
        var run = await ToolRun.Of(["report", "-", "-o", "-"], "Subject: x\n\nx\n");
        (run.ExitCode, File.Exists("-")).Should().Be((0, false));
        run.Out.Should().StartWith("<!DOCTYPE html>");
        (await ToolRun.Of(["imap", "--host", "h", "--user", "u", "-o", "-"])).ExitCode.Should().Be(2);
    }

    [Fact]
    public async Task Good_page_is_not_written_over_when_nothing_could_be_read()
    {
        var page = _folder.Write("page.html", "good");
        var run = await ToolRun.Of(["report", _folder.In("missing.eml"), "-o", page]);
        run.ExitCode.Should().Be(3);
        run.Error.Should().Contain("not written");
        File.ReadAllText(page).Should().Be("good");
    }

    [Fact]
    public async Task Dumb_terminal_gets_plain_text()
    {
        (await ToolRun.OnTerminal(["explain", "550 5.1.1 User unknown"], ("TERM", "xterm"))).Out.Should().Contain("\u001b");
        (await ToolRun.OnTerminal(["explain", "550 5.1.1 User unknown"], ("TERM", "dumb"))).Out.Should().NotContain("\u001b");
    }
}
