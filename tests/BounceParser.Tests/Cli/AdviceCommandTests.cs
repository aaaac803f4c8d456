namespace BounceParser.Tests.Cli;

public sealed class AdviceCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Whole_book_has_a_heading_for_every_section()
    {
        foreach (var culture in AdviceBook.Default.Cultures)
        {
            var headings = (await ToolRun.Of(["advice", "--all", "--lang", culture])).Out.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..]);
            headings.Should().Equal(AdviceBook.Default.Sections(culture).Select(section => section.Situation is null ? section.Reason.ToString() : $"{section.Reason}/{section.Situation}"), culture);
        }
    }

    [Fact]
    public async Task Missing_names_what_a_language_of_ones_own_lacks()
    {
        Write("de/mailbox.md", "## MailboxFull\nDas Postfach ist voll\n\nDort ist kein Platz mehr.\n");
        var missing = (await ToolRun.Of(["advice", "--missing", "de", "--advice", Own])).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        missing.Should().Contain("UserUnknown").And.Contain("MailboxFull/gmail-over-quota").And.NotContain("MailboxFull");
        (await ToolRun.Of(["advice", "--missing", "fr"])).Out.Should().BeEmpty();
    }

    [Fact]
    public async Task Own_advice_is_shown_and_explained()
    {
        Write("de/mailbox.md", "## MailboxFull\nDas Postfach ist voll\n\nDort ist kein Platz mehr.\n");
        (await ToolRun.Of(["advice", "MailboxFull", "--lang", "de", "--advice", Own])).Out.Should().Contain("Das Postfach ist voll");
        (await ToolRun.Of(["explain", "552 5.2.2 mailbox full", "--lang", "de", "--advice", Own])).Out.Should().StartWith("Das Postfach ist voll");
    }

    [Theory, InlineData("advice", "MailboxFull"), InlineData("explain", "552 5.2.2 mailbox full")]
    public async Task Wrong_file_of_ones_own_is_named_with_its_line_and_exits_2(string command, string what)
    {
        Write("de/mailbox.md", "## MailboxFull\nDas Postfach ist voll\n\nDort ist kein {platz} mehr.\n");
        var run = await ToolRun.Of([command, what, "--advice", Own]);
        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("mailbox.md(4)").And.Contain("platz");
        run.Out.Should().BeEmpty();
    }

    [Theory]
    [InlineData("UserUnknown/nonsense", "vpopmail-no-mailbox")]
    [InlineData("Nonsense", "MailboxFull")]
    [InlineData("--all", "name a reason", "--index")]
    [InlineData("--missing", "Required argument")]
    public async Task Wrong_question_is_told_what_there_is_and_exits_2(string asked, string told, string? more = null)
    {
        var run = await ToolRun.Of(more is null ? ["advice", asked] : ["advice", asked, more]);
        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain(told);
        run.Out.Should().BeEmpty();
    }

    private string Own => _folder.In("own");

    private void Write(string path, string text) => _folder.Write(Path.Combine("own", path), text);
}
