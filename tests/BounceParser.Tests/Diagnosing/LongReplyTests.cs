namespace BounceParser.Tests.Diagnosing;

/// <summary>How far a reply is read: whom it names is looked for no less far than why it refuses.</summary>
public sealed class LongReplyTests
{
    [Theory]
    [InlineData(100)]
    [InlineData(4_096)]
    [InlineData(16_384)]
    public void Who_else_is_named_within_what_is_classified_ends_no_address(int limit)
    {
        var filler = new string('x', Math.Max(limit, 4_096) - 100);
        var reply = new SmtpReply { Code = 550, Status = new EnhancedStatusCode(5, 1, 1), Text = $"User unknown {filler} <other@dest.example>" };
        Judged(reply, limit).Recommendation.Should().NotBe(Recommendation.SuppressRecipient);
        Judged(reply, limit).Reason.Should().Be(BounceReason.UserUnknown);
    }

    private static Diagnosis Judged(SmtpReply reply, int limit) =>
        new BounceInterpreter(new BounceParserOptions { MaxClassifiedChars = limit }).Interpret(reply, new SmtpContext { Recipient = "anna@dest.example" });
}
