using System.Diagnostics;
using BounceParser.Smtp;

namespace BounceParser.Tests.Smtp;

public class ReplyReaderTests
{
    [Theory]
    [InlineData("Additional information follows :\n -- 550 Rejected by header", 550, null, "Rejected by header")]
    [InlineData("550 5.1.1 User unknown", 550, "5.1.1", "User unknown")]
    [InlineData("550-5.1.1 foo\n550 5.1.1 bar", 550, "5.1.1", "foo bar")]
    [InlineData("550-5.1.1 foo\r\n 550-5.1.1 mid\r\n 550 5.1.1 bar", 550, "5.1.1", "foo mid bar")]
    [InlineData("550-5.1.1 foo 550-5.1.1 mid 550 5.1.1 bar", 550, "5.1.1", "foo mid bar")]
    [InlineData("550-5.1.1 foo\\n550 5.1.1 bar", 550, "5.1.1", "foo bar")]
    [InlineData("550-Verification failed for <a@b>\n550-Previous failure\n550 Sender verify failed", 550, null, "Verification failed for <a@b> Previous failure Sender verify failed")]
    [InlineData("550 #5.1.0 Address rejected", 550, "5.1.0", "Address rejected")]
    [InlineData("550 (#5.1.1) no mailbox", 550, "5.1.1", "no mailbox")]
    [InlineData("5.1.1 550 User unknown", 550, "5.1.1", "User unknown")]
    [InlineData("SMTP; 550 5.1.1 User unknown", 550, "5.1.1", "User unknown")]
    [InlineData("smtp;550 5.1.10 Recipient not found; gone", 550, "5.1.10", "Recipient not found; gone")]
    [InlineData("Remote host said: 550 no such user", 550, null, "no such user")]
    [InlineData("host mx[192.0.2.1] said: 550 5.1.1 no", 550, "5.1.1", "no")]
    [InlineData("(reason: 550 5.1.1 User unknown (really))", 550, "5.1.1", "User unknown (really)")]
    [InlineData("<<< 550 MAILBOX NOT FOUND", 550, null, "MAILBOX NOT FOUND")]
    [InlineData("Error 550: no such user", 550, null, "no such user")]
    [InlineData("550 5.7.1 foo 550 5.7.1 bar", 550, "5.7.1", "foo bar")]
    [InlineData("#< #5.1.1 SMTP; 550 User unknown>", 550, "5.1.1", "User unknown")]
    [InlineData("[550 5.1.1] User unknown", 550, "5.1.1", "User unknown")]
    [InlineData("550Message rejected", 550, null, "Message rejected")]
    [InlineData("554-5.7.1: blocked", 554, "5.7.1", "blocked")]
    [InlineData("553 not in my list of rcpthosts (#5.7.1)", 553, "5.7.1", "not in my list of rcpthosts (#5.7.1)")]
    [InlineData("Remote Server returned '550 5.1.1 it's gone'", 550, "5.1.1", "it's gone")]
    [InlineData("User unknown (550)", 550, null, "")]
    [InlineData("550 %MAIL-F-NOUSER, no such user", 550, null, "%MAIL-F-NOUSER, no such user")]
    [InlineData("MSEXCH:IMS:Org:Site:Server 3550 (000B09B6) 550 a@b... User unknown", 550, null, "a@b... User unknown")]
    [InlineData("远程服务器返回：552 对方邮箱空间已满", 552, null, "对方邮箱空间已满")]
    [InlineData("RCPT TO:<a@b.example> generated 501-Invalid account", 501, null, "Invalid account")]
    [InlineData("571 Message Refused", 571, null, "Message Refused")]
    [InlineData("421", 421, null, "")]
    [InlineData("451-192.0.2.2 is not known here.\n451 Please try later.", 451, null, "192.0.2.2 is not known here. Please try later.")]
    [InlineData("Expected response code \"250\" but got code \"550\", with message \"550 5.1.1 gone\"", 550, "5.1.1", "gone")]
    [InlineData("421 4.7.0 192.0.2.25 Too many messages", 421, "4.7.0", "192.0.2.25 Too many messages")]
    [InlineData("RCPT TO:<550@a.b>: 550 5.1.1 <550@a.b>: no", 550, "5.1.1", "<550@a.b>: no")]
    public void Reads_a_reply_wherever_servers_put_it(string text, int code, string? status, string words)
    {
        var reply = ReplyReader.Find(text);

        reply.Should().NotBeNull();
        reply!.Code.Should().Be(code);
        reply.Status.Should().Be(EnhancedStatusCode.Parse(status));
        reply.Text.Should().Be(words);
    }

    [Theory]
    [InlineData("")]
    [InlineData("mailbox is 550 bytes long")]
    [InlineData("500 bytes")]
    [InlineData("Command died with status 255: \"/bin/filter\"")]
    [InlineData("Command died with status 250: \"/bin/filter\"")]
    [InlineData("child exited, exit status: 211")]
    [InlineData("the quota is used to 550 %")]
    [InlineData("retry after 450 seconds")]
    [InlineData("Exceeded 450 messages")]
    [InlineData("size: 552 KB")]
    [InlineData("call (425) 555-0100")]
    [InlineData("call 425-555-0100")]
    [InlineData("450.1.2.3 is listed")]
    [InlineData("host mx[192.0.2.1]:250")]
    [InlineData("in 2012, id 550e8400-e29b-41d4")]
    [InlineData("https://example.net/a?code=x&id=550")]
    [InlineData("360 nothing")]
    [InlineData("569 nothing")]
    [InlineData("User unknown")]
    public void Takes_no_other_number_for_a_reply(string text) => ReplyReader.Find(text).Should().BeNull();

    [Fact]
    public void Prefers_a_refusal_to_an_acceptance() => ReplyReader.Find("250 2.0.0 Ok\n550 5.1.1 No such user")!.Code.Should().Be(550);

    [Theory]
    [InlineData("Sorry, no mailbox here by that name. vpopmail (#5.1.1)", "5.1.1")]
    [InlineData("[5.1.1] gone", "5.1.1")]
    [InlineData("Status: 5.2.2", "5.2.2")]
    [InlineData("delays=0/0/0/0, dsn=4.4.1, status=deferred", "4.4.1")]
    [InlineData("vpopmail (#5.9.8.1)", "5.9.8")]
    [InlineData("550-5.7.509 Access denied", "5.7.509")]
    [InlineData("#4.4.1", "4.4.1")]
    [InlineData("10.5.1.1 is bad", null)]
    [InlineData("5.1.1.2 is a host", null)]
    [InlineData("running Exim 4.9.1", null)]
    [InlineData("version 5.2.1", null)]
    [InlineData("Postfix/2.5.1", null)]
    [InlineData("on 5.1.2026", null)]
    [InlineData("v5.1.1", null)]
    public void Finds_an_enhanced_code_and_no_version_or_address(string text, string? status) =>
        ReplyReader.FindStatus(text).Should().Be(EnhancedStatusCode.Parse(status));

    [Theory]
    [InlineData("550 ")]
    [InlineData("550-5.1.1 x\n")]
    [InlineData("(")]
    [InlineData("5.1.1.")]
    [InlineData("<<< ")]
    [InlineData("\\n550")]
    [InlineData("555")]
    [InlineData("2.")]
    [InlineData("\\303 ")]
    [InlineData("\\303")]
    [InlineData("A_5")]
    public void Stays_linear_on_a_megabyte(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var clock = Stopwatch.StartNew();

        ReplyReader.Find(text);
        ReplyReader.FindStatus(text);
        DiagnosticParts.Split(text);
        LogLineReader.Read(text);

        clock.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(30));
    }
}
