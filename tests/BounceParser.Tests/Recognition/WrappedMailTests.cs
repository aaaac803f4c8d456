using BounceParser.Tests.Support;

namespace BounceParser.Tests.Recognition;

/// <summary>Bounces that something on the way wrapped, or took the MIME headers from.</summary>
public sealed class WrappedMailTests
{
    private const string Parts = """
        --4X.1605108609/mx.origin.example
        Content-Type: text/plain; charset=us-ascii

        This is the mail system at host mx.origin.example.

        <paul@dest.example>: host mx.dest.example[192.0.2.39] said: 550 5.1.1 No such
            user here (in reply to RCPT TO command)

        --4X.1605108609/mx.origin.example
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.origin.example

        Final-Recipient: rfc822; paul@dest.example
        Action: failed
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 No such user here

        --4X.1605108609/mx.origin.example--
        """;

    [Theory]
    [InlineData("")]
    [InlineData("This is a MIME-encapsulated message.\n\n")]
    public void Parts_are_read_though_the_mail_lost_its_content_type(string preamble)
    {
        var report = Mail.Interpret($"To: anna@origin.example\nSubject: Undelivered Mail Returned to Sender\nDate: Wed, 11 Nov 2020 16:30:10 +0100\n\n{preamble}{Parts}\n");

        report.ReportingMta.Should().Be("mx.origin.example");
        var diagnosis = report.Diagnoses.Should().ContainSingle().Subject;
        diagnosis.FinalRecipient.Should().Be("paul@dest.example");
        diagnosis.ReportedStatus.Should().Be(new EnhancedStatusCode(5, 1, 1));
    }

    [Theory]
    [InlineData("--\nContent-marketing is what we do\n")]
    [InlineData("-- \nContent-Type: is a header\n")]
    [InlineData("--two words\nContent-Type: text/plain\n")]
    [InlineData("--line\nand more\n")]
    public void Dashes_that_are_no_boundary_leave_the_text_as_it_is(string opening) =>
        BounceParser.Mime.BounceMessage.Read(System.Text.Encoding.UTF8.GetBytes($"From: anna@origin.example\nSubject: bonjour\n\n{opening}salut\n"), new BounceParserOptions())!
            .Text.Should().Be($"{opening}salut\n");

    [Theory]
    [InlineData("")]
    [InlineData("*****SPAM***** ")]
    public void Bounce_that_a_filter_marked_as_spam_is_read(string tag)
    {
        var report = Mail.Interpret($"""
            From: Mail Delivery System <Mailer-Daemon@mx.origin.example>
            To: anna@origin.example
            Subject: {tag}Mail delivery failed: returning message to sender
            Message-Id: <outer@mx.origin.example>
            X-Spam-Checker-Version: SpamAssassin 3.4.0 (2014-02-07) on mx.origin.example
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="b"

            --b
            Content-Type: text/plain

            Spam detection software has identified this incoming email as possible spam.

            --b
            Content-Type: message/rfc822; x-spam-type=original

            From: Mail Delivery System <Mailer-Daemon@mx.origin.example>
            To: anna@origin.example
            Subject: Mail delivery failed: returning message to sender

            A message that you sent could not be delivered to one or more of its
            recipients. This is a permanent error. The following address(es) failed:

              paul@dest.example
                host mx.dest.example [192.0.2.9]: 550 5.2.1 This account has been closed

            --b--
            """);

        report.Diagnoses.Should().ContainSingle().Which.FinalRecipient.Should().Be("paul@dest.example");
    }
}
