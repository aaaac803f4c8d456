using System.Diagnostics;

namespace BounceParser.Tests.Cli;

/// <summary>The tool as a process of its own: signals, pipes.</summary>
public sealed class StoppingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Ctrl_C_keeps_what_was_read_and_exits_130()
    {
        var log = _folder.Write("mail.log", "550 5.1.1 User unknown\n");
        using var tool = ToolProcess.Start("parse", "--lines", "--follow", log);
        (await tool.StandardOutput.ReadLineAsync()).Should().Contain("\"index\":1");
        await File.AppendAllTextAsync(log, "452 4.2.2 Mailbox full\n");
        (await tool.StandardOutput.ReadLineAsync()).Should().Contain("MailboxFull");
        using var kill = Process.Start("kill", ["-INT", $"{tool.Id}"]);
        await tool.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(20)).Token);
        tool.ExitCode.Should().Be(130);
    }

    [Fact]
    public async Task Reader_that_goes_away_ends_the_tool_quietly()
    {
        var log = _folder.Write("mail.log", string.Concat(Enumerable.Repeat("550 5.1.1 User unknown\n", 20_000)));
        using var tool = ToolProcess.Start("parse", "--lines", log);
        await tool.StandardOutput.ReadLineAsync();
        tool.StandardOutput.Close();
        (await tool.StandardError.ReadToEndAsync()).Should().BeEmpty();
        await tool.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(20)).Token);
        tool.ExitCode.Should().Be(0);
    }
}
