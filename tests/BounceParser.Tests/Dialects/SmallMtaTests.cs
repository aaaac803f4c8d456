using BounceParser.Dialects;

namespace BounceParser.Tests.Dialects;

public sealed class SmallMtaTests
{
    [Fact]
    public void Courier_shows_host_command_and_answer()
    {
        var recipient = DialectRegistry.Read(DialectSamples.Whole(DialectSamples.Courier))!.Recipients.Should().ContainSingle().Subject;
        (recipient.FinalRecipient, recipient.Stage, recipient.RemoteMta).Should().Be(("l.martin@dest79.example", SmtpStage.RcptTo, "dest79.example [198.51.100.140]"));
        recipient.DiagnosticText.Should().Be("550 5.1.1 <l.martin@dest79.example> User unknown");
    }

    [Fact]
    public void OpenSmtpd_has_a_line_for_each_recipient()
    {
        var recipients = DialectRegistry.Read(DialectSamples.Whole(DialectSamples.OpenSmtpd))!.Recipients;
        recipients.Select(recipient => (recipient.FinalRecipient, recipient.Action, recipient.Expired)).Should().Equal(
            ("l.martin@dest79.example", DsnAction.Failed, false), ("late@dest80.example", DsnAction.Failed, true));
    }

    [Fact]
    public void Dma_names_the_recipient_in_a_sentence()
    {
        var recipient = DialectRegistry.Read(DialectSamples.Whole(DialectSamples.Dma))!.Recipients.Should().ContainSingle().Subject;
        (recipient.FinalRecipient, recipient.Stage).Should().Be(("l.martin@dest79.example", SmtpStage.RcptTo));
        recipient.DiagnosticText.Should().Be("550 5.1.1 <l.martin@dest79.example> User unknown");
    }

    [Fact]
    public void Nullmailer_only_names_the_recipients() =>
        DialectRegistry.Read(DialectSamples.Whole(DialectSamples.Nullmailer))!.Recipients.Should().ContainSingle().Which.FinalRecipient.Should().Be("l.martin@dest79.example");

    [Fact]
    public void Smail_puts_dots_between_address_and_reason() =>
        DialectRegistry.Read(DialectSamples.Whole(DialectSamples.Smail))!.Recipients.Should().ContainSingle().Which.DiagnosticText.Should().Be("unknown user");
}
