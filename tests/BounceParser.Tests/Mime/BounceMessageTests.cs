using System.Text;
using BounceParser.Mime;

namespace BounceParser.Tests.Mime;

public sealed class BounceMessageTests
{
    private const string Report = "multipart/report; report-type=delivery-status";
    private const string Words = "Content-Type: text/plain\n\nIt failed.\n";
    private const string Status = "Content-Type: message/delivery-status\n\nReporting-MTA: dns; a.example\n\nFinal-Recipient: rfc822; b@c.example\nAction: failed\nStatus: 5.1.1\n";
    private const string Original = "Content-Type: message/rfc822\n\nFrom: x@origin.example\nSubject: =?utf-8?q?Caf=C3=A9?=\n\nhello\n";

    [Fact]
    public void Reads_the_words_the_report_and_what_came_back()
    {
        var mail = MailText.Multipart(Report, Words, Status, Original);
        mail.ContentType.Should().Be("multipart/report");
        mail.ReportType.Should().Be("delivery-status");
        mail.Text.Trim().Should().Be("It failed.");
        mail.DeliveryStatus.AsText().Should().Contain("Final-Recipient").And.NotContain("Subject");
        mail.Returned!.DecodedHeader("subject").Should().Be("Café");
        mail.Returned.Header("SUBJECT").Should().Be("=?utf-8?q?Caf=C3=A9?=");
        mail.Returned!.IsReport().Should().BeFalse();
        mail.AttachedMessage.Should().BeNull();
        mail.IsTruncated.Should().BeFalse();
    }

