using System.Diagnostics;
using BounceParser.Cli.Imap;
using BounceParser.Tests.Support;

namespace BounceParser.Tests.Cli;

/// <summary>Cut off in the middle and run again: nothing is lost, nothing counted twice.</summary>
public sealed class ImapCutOffTests : IDisposable
{
    private const int Mails = 60;

    // So many that the signal comes before the last, however fast the machine.
    private const int ManyMails = 1_500;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Output => _folder.In("bounces.ndjson");

    [DovecotTheory]
    [InlineData(1)]
    [InlineData(20_000)]
    [InlineData(50_000)]
    public async Task Killed_in_the_middle(int bytes)
    {
        using var server = await DovecotServer.StartAsync();
        server.DeliverBounces(Mails);
        using (var tool = ToolProcess.Start([Login], Arguments(server.Port)))
        {
            while (!tool.HasExited && BytesSoFar() < bytes) await Task.Delay(5);
            tool.Kill();
            await tool.WaitForExitAsync();
        }

        await FinishAsync(server);
    }

    [DovecotTheory]
    [InlineData(1)]
    [InlineData(200)]
    public async Task Last_line_written_in_part(int cut)
    {
        using var server = await DovecotServer.StartAsync();
        server.DeliverBounces(Mails);
        await ToolRun.Of(Arguments(server.Port)[..^3], "", Login);
        using (var file = new FileStream(Output, FileMode.Open)) file.SetLength(file.Length - cut);
        await FinishAsync(server);
    }

    [DovecotTheory]
    [InlineData(30)]
    [InlineData(900)]
    [InlineData(20_000)]
    public async Task Server_that_hangs_up(int bytes)
    {
        using var server = await DovecotServer.StartAsync();
        server.DeliverBounces(Mails);
        using var proxy = new CuttingProxy(server.Port, bytes);
        var run = await ToolRun.Of(Arguments(proxy.Port), "", Login);
        run.ExitCode.Should().Be(3);
        run.Error.Should().Contain("ended the connection").And.Contain("run it again");
        await FinishAsync(server);
    }

    [DovecotFact]
    public async Task Ctrl_C_ends_it_with_130_and_whole_lines()
    {
        using var server = await DovecotServer.StartAsync();
        server.DeliverBounces(ManyMails);
        using var tool = ToolProcess.Start([Login], Arguments(server.Port));
        while (!tool.HasExited && BytesSoFar() < 10_000) await Task.Delay(5);
        using (var kill = Process.Start("kill", ["-INT", $"{tool.Id}"])) await kill.WaitForExitAsync();
        await tool.WaitForExitAsync();
        tool.ExitCode.Should().Be(130);
        Collected.Recipients(Output).Should().HaveCountGreaterThanOrEqualTo(3);
        await FinishAsync(server, ManyMails);
    }

    private async Task FinishAsync(DovecotServer server, int mails = Mails)
    {
        var run = await ToolRun.Of(Arguments(server.Port), "", Login);
        run.ExitCode.Should().Be(0, run.Error);
        Collected.Recipients(Output).Should().BeEquivalentTo(Enumerable.Range(0, mails).Select(i => $"r{i}@dest.example"));
        server.MailsIn("").Should().BeEmpty();
        server.MailsIn(".Read").Should().HaveCount(mails);
    }

    private long BytesSoFar() => new FileInfo(Output) is { Exists: true } file ? file.Length : 0;

    private static (string, string) Login => (Password.Variable, DovecotServer.Password);

    private string[] Arguments(int port) =>
        ["imap", "--host", "127.0.0.1", "--port", $"{port}", "--security", "none", "--user", DovecotServer.User, "-o", Output, "--move-to", "Read", "--apply"];
}
