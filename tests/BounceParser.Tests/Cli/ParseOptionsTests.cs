using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace BounceParser.Tests.Cli;

/// <summary>The formats and filters of <c>parse</c>.</summary>
public sealed class ParseOptionsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ParseOptionsTests()
    {
        _folder.Write("1.eml", Bounce("gone@dest.example", "550 5.1.1 User unknown", "Mon, 2 Nov 2026 10:00:00 +0000"));
        _folder.Write("2.eml", Bounce("full@dest.example", "552 5.2.2 Mailbox full", "Mon, 9 Nov 2026 10:00:00 +0000"));
        _folder.Write("3.eml", "From: anna@origin.example\nSubject: lunch\n\nAt noon?\n");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("1.eml 2.eml 3.eml")]
    [InlineData("2.eml 3.eml", "--since", "2026-11-05")]
    [InlineData("2.eml", "--reason", "mailboxfull")]
    [InlineData("1.eml 2.eml", "--reason", "MailboxFull,UserUnknown")]
    [InlineData("1.eml", "--recipient", "gone@dest.example")]
    [InlineData("1.eml 2.eml", "--recipient", "@dest.example")]
    [InlineData("1.eml 2.eml", "--only-failures")]
    [InlineData("", "--only-failures", "--reason", "Greylisted")]
    public async Task Only_what_is_asked_for(string expected, params string[] options)
    {
        var run = await ToolRun.Of(["parse", _folder.Path, .. options]);
        string.Join(' ', run.Lines.Select(line => Path.GetFileName(line.GetProperty("source").GetString()))).Should().Be(expected);
    }

    [Fact]
    public async Task Json_is_one_array_of_the_same_objects()
    {
        var lines = (await ToolRun.Of(["parse", _folder.Path])).Out.TrimEnd('\n');
        var array = (await ToolRun.Of(["parse", "--format", "json", _folder.Path])).Out;
        array.Should().Be("[\n" + lines.Replace("\n", ",\n", StringComparison.Ordinal) + "\n]\n");
        (await ToolRun.Of(["parse", "--format", "json", "--only-failures", _folder.In("3.eml")])).Out.Should().Be("[]\n");
    }

    [Fact]
    public async Task Csv_has_a_head_and_one_row_for_each_recipient()
    {
        var rows = (await ToolRun.Of(["parse", "--format", "csv", _folder.Path])).Out.Split("\r\n");
        rows[0].Should().StartWith("source,index,kind,error,date,recipient");
        rows.Should().HaveCount(5);
        rows[1].Should().Contain(",gone@dest.example,").And.Contain(",UserUnknown,");
    }

    [Fact]
    public async Task Fields_choose_the_columns_in_their_order()
    {
        (await ToolRun.Of(["parse", "--format", "csv", "--fields", "reason,recipient", _folder.In("1.eml")])).Out.Should().Be("reason,recipient\r\nUserUnknown,gone@dest.example\r\n");
        (await ToolRun.Of(["parse", "--fields", "reason,replyCode", _folder.In("1.eml")])).Out.Should().Be("{\"reason\":\"UserUnknown\",\"replyCode\":550}\n");
    }

    [Fact]
    public async Task Gzipped_message_and_mbox_are_read_alike()
    {
        var message = Gzip("4.eml.gz", File.ReadAllText(_folder.In("1.eml")));
        var mbox = Gzip("box", $"From x@y Mon Nov  2 10:00:00 2026\n{File.ReadAllText(_folder.In("1.eml"))}\nFrom x@y Mon Nov  2 10:00:00 2026\n{File.ReadAllText(_folder.In("2.eml"))}\n");
        var run = await ToolRun.Of(["parse", message, mbox, "--fields", "index,reason"]);
        run.Lines.Select(line => (line.GetProperty("index").GetInt32(), line.GetProperty("reason").GetString())).Should().Equal((0, "UserUnknown"), (0, "UserUnknown"), (1, "MailboxFull"));
        (await ToolRun.Of(["parse", _folder.Path])).Lines.Should().HaveCount(6, "a folder's .eml.gz is a mail of it, and what unpacks as a mailbox one too");
    }

    [Fact]
    public async Task Damaged_gzip_is_unreadable_and_the_rest_is_done()
    {
        var damaged = _folder.Write("broken.eml.gz", [0x1F, 0x8B, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
        var run = await ToolRun.Of(["parse", damaged, _folder.In("1.eml")]);
        run.ExitCode.Should().Be(3);
        run.Lines.Select(line => line.GetProperty("kind").GetString()).Should().Equal("unreadable", "failure");
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.5)]
    [InlineData(0.999)]
    public async Task Gzip_that_was_cut_off_is_unreadable(double kept)
    {
        var whole = File.ReadAllBytes(Gzip("whole.gz", string.Concat(Enumerable.Range(0, 60).Select(i => $"From x@y Mon Nov  2 10:00:00 2026\n{Bounce($"{Guid.NewGuid()}@dest.example", "550 5.1.1 User unknown", "Mon, 2 Nov 2026 10:00:00 +0000")}\n"))));
        var cut = _folder.Write("cut.mbox.gz", whole[..(int)(whole.Length * kept)]);
        foreach (var lines in (string[][])[[], ["--lines"]])
        {
            var run = await ToolRun.Of(["parse", cut, .. lines]);
            run.ExitCode.Should().Be(3);
            run.Lines[^1].GetProperty("kind").GetString().Should().Be("unreadable");
            run.Error.Should().Contain("cut.mbox.gz: ").And.Contain("cut off");
        }
    }

    [Theory]
    [InlineData("1")]
    [InlineData("7")]
    public async Task Many_at_a_time_come_out_in_order(string jobs)
    {
        for (var i = 0; i < 300; i++) _folder.Write($"many/{i:000}.eml", Bounce($"user{i}@dest.example", "550 5.1.1 User unknown", "Mon, 2 Nov 2026 10:00:00 +0000"));
        var run = await ToolRun.Of(["parse", "--jobs", jobs, "--fields", "recipient", _folder.In("many")]);
        run.Lines.Select(line => line.GetProperty("recipient").GetString()).Should().Equal(Enumerable.Range(0, 300).Select(i => $"user{i}@dest.example"));
    }

    [Fact]
    public async Task Growing_log_is_followed_over_a_rotation()
    {
        var log = _folder.Write("mail.log", "550 5.1.1 User unknown\n");
        using var output = new StringWriter();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var console = new BounceParser.Cli.ToolConsole { Out = TextWriter.Synchronized(output), Error = TextWriter.Null, OpenInput = () => Stream.Null, Environment = _ => null };
        var running = BounceParser.Cli.Tool.RunAsync(["parse", "--lines", "--follow", "--fields", "index,reason", log], console, stop.Token);
        await Until("UserUnknown");
        File.AppendAllText(log, "452 4.2.2 Mailbox ");
        await Task.Delay(500);
        File.AppendAllText(log, "full\n");
        await Until("MailboxFull");
        File.Move(log, log + ".1");
        File.AppendAllText(log + ".1", "550 5.7.1 Relaying denied\n");
        await Task.Delay(300);
        File.WriteAllText(log, "451 4.7.1 Greylisted, try again later\n");
        await Until("Greylisted");
        await stop.CancelAsync();
        (await running).Should().Be(130);
        output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("reason").GetString())
            .Should().Equal("UserUnknown", "MailboxFull", "RelayDenied", "Greylisted");

        async Task Until(string words)
        {
            while (!Printed().Contains(words, StringComparison.Ordinal)) await Task.Delay(50, stop.Token);
        }

        string Printed()
        {
            lock (console.Out) return output.ToString();
        }
    }

    private string Gzip(string name, string content)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest)) gzip.Write(Encoding.UTF8.GetBytes(content));
        return _folder.Write(name, bytes.ToArray());
    }

    private static string Bounce(string recipient, string diagnostic, string date) =>
        $"Return-Path: <>\nFrom: MAILER-DAEMON@mail.origin.example\nTo: anna@origin.example\nDate: {date}\nSubject: Undelivered Mail Returned to Sender\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\n\n"
        + $"--b\nContent-Type: text/plain\n\nYour message could not be delivered.\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mail.origin.example\n\nFinal-Recipient: rfc822; {recipient}\nAction: failed\nStatus: {diagnostic.Split(' ')[1]}\nDiagnostic-Code: smtp; {diagnostic}\n\n--b--\n";
}