    [Theory]
    [InlineData("From: a@b.example\nSent: Monday\nSubject: c\nHello: this is text.\n", "")]
    [InlineData("From: a@b.example\nSent: Monday\nSubject: c\nHello, this is text.\nNote: more\n", "Hello, this is text.\nNote: more")]
    [InlineData("From: a@b.example\r\nSubject: c\r\nHello,\r\n this is text.\r\n\r\nMore\r\n", "Hello,\n this is text.\n\nMore")]
    [InlineData("From: a@b.example\nno header\nSubject: c\n\nHello\n", "Hello")]
    public void Text_begins_where_no_header_of_a_mail_follows(string mail, string text)
    {
        var read = BounceMessage.Read(Encoding.ASCII.GetBytes(mail), MailText.Options)!;
        read.Text.Trim().Should().Be(text);
        (read.Header("from"), read.Header("subject")).Should().Be(("a@b.example", "c"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\0\0")]
    [InlineData("\r")]
    [InlineData("From ")]
    [InlineData("From a@b.example Tue Nov 24 04:02:47 2026\n")]
    [InlineData("550 5.1.1 User unknown")]
    [InlineData("554 Message not allowed - [299]\nsender: x@origin.example, rcpt: b@c.example\n")]
    [InlineData("Hello, this is text.\n\nSubject: not a header\n")]
    [InlineData("Final-Recipient: rfc822; a@b.example\nAction: failed\n")]
    public void What_has_no_headers_of_a_mail_is_no_mail(string text) =>
        BounceMessage.Read(Encoding.Latin1.GetBytes(text), MailText.Options).Should().BeNull();

    [Fact]
    public void Headers_are_unfolded_and_found_in_any_case()
    {
        var mail = MailText.Read("Received: one\r\nSubject: failure\r\n\tnotice\r\nRECEIVED: two\r\nX-Empty:\r\n\r\nbody");
        mail.Header("subject").Should().Be("failure notice");
        mail.Headers("Received").Should().Equal("one", "two");
        mail.Header("x-empty").Should().BeEmpty();
        mail.Header("x-none").Should().BeNull();
    }

    [Theory]
    [InlineData("Subject: =?iso-8859-1?Q?Message_non_remis_=E0?=", "Message non remis à")]
    [InlineData("Subject: Message non remis \xE0", "Message non remis à")]
    [InlineData("Subject: Message non remis \xC3\xA0", "Message non remis à")]
    [InlineData("Subject: plain", "plain")]
    public void Decodes_a_subject(string header, string expected) => MailText.Read(header + "\n\nx").DecodedHeader("Subject").Should().Be(expected);

    [Fact]
    public void Skips_the_mbox_line_and_blank_lines() =>
        MailText.Read("\r\n\nFrom MAILER-DAEMON Tue Nov 24 04:02:47 2026\nSubject: x\n\nbody").Header("subject").Should().Be("x");

    [Fact]
    public void A_report_within_multipart_mixed_is_found() =>
        MailText.Multipart("multipart/mixed", "Content-Type: text/plain\n\nscanned\n",
            "Content-Type: multipart/report; report-type=delivery-status; boundary=c\n\n--c\n" + Words + "\n--c\n" + Status + "\n--c--\n")
            .Should().Match<BounceMessage>(mail => mail.DeliveryStatus != null && mail.ReportType == "delivery-status" && mail.Text.Contains("It failed."));

    [Fact]
    public void A_report_inside_an_attached_mail_is_not_of_this_mail()
    {
        var mail = MailText.Multipart("multipart/mixed", "Content-Type: text/plain\n\nSee below.\n",
            "Content-Type: message/rfc822\n\nFrom: MAILER-DAEMON@a.example\nContent-Type: multipart/report; boundary=c\n\n--c\n" + Words + "\n--c\n" + Status + "\n--c--\n");
        mail.DeliveryStatus.Should().BeNull();
        mail.Text.Trim().Should().Be("See below.");
        mail.AttachedMessage.AsText().Should().StartWith("From: MAILER-DAEMON").And.Contain("Final-Recipient");
        mail.Returned!.IsReport().Should().BeTrue();
    }

    [Fact]
    public void Several_reports_are_joined() =>
        MailText.Multipart(Report, Words, Status, Status.Replace("b@c", "d@c")).DeliveryStatus.AsText().Should().Contain("b@c.example").And.Contain("d@c.example").And.Contain("\n\n");

    [Fact]
    public void A_report_that_is_labelled_as_text_is_a_report()
    {
        var mail = MailText.Multipart(Report, Words, Status.Replace("message/delivery-status", "text/plain"), "Content-Type: text/plain\n\nReceived: by a\nFrom: x@origin.example\nSubject: old\n");
        mail.DeliveryStatus.AsText().Should().Contain("Final-Recipient");
        mail.Returned!.Header("subject").Should().Be("old");
        mail.Text.Trim().Should().Be("It failed.");
    }

    [Fact]
    public void Encoded_parts_are_decoded()
    {
        var mail = MailText.Multipart(Report,
            "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nbo=C3=AEte pleine=\n !\n",
            "Content-Type: message/delivery-status\nContent-Transfer-Encoding: base64\n\n" + Convert.ToBase64String(Encoding.ASCII.GetBytes("Final-Recipient: rfc822; a@b.example\n")) + "\n",
            "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n" + Convert.ToBase64String(Encoding.ASCII.GetBytes("Subject: hidden\n\nx")) + "\n");
        mail.Text.Trim().Should().Be("boîte pleine !");
        mail.DeliveryStatus.AsText().Trim().Should().Be("Final-Recipient: rfc822; a@b.example");
        mail.Returned!.Header("subject").Should().Be("hidden");
    }

    [Fact]
    public void Reads_complaints_and_notifications()
    {
        MailText.Multipart("multipart/report; report-type=feedback-report", Words, "Content-Type: message/feedback-report\n\nFeedback-Type: abuse\n").FeedbackReport.AsText().Should().Contain("abuse");
        MailText.Multipart("multipart/report; report-type=disposition-notification", Words, "Content-Type: message/disposition-notification\n\nDisposition: x; displayed\n").DispositionNotification.AsText().Should().Contain("displayed");
    }

    [Fact]
    public void A_mail_that_is_a_delivery_status_itself_is_read() =>
        MailText.Read("Subject: x\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; a\n\nFinal-Recipient: rfc822; b@c.example\n").DeliveryStatus.AsText().Should().Contain("b@c.example");

    [Fact]
    public void The_first_piece_of_a_split_mail_is_read_as_the_mail_within()
    {
        var mail = MailText.Read("From: a@b.example\nContent-Type: message/partial; id=x; number=1; total=2\n\nFrom: MAILER-DAEMON@a.example\nSubject: failure notice\n\nHi. This is the qmail-send program\n");
        mail.Header("subject").Should().Be("failure notice");
        mail.Text.Should().StartWith("Hi. This is");
    }

    [Fact]
    public void A_returned_part_without_headers_is_nothing() =>
        MailText.Multipart(Report, Words, Status, "Content-Type: message/rfc822\n\n[removed]\n").Returned.Should().BeNull();

    [Theory]
    [InlineData("\n\n---- copy ----\n\nReturn-Path: <a@b.example>\nSubject: one\n\nbody")]
    [InlineData("> Return-Path: <a@b.example>\n> Subject: one\n>\n> Subject: two")]
    [InlineData("   Subject: one\n   To: x\n\n   Subject: two")]
    public void Returned_headers_are_found_in_the_text(string text) => ReturnedMessage.FromText(text, 0).Header("subject").Should().Be("one");
}
