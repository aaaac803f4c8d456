using BounceParser.Dialects;
using BounceParser.Smtp;

namespace BounceParser.Tests.Smtp;

public sealed class SmtpCommandTests
{
    [Theory]
    [InlineData("RCPT TO:<a@b.example>", SmtpStage.RcptTo)]
    [InlineData("rcpt", SmtpStage.RcptTo)]
    [InlineData("MAIL FROM:<>", SmtpStage.MailFrom)]
    [InlineData("EHLO mx.example", SmtpStage.Ehlo)]
    [InlineData("AUTH PLAIN", SmtpStage.Auth)]
    [InlineData("STARTTLS", SmtpStage.StartTls)]
    [InlineData("Authentication failed", SmtpStage.Unknown)]
    [InlineData("QUIT", SmtpStage.Unknown)]
    [InlineData("", SmtpStage.Unknown)]
    public void Step_of_a_command_wherever_it_is_written(string command, SmtpStage stage)
    {
        SmtpCommand.Stage(command).Should().Be(stage);
        SessionCommand.Stage(" " + command).Should().Be(stage);
    }

    [Fact]
    public void A_log_names_the_command_that_was_answered_while_below_DATA_a_transcript_shows_answers_to_any()
    {
        SmtpCommand.Stage("DATA").Should().Be(SmtpStage.Data);
        SessionCommand.Stage("DATA").Should().Be(SmtpStage.Unknown);
        SessionCommand.Stage(".").Should().Be(SmtpStage.EndOfData);
    }
}
