using System.Text;

namespace BounceParser.Tests.Cli;

/// <summary>What is no good mail gets a clear answer, and what stands beside it is still read.</summary>
public sealed class BadInputTests : IDisposable
{
    private const string Head = "Return-Path: <>\nFrom: MAILER-DAEMON@mail.origin.example\nTo: anna@origin.example\nSubject: Undelivered Mail Returned to Sender\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\n\n";
    private const string Human = "--b\nContent-Type: text/plain; charset=us-ascii\n\nYour message could not be delivered.\n\n";
    private const string Status = "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mail.origin.example\n\n";
    private const string Good = Head + Human + Status + "Final-Recipient: rfc822; l.martin@dest.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 User unknown\n\n--b--\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("\n\n\n")]
    [InlineData("\0\u0001\u0002\0\0MZ\0\0")]
    public async Task Empty_or_binary_file_is_no_bounce(string content) => (await KindOf(_folder.Write("x.eml", content), 0)).Should().Be("notABounce");

    [Fact]
    public async Task Random_bytes_are_no_bounce()
    {
        var bytes = new byte[100_000];
        new Random(1).NextBytes(bytes);
        bytes[0] = 0x7F;
        (await KindOf(_folder.Write("x.bin", bytes), 0)).Should().Be("notABounce");
    }

    [Fact]
    public async Task Missing_file_is_unreadable() => (await KindOf(_folder.In("missing.eml"), 3)).Should().Be("unreadable");

    [Fact]
    public async Task Empty_folder_says_so_and_prints_nothing()
    {
        var run = await ToolRun.Of(["parse", _folder.Path, _folder.Write("beside/good.eml", Good)]);
        run.Lines.Should().HaveCount(2, "the folder holds the file too");
        Directory.Delete(_folder.In("beside"), recursive: true);
        run = await ToolRun.Of(["parse", _folder.Path]);
        (run.ExitCode, run.Out).Should().Be((0, ""));
        run.Error.Should().Contain(_folder.Path);
    }

    [Theory]
    [InlineData(110, "the boundary is never reached")]
    [InlineData(450, "in the middle of the status fields")]
    [InlineData(40, "in the last field")]
    public async Task Truncated_report_is_read_as_far_as_it_goes(int cut, string because)
    {
        var kind = await KindOf(_folder.Write("cut.eml", Good[..^cut]), 0);
        kind.Should().BeOneOf(["failure", "notABounce"], because);
    }

    [Fact]
    public async Task Report_cut_in_its_last_field_still_names_the_recipient()
    {
        var run = await ToolRun.Of(["parse", _folder.Write("cut.eml", Good[..^24])]);
        run.Lines[0].GetProperty("diagnoses")[0].GetProperty("recipient").GetString().Should().Be("l.martin@dest.example");
    }

    [Fact]
    public async Task Report_without_recipients_suppresses_nobody()
    {
        var run = await ToolRun.Of(["parse", _folder.Write("none.eml", Head + Human + Status + "--b--\n")]);
        run.ExitCode.Should().Be(0);
        foreach (var diagnosis in run.Lines.Should().ContainSingle().Which.GetProperty("diagnoses").EnumerateArray())
            diagnosis.GetProperty("recommendation").GetString().Should().NotBe("suppressRecipient");
    }

    [Fact]
    public async Task Recipient_without_at_sign_is_kept_as_written()
    {
        var run = await ToolRun.Of(["parse", _folder.Write("local.eml", Good.Replace("l.martin@dest.example", "l.martin", StringComparison.Ordinal))]);
        run.Lines[0].GetProperty("diagnoses")[0].GetProperty("recipient").GetString().Should().Be("l.martin");
    }

    [Fact]
    public async Task Header_of_20_MB_is_cut_and_the_bounce_still_read()
    {
        var huge = "X-Junk: " + new string('a', 20 * 1024 * 1024) + "\n";
        var small = Good.IndexOf("MIME-Version", StringComparison.Ordinal);
        var run = await ToolRun.Of(["parse", _folder.Write("huge.eml", Good.Insert(small, huge)), _folder.Write("good.eml", Good)]);
        run.ExitCode.Should().Be(0);
        run.Lines[0].GetProperty("truncated").GetBoolean().Should().BeTrue();
        run.Lines[1].GetProperty("kind").GetString().Should().Be("failure");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("text/plain; charset=")]
    [InlineData("text/plain; charset=x-no-such-thing")]
    public async Task Missing_or_unknown_charset_is_guessed(string type)
    {
        byte[] mail = [.. Encoding.ASCII.GetBytes(Head.Replace("multipart/report; report-type=delivery-status; boundary=\"b\"", type, StringComparison.Ordinal)),
            .. Encoding.Latin1.GetBytes("This is the mail system at host mail.origin.example.\n\n<l.martin@dest.example>: host mx.dest.example[192.0.2.1] said: 550 5.1.1\n    Bo\u00eete inconnue: User unknown (in reply to RCPT TO command)\n")];
        var run = await ToolRun.Of(["parse", _folder.Write("latin.eml", mail)]);
        var diagnosis = run.Lines[0].GetProperty("diagnoses")[0];
        diagnosis.GetProperty("reason").GetString().Should().Be("UserUnknown");
        diagnosis.GetProperty("diagnostic").GetString().Should().Contain("Boîte");
    }

    [Fact]
    public async Task Rest_is_read_when_the_first_is_missing_and_the_second_a_folder_without_mail()
    {
        Directory.CreateDirectory(_folder.In("nothing"));
        var run = await ToolRun.Of(["parse", _folder.In("missing.eml"), _folder.In("nothing"), _folder.Write("good.eml", Good)]);
        run.ExitCode.Should().Be(3);
        run.Lines.Select(line => line.GetProperty("kind").GetString()).Should().Equal("unreadable", "failure");
    }

    [Theory]
    [InlineData("--fromat", "--format")]
    [InlineData("--only-failure", "--only-failures")]
    public async Task Mistyped_option_is_named_with_the_right_one(string wrong, string right)
    {
        var run = await ToolRun.Of(["parse", wrong, "x.eml"]);
        (run.ExitCode, run.Out).Should().Be((2, ""));
        run.Error.Split('\n')[0].Should().Contain(wrong).And.Contain(right + "?");
    }

    [Theory]
    [InlineData("parse")]
    [InlineData("parse", "x", "--format", "xml")]
    [InlineData("parse", "x", "--jobs", "0")]
    [InlineData("parse", "x", "--jobs", "many")]
    [InlineData("parse", "x", "--since", "yesterday")]
    [InlineData("parse", "x", "--reason", "MailboxFul")]
    [InlineData("parse", "x", "--recipient", "martin")]
    [InlineData("parse", "x", "--fields", "recipient,colour")]
    [InlineData("parse", "x", "--follow")]
    [InlineData("parse", "-", "--lines", "--follow")]
    [InlineData("explain")]
    [InlineData("nonsense")]
    public async Task Wrong_command_line_exits_2_and_says_why(params string[] arguments)
    {
        var run = await ToolRun.Of(arguments);
        (run.ExitCode, run.Out).Should().Be((2, ""));
        run.Error.Split('\n')[0].Should().NotBeNullOrWhiteSpace();
    }

    private static async Task<string?> KindOf(string path, int exitCode)
    {
        var run = await ToolRun.Of(["parse", path]);
        run.ExitCode.Should().Be(exitCode);
        return run.Lines.Should().ContainSingle().Which.GetProperty("kind").GetString();
    }
}
