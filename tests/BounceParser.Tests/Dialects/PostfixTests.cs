using BounceParser.Dialects;

namespace BounceParser.Tests.Dialects;

public sealed class PostfixTests
{
    [Fact]
    public void A_wrapped_line_gives_address_alias_and_words()
    {
        var evidence = DialectRegistry.Read(DialectSamples.Whole(DialectSamples.Postfix))!;
        evidence.ReportingMta.Should().Be("mail.origin.example");
        evidence.Recipients.Should().HaveCount(2);
        var first = evidence.Recipients[0];
        (first.FinalRecipient, first.Alias, first.Action).Should().Be(("l.martin@dest79.example", "staff@origin.example", DsnAction.Failed));
        first.DiagnosticText.Should().StartWith("host dest79.example[198.51.100.140] said: 550 5.1.1").And.EndWith("(in reply to RCPT TO command)");
        evidence.Recipients[1].FinalRecipient.Should().Be("else@dest80.example");
    }

    [Fact]
    public void A_warning_is_a_delay()
    {
        var evidence = DialectRegistry.Read(DialectSamples.Whole(
            """
            This is the mail system at host mail.origin.example.

            ####################################################################
            # THIS IS A WARNING ONLY.  YOU DO NOT NEED TO RESEND YOUR MESSAGE. #
            ####################################################################

            Your message could not be delivered for more than 4 hour(s).
            It will be retried until it is 5 day(s) old.

            <a@dest.example>: connect to dest.example[192.0.2.1]:25: Connection timed out
            """))!;
        evidence.Recipients.Should().ContainSingle().Which.Action.Should().Be(DsnAction.Delayed);
    }

    [Fact]
    public void One_line_alone_is_read()
    {
        var evidence = DialectRegistry.Read(DialectSamples.Pasted(
            "<a@dest.example>: host mx.dest.example[192.0.2.1] said: 550 sorry, no mailbox here by that name (#5.1.1) (in reply to RCPT TO command)"))!;
        evidence.Dialect.Should().Be("postfix");
        evidence.Recipients.Should().ContainSingle().Which.FinalRecipient.Should().Be("a@dest.example");
    }

    [Fact]
    public void A_page_that_lost_the_brackets_is_read()
    {
        var evidence = DialectRegistry.Read(DialectSamples.Pasted(
            """
            This is the mail system at host mail.origin.example.

            a@dest.example: host mx.dest.example[192.0.2.1] said: 550 5.1.1
                no mailbox here by that name (in reply to RCPT TO command)
            """))!;
        var recipient = evidence.Recipients.Should().ContainSingle().Subject;
        recipient.FinalRecipient.Should().Be("a@dest.example");
        recipient.DiagnosticText.Should().StartWith("host mx").And.EndWith("command)");
    }

    [Fact]
    public void The_address_in_a_reply_is_not_taken_for_the_recipient_line()
    {
        var evidence = DialectRegistry.Read(DialectSamples.Pasted(
            "host mx.dest.example[192.0.2.1] said: 550 5.1.1 <a@dest.example>: Recipient address rejected (in reply to RCPT TO command)"))!;
        var recipient = evidence.Recipients.Should().ContainSingle().Subject;
        recipient.FinalRecipient.Should().BeNull();
        recipient.DiagnosticText.Should().StartWith("host mx");
    }

    [Fact]
    public void The_postmasters_copy_is_a_double_bounce() =>
        DialectRegistry.Read(DialectSamples.Whole(DialectSamples.Postfix, "Postmaster Copy: Undelivered Mail"))!.IsDoubleBounce.Should().BeTrue();
}
