using System.Text;
using BounceParser.Tests.Support;

namespace BounceParser.Tests.Promises;

/// <summary>Words of death that are not said of the address that was mailed: nobody is dropped for them.</summary>
public sealed class NotProvenDeadTests
{
    private const string Recipient = "someone@example.net";

    [Fact]
    public void Nobody_is_dropped_for_what_is_said_of_somebody_or_something_else()
    {
        var wrong = new List<string>();
        foreach (var (line, cells) in TestTable.Rows("never-dead.tsv"))
            foreach (var said in new[] { $"<{Recipient}>: host mx.example.net[192.0.2.9] said: {cells[0]} (in reply to RCPT TO command)", cells[0].Insert(cells[0].IndexOf(' ', StringComparison.Ordinal), $" <{Recipient}>:") })
                if (BounceInterpreter.Default.InterpretText(said).Diagnoses.FirstOrDefault(one => one.Recommendation == Recommendation.SuppressRecipient) is { } dropped)
                    wrong.Add($"never-dead.tsv({line}): {dropped.Reason} by {dropped.DecidingRule?.File}({dropped.DecidingRule?.Line}): {said}");

        string.Join("\n", wrong).Should().BeEmpty();
    }

    [Theory]
    [InlineData("MAIL FROM", "550 5.1.2 unknown domain")]
    [InlineData("MAIL FROM", "550 account closed")]
    [InlineData("EHLO", "550 5.1.2 host unknown")]
    [InlineData("HELO", "550 domain not found")]
    [InlineData("AUTH PLAIN", "535 5.7.8 account disabled")]
    [InlineData("STARTTLS", "550 user unknown")]
    public void Nobody_is_dropped_by_an_answer_that_comes_before_his_name(string command, string said)
    {
        string[] lines =
        [
            $"<{Recipient}>: host mx.example.net[192.0.2.9] said: {said} (in reply to {command} command)",
            $"Nov 24 03:29:17 mx postfix/smtp[202]: 4F1B: to=<{Recipient}>, relay=mx.example.net[192.0.2.9]:25, delay=1, dsn=5.0.0, status=bounced (host mx.example.net[192.0.2.9] said: {said} (in reply to {command} command))",
            $"2026-11-24 03:53:22 1xVhas-00006C-0M ** {Recipient} R=dnslookup T=remote_smtp H=mx.example.net [192.0.2.9]: SMTP error from remote mail server after {command}:<anna@origin.example>: {said}",
        ];
        foreach (var line in lines)
            BounceInterpreter.Default.InterpretText(line).Diagnoses.Should().ContainSingle().Which.Recommendation.Should().NotBe(Recommendation.SuppressRecipient, line);
    }

    [Fact]
    public void A_host_that_takes_no_mail_may_say_so_at_once() =>
        BounceInterpreter.Default.InterpretText($"<{Recipient}>: host example.net[192.0.2.9] refused to talk to me: 521 5.3.2 example.net does not accept mail")
            .Diagnoses.Should().ContainSingle().Which.Reason.Should().Be(BounceReason.DomainAcceptsNoMail);

    [Theory]
    [InlineData("""{"RecordType":"Open","Recipient":"someone@example.net","Subject":"550 5.1.1 user unknown"}""")]
    [InlineData("""[{"event":"send","msg":{"email":"someone@example.net","subject":"Undeliverable: user unknown","state":"sent"}}]""")]
    [InlineData("""{"RecordType":"Bounce","Type":"SoftBounce","TypeCode":4096,"BouncedAt":"2026-11-24T03:29:17Z","Email":"someone@example.net","Details":"smtp;550 5.2.1 mailbox disabled"}""")]
    [InlineData("""{"RecordType":"Bounce","Type":"Blocked","TypeCode":100008,"BouncedAt":"2026-11-24T03:29:17Z","Email":"someone@example.net","Details":"smtp;550 5.1.1 no such user"}""")]
    [InlineData("""{"notificationType":"Bounce","bounce":{"bounceType":"Transient","bounceSubType":"General","bouncedRecipients":[{"emailAddress":"someone@example.net","action":"failed","status":"5.1.1","diagnosticCode":"smtp; 550 5.1.1 no such user"}]},"mail":{"source":"anna@origin.example","destination":["someone@example.net"]}}""")]
    [InlineData("""{"event":"soft_bounce","email":"someone@example.net","reason":"550 mailbox disabled","date":"2026-11-24 03:29:17"}""")]
    public void Nobody_is_dropped_by_a_subject_or_by_what_a_service_calls_soft_or_blocked(string json) =>
        BounceInterpreter.Default.InterpretText(json).Diagnoses.Should().NotContain(one => one.Recommendation == Recommendation.SuppressRecipient);

    [Theory]
    [InlineData("Return-Path: <>\nFrom: Mail Delivery System <Mailer-Daemon@mx.dest.example>\nTo: anna@origin.example\nSubject: Mail delivery failed: returning message to sender\nX-Failed-Recipients: someone@example.net\n\nThis message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  someone@example.net\n    host mx.isp.example [192.0.2.9]\n    SMTP error from remote mail server after RCPT TO:<old@isp.example>:\n    550 5.1.1 User unknown\n")]
    [InlineData("Return-Path: <>\nFrom: MAILER-DAEMON@dest.example\nTo: anna@origin.example\nSubject: Undeliverable mail: plans\n\nFailed to deliver to 'someone@example.net'\nSMTP module(domain example.net) reports:\n return-path is rejected by mail.example.net:\n 550 No such user\n")]
    [InlineData("From: Fred via talk <talk@lists.example>\nTo: talk@lists.example\nSubject: [talk] Strange bounce\nList-Id: <talk.lists.example>\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nHas anyone seen this?\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.dest.example\n\nFinal-Recipient: rfc822; someone@example.net\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 user unknown\n--b--\n")]
    public void Nobody_is_dropped_for_where_his_mail_leads_for_the_sender_or_for_a_report_that_somebody_shows(string mail) =>
        BounceInterpreter.Default.Interpret(Encoding.ASCII.GetBytes(mail)).Diagnoses.Should().NotContain(one => one.Recommendation == Recommendation.SuppressRecipient);

    [Fact]
    public void Each_of_a_list_gets_the_answer_of_his_own_block()
    {
        var mail = "Return-Path: <>\nFrom: Microsoft Outlook <postmaster@origin.example>\nTo: anna@origin.example\nSubject: Undeliverable: plans\n\nDelivery has failed to these recipients or groups:\n\nluc@example.net\neva@example.net\npaul@example.net\n\n"
            + "Diagnostic information for administrators:\n\nGenerating server: EX01.origin.example\n\neva@example.net\nmail.example.net\nRemote Server returned '550 5.1.1 User unknown'\n\nluc@example.net\nmail.example.net\nRemote Server returned '550 5.7.1 Message rejected as spam'\n\n"
            + "paul@example.net\nmail.example.net\nRemote Server returned '452 4.2.2 Mailbox full'\n";

        BounceInterpreter.Default.Interpret(Encoding.ASCII.GetBytes(mail)).Diagnoses.Select(one => (one.FinalRecipient, one.Reason))
            .Should().BeEquivalentTo([("luc@example.net", BounceReason.SpamDetected), ("eva@example.net", BounceReason.UserUnknown), ("paul@example.net", BounceReason.MailboxFull)]);
    }
}
