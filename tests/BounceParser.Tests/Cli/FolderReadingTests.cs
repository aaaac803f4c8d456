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
            .Equal("1.eml", "2.eml", "notes.txt", "a/10.eml", "a/2.eml", "b/1.eml", "cur/1:2,S", "new/1");
    }

    [Theory]
    [InlineData("Inbox", "From a@origin.example Mon Nov  2 10:00:00 2026\nSubject: x\n\nx\n", "a mailbox of Thunderbird")]
    [InlineData("inbox/12", "Received: from a\n by b; Mon, 2 Nov 2026 10:00:00 +0000\nSubject: x\n\nx\n", "a folder of MH")]
    [InlineData("saved.txt", "\uFEFFX-Own: y\r\nFrom: a@origin.example\r\n\r\nx\r\n", "a mail saved as text")]
    public async Task File_that_begins_as_mail_does_is_read_whatever_its_name(string name, string content, string because)
    {
        var run = await ToolRun.Of(["parse", Path.GetDirectoryName(_folder.Write("in/" + name, content))!]);
        run.Lines.Should().ContainSingle(because).Which.GetProperty("kind").GetString().Should().Be("notABounce");
        (run.ExitCode, run.Error).Should().Be((0, ""));
    }

    [Theory]
    [InlineData("notes.txt", "Dear all: lunch at noon?\n")]
    [InlineData("settings.yml", "name: mail\nport: 25\n")]
    [InlineData("Inbox.msf", "// <!-- <mdb:mork:z v=\"1.4\"/> -->\n")]
    [InlineData("list.json", "{\"From\": 1}\n")]
    [InlineData("empty", "")]
    [InlineData("offer.msg", "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")]
    public async Task What_does_not_is_left_out_and_told(string name, string content)
    {
        _folder.Write("1.eml", "Subject: x\n\nx\n");
        var path = _folder.Write(name, System.Text.Encoding.Latin1.GetBytes(content));
        var run = await ToolRun.Of(["parse", _folder.Path]);
        (run.ExitCode, run.Lines.Count).Should().Be((0, 1));
        run.Error.Should().StartWith($"left out {path}: ");
    }

    [Fact]
    public async Task What_is_left_out_is_counted_by_why()
    {
        for (var i = 0; i < 5; i++) _folder.Write($"{i}.log", "10:00 nothing\n");
        (await ToolRun.Of(["parse", _folder.Path])).Error.Should().Be($"left out 5 files, {_folder.In("0.log")} and others: no mail, by the first lines\n");
    }

    [Theory]
    [InlineData("cur")]
    [InlineData("new")]
    public async Task Inside_of_a_Maildir_its_mails_are_found(string name)
    {
        _folder.Write($"{name}/1700000000.M1P1.host:2,S", "x\n");
        using var tool = ToolProcess.StartIn(_folder.In(name), "parse", ".", "--fields", "kind");
        (await tool.StandardOutput.ReadToEndAsync()).Should().Be("{\"kind\":\"notABounce\"}\n");
    }

    [Fact]
    public async Task Pipe_and_link_to_nowhere_hold_nothing_up()
    {
        if (OperatingSystem.IsWindows()) return;
        _folder.Write("1.eml", "Subject: x\n\nx\n");
        File.CreateSymbolicLink(_folder.In("lock"), _folder.In("nowhere"));
        using (var made = System.Diagnostics.Process.Start("mkfifo", _folder.In("pipe"))) await made.WaitForExitAsync();
        var run = await ToolRun.Of(["parse", _folder.Path]).WaitAsync(TimeSpan.FromMinutes(1));
        (run.ExitCode, run.Lines.Count).Should().Be((0, 1));
        run.Error.Should().StartWith("left out 2 files, ");
    }
}
