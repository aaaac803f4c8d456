using System.Runtime.Versioning;
using BounceParser.Cli;
using BounceParser.Tests.Cli;
using BounceParser.Tests.Support;

namespace BounceParser.Tests.Samples;

/// <summary>The recipes that need no mail server: <c>file-bounce</c> as qmail runs it, and cron's line.</summary>
[SupportedOSPlatform("linux")]
public sealed class RecipeTests : IDisposable
{
    private static readonly string Script = Path.Combine(Sample.Folder, "recipes", "file-bounce");

    private readonly TemporaryFolder _folder = new();
    private readonly string _tool;

    public RecipeTests()
    {
        _folder.Write("bounces/sent", "<issue-1@list.example>\n<issue-2@list.example>\n");
        _tool = _folder.Write("bin/bounceparser", $"#!/bin/sh\nexec dotnet '{typeof(ExitCodes).Assembly.Location}' \"$@\"\n");
        File.SetUnixFileMode(_tool, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Bounce_that_answers_the_list_drops_the_recipient_of_the_return_path()
    {
        (await FileBounceAsync(Bounce("dead@dest.example"), "dead=dest.example")).Should().Be(0);

        File.ReadAllText(_folder.In("bounces/dead")).Should().Be("dead@dest.example\n");
        Mails("cur").Should().ContainSingle();
        Mails("new").Concat(Mails("tmp")).Should().BeEmpty();
    }

    [Theory]
    [InlineData("dead=dest.example")]
    [InlineData("+dead=dest.example")]
    [InlineData("return-7-dead=dest.example")]
    [InlineData("dead==a==dest.example==news")]
    [InlineData("dead==a==dest.example==news==w")]
    public async Task Recipient_is_read_from_the_return_path_of_every_list_manager(string coded)
    {
        (await FileBounceAsync(Bounce("dead@dest.example"), coded)).Should().Be(0);

        File.ReadAllText(_folder.In("bounces/dead")).Should().Be("dead@dest.example\n");
    }

    [Theory]
    [InlineData("550 5.1.1 no such user", "issue-1@list.example", "other==a==dest.example==news")]
    [InlineData("550 5.1.1 no such user", "forged@elsewhere.example", "victim=dest.example")]
    [InlineData("550 5.1.1 no such user", "issue-1@list.example", "other=dest.example")]
    [InlineData("552 5.2.2 mailbox full", "issue-1@list.example", "victim=dest.example")]
    public async Task Bounce_that_proves_nothing_is_left_to_a_person(string said, string messageId, string returnPath)
    {
        (await FileBounceAsync(Bounce("victim@dest.example", said, messageId), returnPath)).Should().Be(0);

        File.Exists(_folder.In("bounces/dead")).Should().BeFalse();
        Mails("new").Should().ContainSingle();
        Mails("cur").Concat(Mails("tmp")).Should().BeEmpty();
    }

    [Fact]
    public async Task Bounce_stays_with_the_mail_server_when_anything_fails()
    {
        File.Delete(_folder.In("bounces/sent"));

        (await FileBounceAsync(Bounce("dead@dest.example"), "dead=dest.example")).Should().Be(75, "EX_TEMPFAIL");

        Mails("cur").Concat(Mails("new")).Concat(Mails("tmp")).Should().BeEmpty();
    }

    [Theory]
    [InlineData("", "dead=dest.example", Delivery.Done, 1, 0)]
    [InlineData("#@[]", "dead=dest.example", Delivery.Done, 1, 0)]
    [InlineData("", "other=dest.example", Delivery.Done, 0, 1)]
    [InlineData("anna@elsewhere.example", "dead=dest.example", Delivery.Done, 0, 0)]
    public async Task Lines_of_qmail_take_bounces_and_nothing_else(string sender, string coded, Delivery delivery, int obeyed, int left)
    {
        (await DeliverAsync(sender, coded)).Should().Be(delivery);

        (Mails("cur").Length, Mails("new").Length, Mails("tmp").Length).Should().Be((obeyed, left, 0));
        File.Exists(_folder.In("bounces/dead")).Should().Be(obeyed > 0);
    }

    [Fact]
    public async Task Line_of_qmail_that_fails_leaves_the_mail_in_the_queue()
    {
        File.Delete(_folder.In("bounces/sent"));

        (await DeliverAsync("", "dead=dest.example")).Should().Be(Delivery.Deferred);

        Mails("cur").Concat(Mails("new")).Concat(Mails("tmp")).Should().BeEmpty();
    }

    [Fact]
    public async Task Nights_of_cron_drop_what_bounced_on_two_days()
    {
        var number = 0;
        foreach (var (recipient, days, messageId) in new[] { ("dead@dest.example", 2, "issue-1@list.example"), ("once@dest.example", 1, "issue-1@list.example"), ("victim@dest.example", 2, "forged@elsewhere.example") })
            for (var day = 1; day <= days; day++)
                _folder.Write($"Maildir/new/{++number}", Bounce(recipient, messageId: messageId, date: DateTimeOffset.UtcNow.AddDays(-day)));
        var line = File.ReadLines(Path.Combine(Sample.Folder, "recipes", "cron.md")).Single(text => text.Contains("17 3 * * *", StringComparison.Ordinal)).Split("* * * ")[1];
        var environment = new Dictionary<string, string> { ["HOME"] = _folder.Path, ["PATH"] = $"{_folder.In("bin")}:{Environment.GetEnvironmentVariable("PATH")}" };

        await CommandRun.SucceedsAsync(_folder.Path, environment, "sh", "-c", line);

        File.ReadAllText(_folder.In("bounces/dead")).Should().Be("dead@dest.example\n");
    }

    // The lines as they stand in the recipe, the script where it lies here.
    private Task<Delivery> DeliverAsync(string sender, string coded)
    {
        var recipe = File.ReadAllText(Path.Combine(Sample.Folder, "recipes", "qmail.md"));
        var guard = recipe.Split('\n').Single(line => line.StartsWith("    |test", StringComparison.Ordinal)).Trim();
        var command = recipe.Split('\n').Single(line => line.Contains("> ~/.qmail-bounces-default", StringComparison.Ordinal)).Split('\'')[1];
        var qmail = new QmailLocal(_folder.Path) { User = "news", Host = "list.example", Extension = $"bounces-{coded}", Default = coded, Sender = sender, More = new() { ["BOUNCEPARSER"] = _tool } };
        return qmail.DeliverAsync([guard, command.Replace("/usr/local/bin/file-bounce", Script, StringComparison.Ordinal)], Bounce("dead@dest.example"));
    }

    private async Task<int> FileBounceAsync(string bounce, string theDefault)
    {
        var environment = new Dictionary<string, string>
        {
            ["BOUNCEPARSER"] = _tool, ["BOUNCES"] = _folder.In("bounces"),
            ["SENDER"] = "", ["RECIPIENT"] = $"news-bounces-{theDefault}@list.example", ["DEFAULT"] = theDefault,
        };
        return (await CommandRun.RunAsync(_folder.Path, environment, bounce, "sh", "-c", Script)).ExitCode;
    }

    private string[] Mails(string folder) => Directory.Exists(_folder.In($"bounces/Maildir/{folder}")) ? Directory.GetFiles(_folder.In($"bounces/Maildir/{folder}")) : [];

    private static string Bounce(string recipient, string said = "550 5.1.1 no such user", string messageId = "issue-1@list.example", DateTimeOffset? date = null) => $"""
        Return-Path: <>
        Date: {date ?? DateTimeOffset.UtcNow:r}
        From: MAILER-DAEMON@mx.list.example
        To: news-bounces@list.example
        Subject: failure notice

        Hi. This is the qmail-send program at mx.list.example.
        I'm afraid I wasn't able to deliver your message to the following addresses.
        This is a permanent error; I've given up. Sorry it didn't work out.

        <{recipient}>:
        192.0.2.25 does not like recipient.
        Remote host said: {said}
        Giving up on 192.0.2.25.

        --- Below this line is a copy of the message.

        Return-Path: <news-bounces@list.example>
        Message-ID: <{messageId}>
        From: news@list.example
        To: {recipient}
        Subject: Issue

        Hello.
        """.ReplaceLineEndings("\n") + "\n";
}
