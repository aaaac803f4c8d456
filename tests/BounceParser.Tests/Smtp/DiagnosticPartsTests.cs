using BounceParser.Smtp;
using BounceParser.Tests.Support;

namespace BounceParser.Tests.Smtp;

public class DiagnosticPartsTests
{
    [Theory]
    [InlineData("Mon 2026-11-02 10:00:00: <-- 550 5.1.1 No such user\nMon 2026-11-02 10:00:00: --> QUIT", "550 5.1.1 No such user", null, SmtpStage.Unknown)]
    [InlineData("550 5.1.1 User unknown", "550 5.1.1 User unknown", null, SmtpStage.Unknown)]
    [InlineData("550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##rfc822;a@b.example", "550 5.1.1 RESOLVER.ADR.RecipNotFound; not found", null, SmtpStage.Unknown)]
    [InlineData("smtp; 550 5.1.1 User unknown", "550 5.1.1 User unknown", null, SmtpStage.Unknown)]
    [InlineData("host mx.b.org[192.0.2.1] said: 550 5.1.1 gone (in reply to RCPT TO command)", "550 5.1.1 gone", "mx.b.org", SmtpStage.RcptTo)]
    [InlineData("host mx.b.org[192.0.2.1] said: 550 5.1.1 gone (in reply to RCPT TO", "550 5.1.1 gone", "mx.b.org", SmtpStage.RcptTo)]
    [InlineData("host mx.b.org[192.0.2.1] said: 554 5.7.1 no (in reply to end of DATA command)", "554 5.7.1 no", "mx.b.org", SmtpStage.EndOfData)]
    [InlineData("SMTP error from remote mail server after RCPT TO:<a@b.org>:\n    host mx.b.org [192.0.2.1]: 550 gone", "550 gone", "mx.b.org", SmtpStage.RcptTo)]
    [InlineData("SMTP error from remote mail server after end of data: host mx.b.org [192.0.2.1]: 554 no", "554 no", "mx.b.org", SmtpStage.EndOfData)]
    [InlineData("SMTP error from remote mail server after pipelined MAIL FROM:<a@b.org> SIZE=1: 421 4.7.0 no", "421 4.7.0 no", null, SmtpStage.MailFrom)]
    [InlineData("host mx.b.org [192.0.2.1]: 550 gone", "550 gone", "mx.b.org", SmtpStage.Unknown)]
    [InlineData("192.0.2.1 does not like recipient.\nRemote host said: 550 gone\nGiving up on 192.0.2.1.", "550 gone", "192.0.2.1", SmtpStage.RcptTo)]
    [InlineData("Connected to 192.0.2.1 but sender was rejected.\nRemote host said: 554 no", "554 no", "192.0.2.1", SmtpStage.MailFrom)]
    [InlineData("... while talking to mx.b.org.:\n>>> RCPT To:<a@b.org>\n<<< 550 GONE\n550 5.1.1 <a@b.org>... User unknown", "550 GONE", "mx.b.org", SmtpStage.RcptTo)]
    [InlineData("while talking to mx.b.org.:\n>>> DATA\n<<< 550-one\n<<< 550 two\n<<< 503 5.0.0 Need RCPT", "550-one 550 two", "mx.b.org", SmtpStage.Data)]
    [InlineData("(reason: 550 Host unknown)", "550 Host unknown", null, SmtpStage.Unknown)]
    [InlineData("Remote Server at b.org (192.0.2.1) returned '550 5.1.1 it's gone'", "550 5.1.1 it's gone", "b.org", SmtpStage.Unknown)]
    [InlineData("[192.0.2.7] #< #5.1.1 SMTP; 550 5.1.1 <a@b.org>: gone>", "550 5.1.1 <a@b.org>: gone", "192.0.2.7", SmtpStage.Unknown)]
    [InlineData("#< #5.1.1 SMTP; 550 gone>", "#5.1.1 SMTP; 550 gone", null, SmtpStage.Unknown)]
    [InlineData("mx.b.org gave this error:\nMailbox is full", "Mailbox is full", "mx.b.org", SmtpStage.Unknown)]
    [InlineData("rejected by the server for b.org by mx.b.org. [192.0.2.1].\n\nThe error that the other server returned was:\n550 gone", "550 gone", "mx.b.org", SmtpStage.Unknown)]
    [InlineData("The response from the remote server was:\n550 5.1.1 gone", "550 5.1.1 gone", null, SmtpStage.Unknown)]
    [InlineData("Hi,\n\nI get this:\n\n550 5.1.1 <a@b.org>: gone\n\nBye", "550 5.1.1 <a@b.org>: gone", null, SmtpStage.Unknown)]
    [InlineData("<<< 550 gone", "550 gone", null, SmtpStage.Unknown)]
    [InlineData("delivery temporarily suspended: host mx.b.org[192.0.2.1] refused to talk to me: 421 4.7.0 slow", "421 4.7.0 slow", "mx.b.org", SmtpStage.Greeting)]
    public void Takes_the_words_of_the_server_out_of_the_reporters(string diagnostic, string words, string? host, SmtpStage stage)
    {
        var parts = DiagnosticParts.Split(diagnostic);

        (parts.Words, parts.RemoteMta, parts.Stage).Should().Be((words, host, stage));
    }

