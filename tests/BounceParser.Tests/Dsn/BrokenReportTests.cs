using System.Text;
using BounceParser.Tests.Mime;

namespace BounceParser.Tests.Dsn;

/// <summary>Whole mails whose report breaks the rules of RFC 3464, in ways that programs have.</summary>
public sealed class BrokenReportTests
{
    private const string Words = "Content-Type: text/plain\n\n";
    private const string Status = "Content-Type: message/delivery-status\n\n";
    private const string Returned = "Content-Type: message/rfc822\n\nFrom: anna@origin.example\nTo: l.martin@dest.example\nSubject: bonjour\n\nBonjour\n";

    private static BounceReport Read(params string[] parts) => BounceInterpreter.Default.Interpret(Encoding.UTF8.GetBytes(MailText.Bytes("multipart/report; report-type=delivery-status", parts)));

    private static Diagnosis Only(params string[] parts) => Read(parts).Diagnoses.Should().ContainSingle().Subject;

    [Fact]
    public void Status_without_meaning_and_a_text_that_tells()
    {
        var one = Only(Words + "Your message to <l.martin@dest.example> was not delivered.\n\nmx.dest.example said: 550 5.1.1 No such user here\n", Status + "Reporting-MTA: dns; mail.origin.example\n\nFinal-Recipient: rfc822; l.martin@dest.example\nAction: failed\nStatus: 5.0.0\n");
        one.Status.ToString().Should().Be("5.1.1");
        one.Reply!.Code.Should().Be(550);
        one.Reason.Should().Be(BounceReason.UserUnknown);
        one.ReportedStatus.ToString().Should().Be("5.0.0");
    }

    [Fact]
    public void Reply_whose_code_was_lost_in_folding()
    {
        var one = Only(Words + "Delivery failed.\n", Status + "Reporting-MTA: dns; mail.origin.example\n\nFinal-Recipient: rfc822; l.martin@dest.example\nAction: failed\nStatus: 5.2.2\nDiagnostic-Code: smtp;\n mailbox is full,\n\tover quota\n");
        one.DiagnosticText.Should().Be("mailbox is full, over quota");
        one.Reason.Should().Be(BounceReason.MailboxFull);
    }

    [Fact]
    public void Fields_run_together_without_any_blank_line()
    {
        var report = Read(Words + "Delivery failed.\n", Status + "Reporting-MTA: dns; mail.origin.example\nFinal-Recipient: rfc822; a@dest.example\nAction: failed\nStatus: 5.1.1\nFinal-Recipient: rfc822; b@dest.example\nAction: delayed\nStatus: 4.2.2\n");
        report.Diagnoses.Select(one => (one.FinalRecipient, one.Action, one.Status.ToString())).Should().Equal(("a@dest.example", DsnAction.Failed, "5.1.1"), ("b@dest.example", DsnAction.Delayed, "4.2.2"));
    }

    [Fact]
    public void Action_in_capitals_or_with_words_or_missing()
    {
        Only(Words + "x\n", Status + "Final-Recipient: rfc822; a@dest.example\nAction: FAILED\nStatus: 5.1.1\n").Action.Should().Be(DsnAction.Failed);
        Only(Words + "x\n", Status + "Final-Recipient: rfc822; a@dest.example\nAction: Delayed (still trying)\nStatus: 4.1.1\n").Action.Should().Be(DsnAction.Delayed);
        Only(Words + "x\n", Status + "Final-Recipient: rfc822; a@dest.example\nStatus: 5.1.1\n").Action.Should().Be(DsnAction.Failed);
    }

    [Fact]
    public void A_delay_that_only_the_text_tells_is_no_failure()
    {
        var one = Only(Words + "Your message to l.martin@dest.example has been delayed. We will keep trying.\n", Status + "Final-Recipient: rfc822; l.martin@dest.example\nStatus: 4.4.7\n");
        one.Action.Should().Be(DsnAction.Delayed);
        one.Recommendation.Should().NotBe(Recommendation.SuppressRecipient);
    }

    [Fact]
    public void A_report_nested_in_a_report_tells_of_the_outer_recipient()
    {
        var inner = "Content-Type: message/rfc822\n\nReturn-Path: <>\nFrom: MAILER-DAEMON@mail.origin.example\nTo: bounces@origin.example\nSubject: Undelivered Mail\nContent-Type: multipart/report; report-type=delivery-status; boundary=c\n\n--c\nContent-Type: text/plain\n\nnot delivered\n--c\n"
            + Status + "Final-Recipient: rfc822; inner@dest.example\nAction: failed\nStatus: 5.1.1\n\n--c--\n";
        var report = Read(Words + "Delivery failed.\n", Status + "Final-Recipient: rfc822; bounces@origin.example\nAction: failed\nStatus: 5.1.1\n", inner);
        report.Diagnoses.Should().ContainSingle().Which.FinalRecipient.Should().Be("bounces@origin.example");
        report.Diagnoses[0].Recommendation.Should().NotBe(Recommendation.SuppressRecipient, "a bounce that bounced is about an address of our own");
    }

