namespace BounceParser.Tests.Diagnosing;

/// <summary>A program that sends knows its own sender: a reply that names that address refuses nobody of that name.</summary>
public sealed class OwnSenderTests
{
    private const string Sender = "news@origin.example";

    [Theory]
    [InlineData("<news@origin.example>: no such user")]
    [InlineData("No such user: News@Origin.Example")]
    [InlineData("User unknown (rcpt=<news@origin.example>)")]
    [InlineData("recipient: <news@origin.example> User unknown")]
    [InlineData("The mailbox news@origin.example does not exist")]
    public void Sender_is_never_named_nor_dropped(string text)
    {
        var diagnosis = Interpret(text, Sender);
        (diagnosis.FinalRecipient, diagnosis.Recommendation).Should().Be((null, Recommendation.ReviewByHand));
    }

    [Theory]
    [InlineData("<news@origin.example>")]
    [InlineData(" NEWS@origin.example ")]
    public void Sender_is_known_as_programs_write_it(string sender) => Interpret("<news@origin.example>: no such user", sender).FinalRecipient.Should().BeNull();

    [Theory]
    [InlineData("<paul@dest.example>: no such user, says news@origin.example", Sender)]
    [InlineData("Mail from news@origin.example cannot reach <paul@dest.example>: user unknown", Sender)]
    [InlineData("<paul@dest.example>: no such user", Sender)]
    [InlineData("<paul@dest.example>: no such user", "")]
    [InlineData("<paul@dest.example>: no such user", "<>")]
    [InlineData("<paul@dest.example>: no such user", null)]
    [InlineData("<paul@dest.example>: no such user", "bounces+paul=dest.example@list.example")]
    public void Recipient_is_named_beside_the_sender(string text, string? sender) => Interpret(text, sender).FinalRecipient.Should().Be("paul@dest.example");

    [Fact]
    public void Who_writes_to_himself_is_not_dropped_for_it()
    {
        var diagnosis = BounceInterpreter.Default.Interpret(
            new SmtpReply { Code = 550, Status = new EnhancedStatusCode(5, 1, 1), Text = "<news@origin.example>: no such user" },
            new SmtpContext { Sender = Sender, Recipient = Sender, Stage = SmtpStage.RcptTo });
        (diagnosis.FinalRecipient, diagnosis.Reason, diagnosis.Recommendation).Should().Be((Sender, BounceReason.UserUnknown, Recommendation.ReviewByHand));
    }

    [Fact]
    public void Another_recipient_is_dropped_as_before()
    {
        var diagnosis = BounceInterpreter.Default.Interpret(
            new SmtpReply { Code = 550, Status = new EnhancedStatusCode(5, 1, 1), Text = "No such user" },
            new SmtpContext { Sender = Sender, Recipient = "paul@dest.example", Stage = SmtpStage.RcptTo });
        diagnosis.Recommendation.Should().Be(Recommendation.SuppressRecipient);
    }

    private static Diagnosis Interpret(string text, string? sender) =>
        BounceInterpreter.Default.Interpret(new SmtpReply { Code = 550, Status = new EnhancedStatusCode(5, 1, 1), Text = text }, new SmtpContext { Sender = sender, Stage = SmtpStage.RcptTo });
}