    [Theory]
    [InlineData("connect to mx.b.org[192.0.2.1]:25: Connection refused", "mx.b.org", SmtpStage.Connect)]
    [InlineData("conversation with mx.b.org[192.0.2.1] timed out while sending RCPT TO", "mx.b.org", SmtpStage.RcptTo)]
    [InlineData("lost connection with mx.b.org[192.0.2.1] while performing the EHLO handshake", "mx.b.org", SmtpStage.Ehlo)]
    [InlineData("TLS is required, but was not offered by host mx.b.org[192.0.2.1]", "mx.b.org", SmtpStage.StartTls)]
    [InlineData("Host or domain name not found. Name service error for name=b.org type=MX: Host not found", null, SmtpStage.Unknown)]
    [InlineData("Sorry, no mailbox here by that name. vpopmail (#5.1.1)", null, SmtpStage.Unknown)]
    public void Keeps_the_reporters_own_words_where_no_server_spoke(string diagnostic, string? host, SmtpStage stage)
    {
        var parts = DiagnosticParts.Split(diagnostic);

        (parts.Words, parts.Comment, parts.RemoteMta, parts.Stage).Should().Be((diagnostic, "", host, stage));
    }

    [Theory]
    // qmail-send adds its second sentence to its own report: both are the words of one program.
    [InlineData("Sorry, I wasn't able to establish an SMTP connection. (#4.4.1)\nI'm not going to try again; this message has been in the queue too long.", "Sorry, I wasn't able to establish an SMTP connection. (#4.4.1) I'm not going to try again; this message has been in the queue too long.")]
    [InlineData("192.0.2.1 does not like recipient.\nRemote host said: 451 later\nGiving up on 192.0.2.1.\nI'm not going to try again; this message has been in the queue too long.", "451 later")]
    [InlineData("SMTP error from remote mail server after RCPT TO:<a@b.org>: host mx.b.org [192.0.2.1]: 451 later: retry timeout exceeded", "451 later")]
    [InlineData("retry timeout exceeded", "retry timeout exceeded")]
    public void Sees_that_the_queue_gave_up(string diagnostic, string words)
    {
        var parts = DiagnosticParts.Split(diagnostic);

        (parts.Words, parts.Expired).Should().Be((words, true));
    }

    [Theory]
    [InlineData("550 bo\\356te ferm\\351e", "550 boîte fermée")]
    [InlineData("550 n\\342\\200\\231existe pas", "550 n’existe pas")]
    [InlineData("550 see \\\\host\\share\\2", "550 see \\\\host\\share\\2")]
    public void Undoes_octal_escapes(string diagnostic, string words) => DiagnosticParts.Split(diagnostic).Words.Should().Be(words);

    [Fact]
    public void Leaves_a_bare_reply_as_it_is()
    {
        const string reply = "550 5.7.1 I said: 550 no (in my own words)";

        DiagnosticParts.Split(reply).Words.Should().BeSameAs(reply);
    }

    [Theory]
    [InlineData("host mx.b.org said: 550 5.1.1 gone (in reply to RCPT TO command)")]
    [InlineData("550-5.1.1 one\n550 5.1.1 two")]
    [InlineData("smtp; 550 gone")]
    [InlineData("gone (#5.1.1)")]
    [InlineData("250 ok, but 550 later")]
    [InlineData("")]
    public void Has_the_reply_of_its_words(string diagnostic)
    {
        var parts = DiagnosticParts.Split(diagnostic);

        parts.Reply.Should().Be(ReplyScanner.Find(parts.Words));
    }

    [Fact]
    public void Has_the_reply_of_its_words_in_every_reply_of_the_corpus()
    {
        foreach (var line in Directory.EnumerateFiles(Path.Combine(Repository.Corpus, "smtp-replies"), "*.lines").SelectMany(File.ReadLines)) Has_the_reply_of_its_words(line);
    }
}
