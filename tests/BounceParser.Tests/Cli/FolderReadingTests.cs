using System.Runtime.Versioning;
using BounceParser.Cli.Input;
using BounceParser.Tests.Support;

namespace BounceParser.Tests.Cli;

/// <summary>Folders as they are found: large, looped, locked.</summary>
public sealed class FolderReadingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Link_to_a_folder_above_is_not_followed()
    {
        _folder.Write("a/1.eml", "Subject: x\n\nx\n");
        Directory.CreateSymbolicLink(_folder.In("a/up"), _folder.Path);
        (await ToolRun.Of(["parse", _folder.Path])).Lines.Should().ContainSingle();
    }

    [Fact]
    public async Task Mail_that_cannot_be_opened_is_told_and_the_rest_read()
    {
        _folder.Write("1.eml", "Subject: x\n\nx\n");
        File.CreateSymbolicLink(_folder.In("2.eml"), _folder.In("2.eml"));
        _folder.Write("3.eml", "Subject: x\n\nx\n");
        var run = await ToolRun.Of(["parse", _folder.Path]);
        run.ExitCode.Should().Be(3);
        run.Lines.Select(line => line.GetProperty("kind").GetString()).Should().Equal("notABounce", "unreadable", "notABounce");
        run.Error.Should().Contain("2.eml");
    }

    [ClosedFilesFact]
    [UnsupportedOSPlatform("windows")]
    public async Task Folder_or_mail_that_may_not_be_looked_into_is_told_and_the_rest_read()
    {
        const UnixFileMode usual = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        foreach (var name in new[] { "a/1.eml", "b/1.eml", "b/2.eml" }) _folder.Write(name, "Subject: x\n\nx\n");
        File.SetUnixFileMode(_folder.In("a"), UnixFileMode.None);
        File.SetUnixFileMode(_folder.In("b/2.eml"), UnixFileMode.None);
        using var tool = ToolProcess.StartUnprivileged("parse", _folder.Path, "--fields", "kind");
        var kinds = await tool.StandardOutput.ReadToEndAsync();
        var told = await tool.StandardError.ReadToEndAsync();
        await tool.WaitForExitAsync();
        File.SetUnixFileMode(_folder.In("a"), usual);
        tool.ExitCode.Should().Be(3, told);
        kinds.Should().Be("{\"kind\":\"unreadable\"}\n{\"kind\":\"notABounce\"}\n{\"kind\":\"unreadable\"}\n");
        told.Should().Be($"{_folder.In("a")}: permission denied\n{_folder.In("b/2.eml")}: permission denied\n");
    }

    [Fact]
    public void Files_come_in_the_order_of_their_names_and_before_the_folders_below()
    {
        foreach (var name in new[] { "b/1.eml", "2.eml", "a/2.eml", "a/10.eml", "1.eml", "cur/1:2,S", "new/1", "tmp/1", "notes.txt" }) _folder.Write(name, "");
        MailFolder.MailsOf(_folder.Path).Select(source => Path.GetRelativePath(_folder.Path, source.Path)).Should()
            .Equal("1.eml", "2.eml", "a/10.eml", "a/2.eml", "b/1.eml", "cur/1:2,S", "new/1");
    }
}
