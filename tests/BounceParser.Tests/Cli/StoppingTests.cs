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
    public async Task Ctrl_C_keeps_what_came_through_a_pipe_that_waits()
    {
        using var tool = ToolProcess.Start("parse", "-");
        // More than the tool holds back before it writes, so that one sees it at work; the last message never ends.
        for (var i = 0; i < 300; i++) await tool.StandardInput.WriteAsync($"From MAILER-DAEMON Tue Nov  3 10:00:00 2026\nSubject: {i}\n\nwords\n\n");
        await tool.StandardInput.FlushAsync();
        var first = await tool.StandardOutput.ReadLineAsync();
        first.Should().Contain("\"index\":0,");
        using var kill = Process.Start("kill", ["-INT", $"{tool.Id}"]);
        var rest = await tool.StandardOutput.ReadToEndAsync();
        await tool.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(20)).Token);
        tool.ExitCode.Should().Be(130);
        rest.Should().EndWith("}\n", "what was held back is written whole");
    }

    // Half of the mails could name an address dead that the other half clears, and a page would look whole.
    [Theory]
    [InlineData("suppress", "-")]
    [InlineData("report", "-", "-o", "report.html")]
    public async Task Ctrl_C_leaves_no_half_list_and_no_half_page(params string[] arguments)
    {
        var page = _folder.Write("report.html", "the old page");
        using var tool = ToolProcess.StartIn(_folder.Path, arguments);
        var bounce = await File.ReadAllTextAsync(Path.Combine(Support.Repository.Root, "corpus/postfix/authentication-required.eml"));
        for (var i = 0; i < 20; i++) await tool.StandardInput.WriteAsync($"From MAILER-DAEMON Tue Nov  3 10:00:00 2026\n{bounce}\n\n");
        await tool.StandardInput.FlushAsync();
        await Task.Delay(TimeSpan.FromSeconds(1.5));
        using var kill = Process.Start("kill", ["-INT", $"{tool.Id}"]);
        (await tool.StandardOutput.ReadToEndAsync()).Should().BeEmpty();
        await tool.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(20)).Token);
        tool.ExitCode.Should().Be(130);
        (await File.ReadAllTextAsync(page)).Should().Be("the old page");
        Directory.GetFiles(_folder.Path).Should().ContainSingle();
    }

    [Theory]
    [InlineData("parse", "-")]
    [InlineData("parse", "-", "--format", "csv")]
    [InlineData("suppress", "-")]
    public async Task Reader_that_went_away_is_no_error(params string[] arguments)
    {
        using var tool = ToolProcess.Start(arguments);
        tool.StandardOutput.Close();
        var bounce = await File.ReadAllTextAsync(Path.Combine(Support.Repository.Root, "corpus/postfix/authentication-required.eml"));
        try
        {
            for (var i = 0; i < 300; i++) await tool.StandardInput.WriteAsync($"From MAILER-DAEMON Tue Nov  3 10:00:00 2026\n{bounce}\n\n");
            tool.StandardInput.Close();
        }
        catch (IOException)
        {
            // The tool ended before it had read all, as it should.
        }

        (await tool.StandardError.ReadToEndAsync()).Should().NotContain("Exception").And.NotContain("pipe");
        await tool.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token);
        tool.ExitCode.Should().Be(0);
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
