using System.Text;

namespace BounceParser.Tests.Cli;

public sealed class ParseCommandTests : IDisposable
{
    private const string Bounce = "Return-Path: <>\nFrom: MAILER-DAEMON@mail.origin.example\nSubject: failure notice\n\nHi. This is the qmail-send program at mail.origin.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\n\n<a@dest.example>:\nSorry, no mailbox here by that name. vpopmail (#5.1.1)\n\n--- Below this line is a copy of the message.\n\nSubject: hello\n\nhello\n";
    private const string Ordinary = "From: anna@origin.example\nSubject: lunch\n\nAt noon?\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("bounceparser").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task One_object_for_each_message_in_input_order()
    {
        var run = await ToolRun.Of(["parse", "--format", "ndjson", Write("b.eml", Bounce), Write("a.eml", Ordinary)]);

        run.ExitCode.Should().Be(0);
        run.Lines.Select(line => line.GetProperty("kind").GetString()).Should().Equal("failure", "notABounce");
        var diagnosis = run.Lines[0].GetProperty("diagnoses")[0];
        diagnosis.GetProperty("recipient").GetString().Should().Be("a@dest.example");
        diagnosis.GetProperty("reason").GetString().Should().Be("UserUnknown");
        diagnosis.GetProperty("situation").GetString().Should().Be("vpopmail-no-mailbox");
        run.Lines[0].GetProperty("schema").GetInt32().Should().Be(1);
    }

    [Fact]
    public async Task Message_on_standard_input()
    {
        var run = await ToolRun.Of(["parse", "-"], Bounce);
        run.Lines.Should().ContainSingle().Which.GetProperty("source").GetString().Should().Be("-");
    }

    [Fact]
    public async Task Mbox_gives_an_index_for_each_message()
    {
        var mbox = $"From MAILER-DAEMON Mon Nov  2 10:00:00 2026\n{Bounce}\nFrom anna@origin.example Mon Nov  2 10:00:00 2026\n{Ordinary}\n";
        var run = await ToolRun.Of(["parse", Write("box", mbox)]);
        run.Lines.Select(line => line.GetProperty("index").GetInt32()).Should().Equal(0, 1);
        run.Lines.Select(line => line.GetProperty("kind").GetString()).Should().Equal("failure", "notABounce");
    }

    [Fact]
    public async Task Folder_is_walked_and_what_holds_no_mail_is_left_alone()
    {
        Write("in/1.eml", Bounce);
        Write("in/notes.txt", "no mail");
        Write("in/Maildir/cur/123:2,S", Bounce);
        var run = await ToolRun.Of(["parse", _folder]);
        run.Lines.Should().HaveCount(2);
    }

    [Fact]
    public async Task Missing_file_is_named_and_the_rest_is_still_done()
    {
        var missing = Path.Combine(_folder, "missing.eml");
        var run = await ToolRun.Of(["parse", missing, Write("b.eml", Bounce)]);
        run.ExitCode.Should().Be(3);
        run.Error.Should().Contain(missing);
        run.Lines.Select(line => line.GetProperty("kind").GetString()).Should().Equal("unreadable", "failure");
        run.Lines[0].GetProperty("error").GetString().Should().NotBeNullOrEmpty();
    }

    [Fact]
    public async Task Folder_without_mail_prints_nothing_and_exits_0()
    {
        var run = await ToolRun.Of(["parse", _folder]);
        run.ExitCode.Should().Be(0);
        run.Out.Should().BeEmpty();
        run.Error.Should().Contain(_folder);
    }

    [Fact]
    public async Task Empty_file_is_one_line_that_is_no_bounce()
    {
        var run = await ToolRun.Of(["parse", Write("empty.eml", "")]);
        run.Lines.Should().ContainSingle().Which.GetProperty("kind").GetString().Should().Be("notABounce");
    }

    [Fact]
    public async Task Outlook_format_is_refused_with_a_hint()
    {
        var path = Path.Combine(_folder, "mail.msg");
        File.WriteAllBytes(path, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]);
        var run = await ToolRun.Of(["parse", path]);
        run.ExitCode.Should().Be(3);
        run.Lines[0].GetProperty("error").GetString().Should().Contain(".eml");
    }

    [Fact]
    public async Task Each_line_is_one_object_blank_ones_too()
    {
        var lines = "550 5.1.1 User unknown\n\nNov  2 10:00:00 mx postfix/smtp[1]: 3F2: to=<a@dest.example>, relay=mx.dest.example[192.0.2.1]:25, delay=1, dsn=2.0.0, status=sent (250 ok)\nhello there\n";
        var run = await ToolRun.Of(["parse", "--lines", "--format", "ndjson", "-"], lines);
        run.Lines.Select(line => line.GetProperty("index").GetInt32()).Should().Equal(1, 2, 3, 4);
        run.Lines.Select(line => line.GetProperty("kind").GetString()).Should().Equal("failure", "notABounce", "success", "notABounce");
    }

    [Fact]
    public async Task Wrong_option_says_which_and_shows_the_right_ones()
    {
        var run = await ToolRun.Of(["parse", "--fromat", "ndjson", "x"]);
        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("--fromat").And.Contain("--format");
        run.Out.Should().BeEmpty();
    }

    [Fact]
    public async Task Table_shows_one_row_for_each_recipient()
    {
        var run = await ToolRun.Of(["parse", "--format", "table", Write("in/b.eml", Bounce)]);
        run.Out.Should().Contain("a@dest.example").And.Contain("UserUnknown").And.Contain(" in/b.eml ");
    }

    private string Write(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content, new UTF8Encoding(false));
        return path;
    }
}
