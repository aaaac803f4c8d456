using BounceParser.Cli.Imap;
using BounceParser.Tests.Support;

namespace BounceParser.Tests.Cli;

/// <summary>What the command does against a real server.</summary>
public sealed class ImapCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Output => _folder.In("bounces.ndjson");

    [DovecotFact]
    public async Task Each_message_becomes_a_line_and_nothing_changes_on_the_server()
    {
        using var server = await DovecotServer.StartAsync();
        server.DeliverBounces(3);
        var run = await RunAsync(server);
        run.Should().Be(new ToolRun(0, "", "3 read, 0 were there already\n"));
        Collected.Recipients(Output).Should().Equal("r0@dest.example", "r1@dest.example", "r2@dest.example");
        Collected.Sources(Output).Should().OnlyContain(source => source.StartsWith($"imap://bounces@127.0.0.1:{server.Port}/INBOX;UIDVALIDITY=", StringComparison.Ordinal));
        Directory.GetFiles(Path.Combine(server.Maildir, "new")).Should().HaveCount(3, "a message that anyone has seen is no longer new");
    }

    [DovecotFact]
    public async Task Second_run_reads_only_what_is_new()
    {
        using var server = await DovecotServer.StartAsync();
        server.DeliverBounces(2);
        await RunAsync(server);
        server.DeliverBounces(1, from: 2);
        (await RunAsync(server)).Error.Should().Be("1 read, 2 were there already\n");
        Collected.Recipients(Output).Should().Equal("r0@dest.example", "r1@dest.example", "r2@dest.example");
    }

    [DovecotFact]
    public async Task Apply_moves_what_has_its_line_into_a_folder_that_it_makes()
    {
        using var server = await DovecotServer.StartAsync();
        server.DeliverBounces(2);
        (await RunAsync(server, "--move-to", "Read.2026")).Error.Should().Contain("add --apply");
        server.MailsIn("").Should().HaveCount(2);
        server.DeliverBounces(1, from: 2);
        (await RunAsync(server, "--move-to", "Read.2026", "--apply")).Error.Should().Be("1 read, 2 were there already, 3 moved to Read.2026\n");
        server.MailsIn("").Should().BeEmpty();
        server.MailsIn(".Read.2026").Should().HaveCount(3);
        Collected.Recipients(Output).Should().HaveCount(3);
    }

    [DovecotFact]
    public async Task Server_that_numbers_its_messages_anew_doubles_nothing()
    {
        using var server = await DovecotServer.StartAsync();
        server.DeliverBounces(3);
        await RunAsync(server);
        var validity = Collected.Validities(Output).Should().ContainSingle().Subject;
        server.ForgetNumbers();
        server.DeliverBounces(1, from: 3);
        (await RunAsync(server)).Error.Should().Be("1 read, 3 were there already\n");
        Collected.Recipients(Output).Should().OnlyHaveUniqueItems().And.HaveCount(4);
        Collected.Validities(Output).Should().HaveCount(2).And.Contain(validity);
    }

    [DovecotFact]
    public async Task Message_over_the_limit_is_fetched_no_further_than_the_limit()
    {
        const int limit = 16 << 20;
        using var server = await DovecotServer.StartAsync();
        var report = Mail.Report(Mail.Failed("r0@dest.example", "550 5.1.1 User unknown"), headers: "To: bounces@list.example\n");
        server.Deliver("1800000000.M1P1.mx", [.. report, .. Enumerable.Repeat("after the last boundary\n"u8.ToArray(), limit / 12).SelectMany(line => line)]);
        // Twice the limit lies there; the line hangs up a little after once.
        using var line = new CuttingProxy(server.Port, limit + 100_000);
        var run = await ToolRun.Of(["imap", "--host", "127.0.0.1", "--port", $"{line.Port}", "--security", "none", "--user", DovecotServer.User, "-o", Output], "", Login);
        run.Should().Be(new ToolRun(0, "", "1 read, 0 were there already\n"));
        Collected.Recipients(Output).Should().Equal("r0@dest.example");
        (await File.ReadAllTextAsync(Output)).Should().Contain("\"truncated\":true");
    }

    [DovecotFact]
    public async Task Wrong_password_is_told_and_nothing_is_written()
    {
        using var server = await DovecotServer.StartAsync();
        var run = await ToolRun.Of(Arguments(server), "wrong\n");
        (run.ExitCode, run.Out).Should().Be((3, ""));
        run.Error.Should().Contain(Password.Variable).And.Contain("--user").And.NotContain("wrong\n");
        File.Exists(Output).Should().BeFalse();
    }

    [DovecotFact]
    public async Task Password_may_come_from_the_standard_input()
    {
        using var server = await DovecotServer.StartAsync();
        server.DeliverBounces(1);
        (await ToolRun.Of(Arguments(server), DovecotServer.Password + "\n")).ExitCode.Should().Be(0);
    }

    [DovecotFact]
    public async Task Missing_folder_is_named()
    {
        using var server = await DovecotServer.StartAsync();
        var run = await RunAsync(server, "--folder", "Bounced");
        run.ExitCode.Should().Be(3);
        run.Error.Should().Contain("no folder Bounced").And.Contain("--folder");
    }

    [DovecotFact]
    public async Task File_of_another_kind_is_left_as_it_is()
    {
        using var server = await DovecotServer.StartAsync();
        server.DeliverBounces(1);
        _folder.Write("bounces.ndjson", "{\"source\":\"inbox/1.eml\"}\nmy notes");
        var run = await RunAsync(server);
        run.ExitCode.Should().Be(3);
        run.Error.Should().Contain(Output).And.Contain("-o");
        (await File.ReadAllTextAsync(Output)).Should().EndWith("my notes");
    }

    [DovecotFact]
    public async Task Second_run_at_the_same_time_writes_nothing()
    {
        using var server = await DovecotServer.StartAsync();
        server.DeliverBounces(1);
        using (new FileStream(Output, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            var run = await RunAsync(server);
            run.ExitCode.Should().Be(3);
            run.Error.Should().Contain(Output).And.Contain("another process");
        }
    }

    [DovecotFact]
    public async Task Full_disk_is_told()
    {
        using var server = await DovecotServer.StartAsync();
        server.DeliverBounces(1);
        var run = await ToolRun.Of(["imap", "--host", "127.0.0.1", "--port", $"{server.Port}", "--security", "none", "--user", DovecotServer.User, "--move-to", "Read", "--apply", "-o", "/dev/full"], "", Login);
        run.ExitCode.Should().Be(3);
        run.Error.Should().Contain("/dev/full").And.Contain("space");
        server.MailsIn("").Should().HaveCount(1);
    }

    private static (string, string) Login => (Password.Variable, DovecotServer.Password);

    private string[] Arguments(DovecotServer server, params string[] more) =>
        ["imap", "--host", "127.0.0.1", "--port", $"{server.Port}", "--security", "none", "--user", DovecotServer.User, "-o", Output, .. more];

    private Task<ToolRun> RunAsync(DovecotServer server, params string[] more) => ToolRun.Of(Arguments(server, more), "", Login);
}
