using System.Text;

namespace BounceParser.Tests.Diagnosing;

/// <summary>A mail that only its words make a bounce: no daemon sent it, no report part stands in it.</summary>
public sealed class OnlyWordsTests
{
    private static readonly byte[] Mail = Encoding.ASCII.GetBytes(
        "From: Orders <orders@shop.example>\nTo: ann@origin.example\nSubject: Undeliverable order\n\n"
        + "Your order could not be delivered to the following recipient: Bob (bob@dest.example). User unknown.\n");

    [Fact]
    public void Nobody_is_dropped() =>
        BounceInterpreter.Default.Interpret(Mail).Diagnoses.Should().NotContain(diagnosis => diagnosis.Recommendation == Recommendation.SuppressRecipient);

    [Fact]
    public void The_user_s_policy_has_the_last_word()
    {
        var interpreter = new BounceInterpreter(new BounceParserOptions { Policy = _ => Recommendation.SuppressRecipient });
        interpreter.Interpret(Mail).Diagnoses.Should().ContainSingle().Which.Recommendation.Should().Be(Recommendation.SuppressRecipient);
    }
}
