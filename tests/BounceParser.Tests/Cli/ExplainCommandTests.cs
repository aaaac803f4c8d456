using System.Text.RegularExpressions;
using BounceParser.Cli;

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

    [Theory]
    [InlineData("(reason: 451 4.7.0 greylisted, try again in 300 seconds)"), InlineData("554 5.7.9 Message not accepted for policy reasons. See https://postmaster.yahooinc.com/error-codes"), InlineData(Reply)]
    public async Task No_French_line_begins_with_its_punctuation(string text)
    {
        for (var width = 40; width <= 80; width++)
        {
            using var output = new StringWriter();
            var console = new ToolConsole { Out = output, Error = output, OpenInput = () => Stream.Null, Environment = _ => null, Width = width };
            await Tool.RunAsync(["explain", text, "--lang", "fr"], console);
            output.ToString().Split('\n').Should().NotContain(line => Regex.IsMatch(line, "^ *[:;?!»]", RegexOptions.NonBacktracking), $"width {width}");
        }
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

    [Fact]
    public async Task Steps_of_the_audience_asked_for_come_first()
    {
        var run = await ToolRun.Of(["explain", Reply, "--lang", "en", "--audience", "recipientAdministrator"]);
        var book = AdviceBook.Default;
        var first = run.Out.IndexOf(book.Word("audience.recipientAdministrator", "en"), StringComparison.Ordinal);
        first.Should().BePositive().And.BeLessThan(run.Out.IndexOf(book.Word("audience.sender", "en"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Event_of_a_sending_service_is_text()
    {
        var run = await ToolRun.Of(["explain", "{\"event\":\"reject\",\"rcpt\":\"l.martin@dest.example\",\"email_id\":\"1\"}", "--lang", "en", "--why"]);
        run.ExitCode.Should().Be(0);
        run.Out.Should().ContainAll("l.martin@dest.example", "Events.tsv(");
    }

    [Fact]
    public async Task Json_holds_the_report_and_its_advice()
    {
        var explained = System.Text.Json.JsonDocument.Parse((await ToolRun.Of(["explain", Reply, "--format", "json", "--lang", "fr"])).Out).RootElement[0];
        explained.GetProperty("report").GetProperty("kind").GetString().Should().Be("failure");
        var advice = explained.GetProperty("advice")[0];
        advice.GetProperty("language").GetString().Should().Be("fr");
        advice.GetProperty("steps").GetProperty("listOwner").GetArrayLength().Should().BePositive();
    }

    [Fact]
    public async Task Markdown_leaves_code_as_it_is()
    {
        var run = await ToolRun.Of(["explain", "Host or domain name not found. Name service error for name=mx1.dest_75.example type=A: Host found but no data record of requested type", "--format", "markdown", "--lang", "en", "--audience", "recipientAdministrator"]);
        run.Out.Should().Contain("`host mx1.dest_75.example`").And.NotContain("\\_");
    }

    [Fact]
    public async Task Lines_end_where_their_text_ends() =>
        (await ToolRun.Of(["explain", Reply, "--lang", "en", "--why"])).Out.Split('\n').Should().NotContain(line => line.EndsWith(' '));

    [Fact]
    public async Task What_stands_alone_has_no_number()
    {
        var alone = AdviceBook.Default.For(BounceReason.MailboxFull, null, "en").Steps[Audience.SenderAdministrator].Single();
        foreach (var format in new[] { "text", "markdown" })
            (await ToolRun.Of(["explain", "552 5.2.2 mailbox full", "--format", format, "--lang", "en", "--audience", "senderAdministrator"])).Out
                .Should().Contain(alone[..30]).And.NotContain("1. " + alone[..10]);
    }

    [Fact]
    public async Task Markdown_has_headings_and_numbered_steps()
    {
        var run = await ToolRun.Of(["explain", Reply, "--format", "markdown", "--lang", "en"]);
        run.Out.Should().StartWith("# ").And.Contain("\n## ").And.Contain("\n1. ").And.Contain("```text\n550 5.1.1");
    }

    [Fact]
    public async Task Service_is_woven_into_the_steps()
    {
        using var folder = new TemporaryFolder();
        var service = folder.Write("service.json", "{\"host\":\"smtp.origin.example\",\"port\":587}");
        const string Relay = "Sorry, that domain isn't allowed to be relayed thru this MTA";
        (await ToolRun.Of(["explain", Relay, "--lang", "en", "--service", service])).Out.Should().Contain("smtp.origin.example");
        var wrong = await ToolRun.Of(["explain", Relay, "--service", folder.Write("wrong.json", "{\"hots\":\"x\"}")]);
        wrong.ExitCode.Should().Be(2);
        wrong.Error.Should().Contain("hots");
    }

    [Fact]
    public async Task Attached_bounce_is_pointed_at_and_explained_on_request()
    {
        using var folder = new TemporaryFolder();
        var mail = folder.Write("fwd.eml", "From: anna@origin.example\nTo: help@origin.example\nSubject: what is this?\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"m\"\n\n--m\nContent-Type: text/plain\n\nWhat does it mean?\n\n--m\nContent-Type: message/rfc822\n\n"
            + "Return-Path: <>\nFrom: MAILER-DAEMON@mail.origin.example\nSubject: failure notice\n\nHi. This is the qmail-send program at mail.origin.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\n\n<a@dest.example>:\nSorry, no mailbox here by that name. vpopmail (#5.1.1)\n\n--m--\n");
        var whole = await ToolRun.Of(["explain", mail, "--lang", "en"]);
        whole.ExitCode.Should().Be(1);
        whole.Out.Should().Contain("--attachment 1");
        (await ToolRun.Of(["explain", mail, "--attachment", "1"])).Out.Should().Contain("a@dest.example");
        (await ToolRun.Of(["explain", mail, "--attachment", "2"])).ExitCode.Should().Be(3);
    }

    [Fact]
    public async Task Ten_recipients_are_shown_unless_all_are_asked_for()
    {
        var bounce = "Hi. This is the qmail-send program at mail.origin.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\n\n"
            + string.Concat(Enumerable.Range(1, 12).Select(i => $"<user{i}@dest.example>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n"));
        (await ToolRun.Of(["explain", bounce])).Out.Should().Contain("user10@").And.NotContain("user11@").And.Contain("--all");
        (await ToolRun.Of(["explain", bounce, "--all"])).Out.Should().Contain("user12@");
    }

    [Fact]
    public async Task Colours_only_on_a_terminal_and_never_against_NO_COLOR()
    {
        (await ToolRun.Of(["explain", Reply])).Out.Should().NotContain("\u001b");
        (await ToolRun.OnTerminal(["explain", Reply])).Out.Should().Contain("\u001b[4m");
        (await ToolRun.OnTerminal(["explain", Reply], ("NO_COLOR", "1"))).Out.Should().NotContain("\u001b");
    }

    [Theory]
    [InlineData("text", "References\n  - https://postmaster.t-online.de/index.en.html\n")]
    [InlineData("markdown", "## References\n\n- <https://postmaster.t-online.de/index.en.html>\n")]
    public async Task Page_that_a_step_speaks_of_is_named(string format, string references)
    {
        var mail = Path.Combine(Support.Repository.Corpus, "postfix", "bad-reputation-at-t-online.eml");
        (await ToolRun.Of(["explain", mail, "--format", format, "--lang", "en", "--audience", "senderAdministrator"])).Out.Should().Contain("on its postmaster page").And.Contain(references);
    }
}
