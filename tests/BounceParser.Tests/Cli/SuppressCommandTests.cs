using System.Text.Json;

namespace BounceParser.Tests.Cli;

public sealed class SuppressCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Dead_addresses_are_listed_and_full_ones_are_not()
    {
        Bounce("1.eml", "gone@dest.example", "550 5.1.1 User unknown", "Mon, 2 Nov 2026 10:00:00 +0000");
        Bounce("2.eml", "full@dest.example", "552 5.2.2 Mailbox full", "Mon, 2 Nov 2026 10:00:00 +0000");
        var run = await ToolRun.Of(["suppress", _folder.Path]);
        (run.ExitCode, run.Out).Should().Be((0, "gone@dest.example\n"));
        run.Error.Should().StartWith("1 to drop");
    }

    [Fact]
    public async Task Bounces_of_one_day_count_once()
    {
        Bounce("1.eml", "gone@dest.example", "550 5.1.1 User unknown", "Mon, 2 Nov 2026 10:00:00 +0000");
        Bounce("2.eml", "gone@dest.example", "550 5.1.1 User unknown", "Mon, 2 Nov 2026 18:00:00 +0000");
        (await ToolRun.Of(["suppress", _folder.Path, "--min-bounces", "2"])).Out.Should().BeEmpty();
        Bounce("3.eml", "GONE@dest.example", "550 5.1.1 User unknown", "Tue, 3 Nov 2026 10:00:00 +0000");
        (await ToolRun.Of(["suppress", _folder.Path, "--min-bounces", "2"])).Out.Should().Be("gone@dest.example\n");
    }

    [Fact]
    public async Task Bounces_before_the_window_or_without_a_date_do_not_count()
    {
        Bounce("old.eml", "old@dest.example", "550 5.1.1 User unknown", "Mon, 2 Nov 2015 10:00:00 +0000");
        Bounce("undated.eml", "undated@dest.example", "550 5.1.1 User unknown", null);
        Bounce("new.eml", "new@dest.example", "550 5.1.1 User unknown", DateTimeOffset.UtcNow.AddDays(-2).ToString("R"));
        var run = await ToolRun.Of(["suppress", _folder.Path, "--within", "30"]);
        run.Out.Should().Be("new@dest.example\n");
        run.Error.Should().Contain("2 left to read by hand");
    }

    [Fact]
    public async Task Bounce_without_proof_drops_nobody_when_proof_is_required()
    {
        Bounce("forged.eml", "victim@dest.example", "550 5.1.1 User unknown", "Mon, 2 Nov 2026 10:00:00 +0000");
        Bounce("real.eml", "gone@dest.example", "550 5.1.1 User unknown", "Mon, 2 Nov 2026 10:00:00 +0000", "abc@origin.example");
        (await ToolRun.Of(["suppress", _folder.Path, "--require-proof"])).Out.Should().Be("gone@dest.example\n");
        var sent = _folder.Write("sent.txt", "<other@origin.example>\n");
        (await ToolRun.Of(["suppress", _folder.Path, "--sent", sent])).Out.Should().BeEmpty();
        _folder.Write("sent.txt", "<other@origin.example>\n<abc@origin.example>\n");
        (await ToolRun.Of(["suppress", _folder.Path, "--sent", sent])).Out.Should().Be("gone@dest.example\n");
    }

    [Fact]
    public async Task Event_of_a_webhook_proves_itself_and_is_dated()
    {
        var at = DateTimeOffset.UtcNow.AddDays(-2).ToUnixTimeSeconds();
        var hook = _folder.Write("wh.json", $$"""[{"event":"bounce","email":"gone@dest.example","timestamp":{{at}},"smtp-id":"<abc@origin.example>","sg_event_id":"1","reason":"550 5.1.1 The email account does not exist"}]""");
        var sent = _folder.Write("sent.txt", "<abc@origin.example>\n");
        (await ToolRun.Of(["suppress", hook, "--sent", sent, "--within", "30"])).Out.Should().Be("gone@dest.example\n");
        _folder.Write("sent.txt", "<other@origin.example>\n");
        (await ToolRun.Of(["suppress", hook, "--sent", sent])).Out.Should().BeEmpty();
    }

    [Fact]
    public async Task Evidence_stands_beside_each_address()
    {
        Bounce("1.eml", "gone@dest.example", "550 5.1.1 User unknown", "Mon, 2 Nov 2026 10:00:00 +0000");
        var csv = (await ToolRun.Of(["suppress", _folder.Path, "--format", "csv"])).Out.Split("\r\n");
        csv[0].Should().StartWith("address,bounces,first,last,reason");
        csv[1].Should().StartWith("gone@dest.example,1,2026-11-02T10:00:00+00:00").And.Contain("UserUnknown").And.Contain("1.eml").And.Contain("User unknown").And.Contain("20-phrases.rules(");
        var json = JsonDocument.Parse((await ToolRun.Of(["suppress", _folder.Path, "--format", "json"])).Out).RootElement[0];
        json.GetProperty("address").GetString().Should().Be("gone@dest.example");
        json.GetProperty("evidence")[0].GetProperty("diagnostic").GetString().Should().Contain("User unknown");
    }

    [Theory]
    [InlineData("-rf@dest.example")]
    [InlineData("|id@dest.example")]
    [InlineData("a$(id)@dest.example")]
    [InlineData("a\u202eb@dest.example")]
    public async Task Address_that_is_a_trap_for_scripts_is_left_to_a_person(string address)
    {
        Bounce("1.eml", address, "550 5.1.1 User unknown", "Mon, 2 Nov 2026 10:00:00 +0000");
        (await ToolRun.Of(["suppress", _folder.Path])).Out.Should().BeEmpty();
    }

    [Fact]
    public async Task Nothing_in_nothing_out()
    {
        var run = await ToolRun.Of(["suppress", _folder.Path, "--format", "json"]);
        run.Out.Should().Be("[]\n");
        run.Error.Should().Contain("0 to drop, 0 left to read by hand");
    }

    private void Bounce(string name, string recipient, string diagnostic, string? date, string? messageId = null) => _folder.Write(name,
        $"Return-Path: <>\nFrom: MAILER-DAEMON@mail.origin.example\nTo: anna@origin.example\n{(date is null ? "" : $"Date: {date}\n")}Subject: Undelivered Mail Returned to Sender\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\n\n"
        + $"--b\nContent-Type: text/plain; charset=utf-8\n\nYour message could not be delivered.\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mail.origin.example\n\nFinal-Recipient: rfc822; {recipient}\nAction: failed\nStatus: {diagnostic.Split(' ')[1]}\nDiagnostic-Code: smtp; {diagnostic}\n\n"
        + (messageId is null ? "" : $"--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: <{messageId}>\nSubject: hello\n\n") + "--b--\n");
}
