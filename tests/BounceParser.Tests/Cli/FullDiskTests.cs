using System.Diagnostics;
using BounceParser.Cli;
using BounceParser.Cli.Output;
using BounceParser.Tests.Support;

namespace BounceParser.Tests.Cli;

/// <summary>No half file, and a word about it.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [LinuxFact]
    public async Task Device_that_is_full_is_told_and_stays_a_device()
    {
        var run = await ToolRun.Of(["report", _folder.Write("1.eml", "Subject: x\n\nx\n"), "-o", "/dev/full"]);
        run.ExitCode.Should().Be(3);
        run.Error.Should().Contain("/dev/full").And.Contain("space");
        (File.GetAttributes("/dev/full") & FileAttributes.Normal).Should().NotBe(0);
        using var still = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        still.Invoking(full => full.WriteByte(1)).Should().Throw<IOException>();
    }

    [LinuxFact]
    public async Task Disk_that_fills_up_leaves_the_old_file_and_no_other()
    {
        var mail = _folder.Write("1.eml", "Subject: x\n\nx\n");
        var page = _folder.Write("out/report.html", "the old page");
        // A file may grow to 1 KB and no further, as on a disk that is all but full.
        var start = new ProcessStartInfo("bash") { RedirectStandardError = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("trap '' XFSZ; ulimit -f 1; exec dotnet \"$0\" \"$@\"");
        foreach (var argument in new[] { typeof(ExitCodes).Assembly.Location, "report", mail, "-o", page }) start.ArgumentList.Add(argument);
        // Without it .NET keeps its code in a file of its own, which would be too large as well.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        using var tool = Process.Start(start)!;
        var error = await tool.StandardError.ReadToEndAsync();
        await tool.WaitForExitAsync();
        tool.ExitCode.Should().Be(3, error);
        error.Should().Contain(page);
        (await File.ReadAllTextAsync(page)).Should().Be("the old page");
        Directory.GetFiles(_folder.In("out")).Should().ContainSingle();
    }

    [Fact]
    public void Link_stays_a_link()
    {
        var target = _folder.Write("target.html", "old");
        File.CreateSymbolicLink(_folder.In("link.html"), target);
        OutputFile.Write(_folder.In("link.html"), "new");
        File.ReadAllText(target).Should().Be("new");
        new FileInfo(_folder.In("link.html")).LinkTarget.Should().Be(target);
    }

    [LinuxFact]
    public async Task Full_standard_output_is_told()
    {
        var start = new ProcessStartInfo("bash") { RedirectStandardError = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("exec dotnet \"$0\" parse \"$1\" > /dev/full");
        start.ArgumentList.Add(typeof(ExitCodes).Assembly.Location);
        start.ArgumentList.Add(_folder.Write("1.eml", "Subject: x\n\nx\n"));
        using var tool = Process.Start(start)!;
        (await tool.StandardError.ReadToEndAsync()).Should().Contain("space").And.NotContain("   at ");
        await tool.WaitForExitAsync();
        tool.ExitCode.Should().Be(3);
    }
}
