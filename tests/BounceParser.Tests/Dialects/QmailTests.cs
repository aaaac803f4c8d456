using BounceParser.Dialects;
using BounceParser.Tests.Support;

namespace BounceParser.Tests.Dialects;

public sealed class QmailTests
{
    [Fact]
    public void The_words_of_the_other_server_stand_apart_from_its_own()
    {
        var recipient = DialectRegistry.Read(DialectSamples.Whole(DialectSamples.Qmail))!.Recipients[0];
        recipient.FinalRecipient.Should().Be("l.martin@dest79.example");
        recipient.DiagnosticText.Should().Be("550-5.1.1 No such\n550 5.1.1 user here");
        recipient.Comment.Should().Be("198.51.100.140 does not like recipient.");
        recipient.Stage.Should().Be(SmtpStage.RcptTo);
        recipient.RemoteMta.Should().Be("198.51.100.140");
        recipient.Action.Should().Be(DsnAction.Failed);
    }

    [Fact]
    public void An_expired_message_says_so_and_keeps_its_cause()
    {
        var recipient = DialectRegistry.Read(DialectSamples.Whole(DialectSamples.Qmail))!.Recipients[1];
        recipient.Expired.Should().BeTrue();
        recipient.DiagnosticText.Should().Be("451 4.7.1 Try again");
        recipient.Stage.Should().Be(SmtpStage.MailFrom);
    }

    [Fact]
    public void A_recipient_whose_brackets_were_lost_is_not_the_one_of_the_reply()
    {
        var recipient = DialectRegistry.Read(new BounceText { Text = "Hi. This is the qmail-send program at ns1.origin.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\nchoir@lists.dest.example:\n192.0.2.130 does not like recipient.\nRemote host said: 554 choir@old.dest.example: Relay access denied\nGiving up on 192.0.2.130.\n" })!.Recipients.Should().ContainSingle().Subject;
        (recipient.FinalRecipient, recipient.DiagnosticText).Should().Be(("choir@lists.dest.example", "554 choir@old.dest.example: Relay access denied"));
    }

    [Fact]
    public void The_returned_message_names_no_recipient()
    {
        var evidence = DialectRegistry.Read(DialectSamples.Whole(DialectSamples.Qmail))!;
        evidence.Recipients.Should().HaveCount(2);
        DialectSamples.Qmail[evidence.OriginalStart!.Value..].Should().StartWith("Return-Path:");
        evidence.ReportingMta.Should().Be("mail.origin.example");
    }

    [Fact]
    public void A_bounce_of_a_bounce_is_double()
    {
        var evidence = DialectRegistry.Read(DialectSamples.Whole(
            "Hi. This is the qmail-send program at origin.example.\nI tried to deliver a bounce message to this address, but the bounce bounced!\n\n<me@origin.example>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is the original bounce.\n\nReturn-Path: <>\n\n<other@dest.example>:\nnothing"))!;
        evidence.IsDoubleBounce.Should().BeTrue();
        evidence.Recipients.Should().ContainSingle().Which.Stage.Should().Be(SmtpStage.LocalDelivery);
    }

    [Theory]
    [InlineData("Sorry, I wasn't able to establish an SMTP connection. (#4.4.1)")]
    [InlineData("Sorry, that domain isn't allowed to be relayed thru this MTA")]
    [InlineData("TLS not available: connect failed: error:00000000:lib(0):func(0):reason(0)")]
    [InlineData("Sorry, no mailbox here by that name. vpopmail (#5.1.1)")]
    public void A_bare_sentence_is_about_somebody_unnamed(string words)
    {
        var evidence = DialectRegistry.Read(DialectSamples.Pasted(words))!;
        evidence.Dialect.Should().Be("qmail");
        var recipient = evidence.Recipients.Should().ContainSingle().Subject;
        recipient.FinalRecipient.Should().BeNull();
        recipient.DiagnosticText.Should().Be(words);
    }

    [Fact]
    public void One_paragraph_alone_is_read()
    {
        var recipient = DialectRegistry.Read(DialectSamples.Pasted("<a@dest.example>:\nSorry, no mailbox here by that name. vpopmail (#5.1.1)"))!.Recipients.Should().ContainSingle().Subject;
        recipient.FinalRecipient.Should().Be("a@dest.example");
        recipient.DiagnosticText.Should().Be("Sorry, no mailbox here by that name. vpopmail (#5.1.1)");
    }

    [Fact]
    public void A_text_without_line_ends_is_read()
    {
        var recipient = DialectRegistry.Read(DialectSamples.Pasted(
            "I'm afraid I wasn't able to deliver your message to the following addresses. <a@dest.example>: 192.0.2.1 does not like recipient. Remote host said: 550 no Giving up on 192.0.2.1."))!.Recipients.Should().ContainSingle().Subject;
        recipient.FinalRecipient.Should().Be("a@dest.example");
        recipient.DiagnosticText.Should().Be("550 no");
    }

    [Fact]
    public void What_became_of_a_forward_ends_nobody_who_was_written_to()
    {
        var diagnosis = Mail.Interpret("Return-Path: <>\nFrom: MAILER-DAEMON@mx.origin.example\nTo: anna@origin.example\nSubject: failure notice\n\nHi. This is the qmail-send program at mx.origin.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<urs@origin.example>:\nForwarded to <u.toggenburg@dest.example>\n192.0.2.5 does not like recipient.\nRemote host said: 550 5.1.1 unknown user\nGiving up on 192.0.2.5.\n").Diagnoses.Should().ContainSingle().Subject;
        (diagnosis.FinalRecipient, diagnosis.OriginalRecipient, diagnosis.Reason, diagnosis.Recommendation).Should().Be(("u.toggenburg@dest.example", "urs@origin.example", BounceReason.UserUnknown, Recommendation.ReviewByHand));
    }

    [Fact]
    public void Underscores_stand_for_blanks_in_lines_of_their_own_too() =>
        DialectRegistry.Read(DialectSamples.Whole("Hi. This is the qmail-send program at mx.origin.example.\n\n<l.martin@dest.example>:\n192.0.2.5_does_not_like_recipient.\nRemote_host_said:_550_5.1.1_User_unknown\nGiving_up_on_192.0.2.5.\n"))!
            .Recipients.Should().ContainSingle().Which.DiagnosticText.Should().Be("550 5.1.1 User unknown");
}
