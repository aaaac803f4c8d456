using System.Text;
using BounceParser.Tests.Support;

namespace BounceParser.Tests.Diagnosing;

/// <summary>Bounces of bounces, copies to the postmaster, bounces that a person forwards.</summary>
public sealed class NestedTests
{
    private static readonly string Inner = Encoding.UTF8.GetString(Mail.Report(Mail.Failed("paul@dest.example", "550 5.1.1 User unknown"), headers: "To: ghost@origin.example\n"));

    [Fact]
    public void Bounce_of_a_bounce_is_diagnosed_and_suppresses_nobody()
    {
        var report = Mail.Report(Mail.Failed("ghost@origin.example", "550 5.1.1 User unknown"), returned: Inner.Replace("\"b\"", "\"i\"", StringComparison.Ordinal).Replace("--b", "--i", StringComparison.Ordinal)).Interpret();

        report.IsDoubleBounce.Should().BeTrue();
        var outer = report.Diagnoses.Should().ContainSingle().Subject;
        (outer.FinalRecipient, outer.Reason, outer.Recommendation).Should().Be(("ghost@origin.example", BounceReason.UserUnknown, Recommendation.ReviewByHand));
        report.Nested!.Diagnoses.Should().ContainSingle().Which.FinalRecipient.Should().Be("paul@dest.example");
        report.Nested.Nested.Should().BeNull();
    }

    [Fact]
    public void Double_bounce_of_qmail_holds_the_first_one()
    {
        var report = Mail.Interpret("""
            Return-Path: <#@[]>
            Received: (qmail 1 invoked for bounce); 2 Nov 2026 10:00:00 -0000
            From: MAILER-DAEMON@mail.origin.example
            To: postmaster@mail.origin.example
            Subject: failure notice

            Hi. This is the qmail-send program at mail.origin.example.
            I tried to deliver a bounce message to this address, but the bounce bounced!

            <ghost@origin.example>:
            Sorry, no mailbox here by that name. vpopmail (#5.1.1)

            --- Below this line is the original bounce.

            Return-Path: <>
            Received: (qmail 2 invoked for bounce); 2 Nov 2026 09:00:00 -0000
            Date: 2 Nov 2026 09:00:00 -0000
            From: MAILER-DAEMON@mail.origin.example
            To: ghost@origin.example
            Subject: failure notice

            Hi. This is the qmail-send program at mail.origin.example.
            I'm afraid I wasn't able to deliver your message to the following addresses.
            This is a permanent error; I've given up. Sorry it didn't work out.

            <paul@dest.example>:
            192.0.2.1 does not like recipient.
            Remote host said: 550 5.1.1 User unknown
            Giving up on 192.0.2.1.

            --- Below this line is a copy of the message.

            Return-Path: <ghost@origin.example>
            Subject: x

            x
            """);

        report.IsDoubleBounce.Should().BeTrue();
        report.Diagnoses.Should().ContainSingle().Which.Should().Match<Diagnosis>(outer => outer.FinalRecipient == "ghost@origin.example" && outer.Recommendation == Recommendation.ReviewByHand);
        report.Nested!.Diagnoses.Should().ContainSingle().Which.FinalRecipient.Should().Be("paul@dest.example");
    }

    [Fact]
    public void Copy_for_the_postmaster_suppresses_nobody()
    {
        var report = Mail.Report(Mail.Failed("paul@dest.example", "550 5.1.1 User unknown"), headers: "To: postmaster@origin.example\n",
            text: "This is the mail system at host mx.origin.example.\n\nYour message could not be delivered\n\n<paul@dest.example>: 550 5.1.1 User unknown");
        var copy = Encoding.UTF8.GetString(report).Replace("Subject: Undelivered", "Subject: Postmaster Copy: Undelivered", StringComparison.Ordinal);

        Mail.Interpret(copy).Should().Match<BounceReport>(read => read.IsDoubleBounce && read.Diagnoses.Count == 1 && read.Diagnoses[0].Recommendation == Recommendation.ReviewByHand);
    }

    [Fact]
    public void Policy_drops_nobody_for_a_double_bounce()
    {
        var willing = new BounceInterpreter(new BounceParserOptions { Policy = _ => Recommendation.SuppressRecipient });
        var mail = Mail.Report(Mail.Failed("ghost@origin.example", "550 5.1.1 User unknown"), returned: "Return-Path: <>\nFrom: MAILER-DAEMON@origin.example\nSubject: failure notice\n\nx\n");

        willing.Interpret(mail).Diagnoses[0].Recommendation.Should().Be(Recommendation.ReviewByHand);
    }

    [Fact]
    public void Bounce_that_a_person_forwards_leaves_the_mail_ordinary_and_can_be_read()
    {
        var report = Mail.Interpret($"""
            From: anna@origin.example
            To: support@origin.example
            Subject: Fwd: que veut dire ceci ?
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="outer"

            --outer
            Content-Type: text/plain

            Bonjour, j'ai reçu ceci.
            --outer
            Content-Type: message/rfc822
            Content-Disposition: attachment

            {Inner}
            --outer
            Content-Type: message/rfc822
            Content-Disposition: attachment

            From: paul@dest.example
            Subject: bonjour

            salut
            --outer--
            """);

        (report.Kind, report.Diagnoses.Count).Should().Be((BounceKind.NotABounce, 0));
        report.AttachedReports.Should().ContainSingle().Which.Diagnoses.Should().ContainSingle().Which.FinalRecipient.Should().Be("paul@dest.example");
    }
}
