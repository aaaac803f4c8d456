namespace BounceParser.Tests.Samples;

public sealed class SmtpRefusalTests
{
    [Theory]
    [InlineData("RCPT TO", "550 5.1.1 <l.martin@dest.example>: Recipient address rejected: User unknown in virtual mailbox table",
        "l.martin@dest.example: UserUnknown, Permanent, SuppressRecipient")]
    [InlineData("RCPT TO", "450 4.2.0 <l.martin@dest.example>: Recipient address rejected: Greylisted, please try again in 300 seconds",
        "l.martin@dest.example: Greylisted, Transient, RetryLater")]
    [InlineData("MAIL FROM", "554 sorry, your envelope sender is in my badmailfrom list (#5.7.1)", ": SenderRejected, Permanent, FixSenderSetup")]
    public async Task Sample_tells_why_the_server_refused(string command, string reply, string told)
    {
        using var server = new RefusingServer(command, reply);

        var run = await Sample.RunAsync("SmtpRefusal", "127.0.0.1", $"{server.Port}", "news@list.example", "l.martin@dest.example");

        run.Error.Should().BeEmpty();
        run.ExitCode.Should().Be(1);
        run.Output.Should().StartWith(told).And.Contain("\n- ");
    }
}