    [Fact]
    public void A_digest_of_reports_is_no_report()
    {
        var parts = Enumerable.Range(1, 3).Select(number => $"\nFrom: MAILER-DAEMON@mx{number}.dest.example\nSubject: Undelivered Mail\nDate: Mon, 2 Nov 2026 10:00:00 +0100\n\n<l.martin@dest.example>: 550 5.1.1 User unknown\n").ToArray();
        var mail = "From: list-owner@listes.example\nTo: anna@origin.example\nSubject: bounces of the week\nMIME-Version: 1.0\nContent-Type: multipart/digest; boundary=b\n\n" + string.Concat(parts.Select(part => "--b\n" + part)) + "--b--\n";
        BounceInterpreter.Default.Interpret(Encoding.UTF8.GetBytes(mail)).Kind.Should().Be(BounceKind.NotABounce);
    }

    [Fact]
    public void An_original_in_uuencode_or_winmail_is_passed_over()
    {
        var uuencoded = "Your message to <l.martin@dest.example> could not be delivered: 550 5.1.1 User unknown\n\nbegin 644 original.eml\n#0V%T\n`\nend\n";
        Only(Words + uuencoded).FinalRecipient.Should().Be("l.martin@dest.example");
        var winmail = "Content-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\neJ8+IgAAAQOQBgA4DQAAJwAAAAMAFw4=\n";
        Only(Words + "Your message to <l.martin@dest.example> could not be delivered: 550 5.1.1 User unknown\n", winmail).Reason.Should().Be(BounceReason.UserUnknown);
    }

    [Fact]
    public void A_report_in_the_text_alone_is_read()
    {
        var mail = "From: MAILER-DAEMON@mail.origin.example\nSubject: Delivery failure\nTo: anna@origin.example\n\nReporting-MTA: dns; mail.origin.example\n\nFinal-Recipient: l.martin@dest.example\nAction: failed\nStatus: 5.2.1\nDiagnostic-Code: 550 account disabled\n";
        var one = BounceInterpreter.Default.Interpret(Encoding.UTF8.GetBytes(mail)).Diagnoses.Should().ContainSingle().Subject;
        one.FinalRecipient.Should().Be("l.martin@dest.example");
        one.Reason.Should().Be(BounceReason.MailboxDisabled);
    }

    [Fact]
    public void Status_part_labelled_as_plain_text_or_base64_is_read()
    {
        Only(Words + "Delivery failed.\n", Words + "Reporting-MTA: dns; mail.origin.example\n\nFinal-Recipient: rfc822; l.martin@dest.example\nAction: failed\nStatus: 5.1.1\n").FinalRecipient.Should().Be("l.martin@dest.example");
        var encoded = Convert.ToBase64String("Final-Recipient: rfc822; l.martin@dest.example\nAction: failed\nStatus: 5.1.1\n"u8);
        Only(Words + "Delivery failed.\n", "Content-Type: message/delivery-status\nContent-Transfer-Encoding: base64\n\n" + encoded + "\n", Returned).Status.ToString().Should().Be("5.1.1");
    }

    [Fact]
    public void A_report_that_names_nobody_takes_the_name_from_the_text()
    {
        var one = Only(Words + "The following recipient could not be reached:\n\n  l.martin@dest.example\n", Status + "Reporting-MTA: dns; mail.origin.example\nAction: failed\nStatus: 5.1.1\n");
        one.FinalRecipient.Should().Be("l.martin@dest.example");
        one.Status.ToString().Should().Be("5.1.1");
    }

    [Theory]
    [InlineData("Final-Recipient: RFC822;<l.martin@dest.example>")]
    [InlineData("Final-Recipient: l.martin@dest.example")]
    [InlineData("Final-Recipient: rfc822; \"l.martin\"@dest.example")]
    [InlineData("Final-Recipient: rfc822;@relay.example:l.martin@dest.example")]
    [InlineData("final-recipient : rfc822 ; l.martin@dest.example (Luc)")]
    [InlineData("Original-Recipient: rfc822;l.martin@dest.example")]
    [InlineData("X-Actual-Recipient: rfc822; l.martin@dest.example")]
    [InlineData("Final-Recipient: smtp;l.martin@dest.example")]
    public void Recipients_are_found_however_they_are_written(string field) =>
        Only(Words + "x\n", Status + field + "\nAction: failed\nStatus: 5.1.1\n").FinalRecipient!.Replace("\"", "").Should().Be("l.martin@dest.example");
}
