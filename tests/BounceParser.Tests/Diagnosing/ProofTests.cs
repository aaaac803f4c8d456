using BounceParser.Tests.Support;

namespace BounceParser.Tests.Diagnosing;

/// <summary>What proves that a bounce answers our mail, and what a forged one looks like.</summary>
public sealed class ProofTests
{
    private const string Unknown = "550 5.1.1 User unknown";

    [Fact]
    public void Forged_bounce_is_diagnosed_and_visibly_proves_nothing()
    {
        var report = Mail.Report(Mail.Failed("victim@dest.example", Unknown), returned: "Subject: news\n\nx\n", headers: "To: list@origin.example\n").Interpret();

        report.Diagnoses.Should().ContainSingle().Which.Reason.Should().Be(BounceReason.UserUnknown);
        report.Proof.Should().Be(BounceProof.None);
        report.ReturnPath.Should().Be(new ReturnPath { Address = "list@origin.example" });
    }

    [Fact]
    public void Envelope_id_and_message_id_are_proofs_to_compare()
    {
        var report = Mail.Report("Original-Envelope-Id: m1-42\n\n" + Mail.Failed("paul@dest.example", Unknown)).Interpret();

        (report.EnvelopeId, report.Original.MessageId).Should().Be(("m1-42", "1@origin.example"));
        report.Proof.Should().Be(BounceProof.EnvelopeId | BounceProof.MessageId);
    }

    [Theory]
    [InlineData("To: bounces+paul=dest.example@list.example\n")]
    [InlineData("Delivered-To: bounces+paul=dest.example@list.example\nTo: list@list.example\n")]
    [InlineData("X-Original-To: <bounces+paul=dest.example@list.example>\nTo: list@list.example\n")]
    [InlineData("To: \"The list\" <bounces+paul=dest.example@list.example>\n")]
    public void Variable_return_path_names_the_recipient_as_the_sender_wrote_it(string headers)
    {
        var report = Mail.Report(Mail.Failed("paul@dest.example", Unknown), headers: headers).Interpret();

        report.ReturnPath!.Recipient.Should().Be("paul@dest.example");
        report.Proof.Should().HaveFlag(BounceProof.Verp);
        report.Diagnoses[0].OriginalRecipient.Should().Be("paul@dest.example");
        report.Diagnoses[0].Recommendation.Should().Be(Recommendation.SuppressRecipient);
    }

    [Fact]
    public void Returned_return_path_tells_it_where_no_header_does() =>
        Mail.Report(Mail.Failed("paul@dest.example", Unknown), returned: "Return-Path: <prvs=0123a1b2c3=anna@origin.example>\nSubject: x\n\nx\n").Interpret()
            .ReturnPath.Should().Be(new ReturnPath { Address = "prvs=0123a1b2c3=anna@origin.example", Sender = "anna@origin.example", BatvSignature = "0123a1b2c3" });

    [Fact]
    public void Another_recipient_than_the_one_written_to_is_behind_a_forward()
    {
        var report = Mail.Report(Mail.Failed("paul@home.example", Unknown), headers: "To: bounces+paul=dest.example@list.example\n").Interpret();

        var diagnosis = report.Diagnoses.Should().ContainSingle().Subject;
        (diagnosis.FinalRecipient, diagnosis.OriginalRecipient).Should().Be(("paul@home.example", "paul@dest.example"));
        diagnosis.Recommendation.Should().Be(Recommendation.ReviewByHand);
    }

    [Fact]
    public void Bounce_that_names_nobody_is_known_by_its_return_path()
    {
        var report = Mail.Interpret("""
            Return-Path: <>
            From: MAILER-DAEMON@mx.dest.example
            To: bounces+paul=dest.example@list.example
            Subject: failure notice

            Your message could not be delivered: 550 5.1.1 User unknown
            """);

        var diagnosis = report.Diagnoses.Should().ContainSingle().Subject;
        (diagnosis.FinalRecipient, diagnosis.OriginalRecipient, diagnosis.RecipientSource).Should().Be((null, "paul@dest.example", RecipientSource.Unknown));
        diagnosis.Recommendation.Should().Be(Recommendation.ReviewByHand);
    }

    [Fact]
    public void Redacted_complaint_is_known_by_its_return_path()
    {
        var report = Mail.Interpret("""
            From: feedback@dest.example
            To: abuse@list.example
            Subject: complaint
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=feedback-report; boundary="b"

            --b
            Content-Type: message/feedback-report

            Feedback-Type: abuse
            User-Agent: x/1
            Version: 1
            Original-Mail-From: <bounces+paul=dest.example@list.example>
            Original-Rcpt-To: redacted@dest.example

            --b--
            """);

        report.ReturnPath!.Recipient.Should().Be("paul@dest.example");
        report.Diagnoses[0].Recommendation.Should().Be(Recommendation.ReviewByHand);
    }

    [Fact]
    public void Key_is_the_same_for_the_same_bounce_and_differs_for_another_fate()
    {
        var failed = Mail.Report(Mail.Failed("Paul@dest.example", Unknown));
        var again = Mail.Report(Mail.Failed("paul@dest.example", "550 5.1.1 gone"));
        var delayed = Mail.Report(Mail.Failed("paul@dest.example", Unknown).Replace("failed", "delayed", StringComparison.Ordinal));

        failed.Interpret().Key.Should().Be("mx.dest.example|1@origin.example|paul@dest.example=Failed").And.Be(again.Interpret().Key);
        delayed.Interpret().Key.Should().NotBe(failed.Interpret().Key);
    }

    [Theory]
    [InlineData("Subject: lunch\nFrom: anna@origin.example\n\nsee you at noon\n")]
    [InlineData("Subject: Out of office\nAuto-Submitted: auto-replied\n\nI am away.\n")]
    [InlineData("550 5.1.1 User unknown")]
    [InlineData("")]
    public void Report_that_tells_neither_a_mail_nor_a_recipient_has_no_key(string mail) => Mail.Interpret(mail).Key.Should().BeNull();
}
