using System.Text;

namespace BounceParser.Tests.Diagnosing;

/// <summary>A mail that only its words make a bounce: no daemon sent it, no report part stands in it.</summary>
public sealed class OnlyWordsTests
{
    private static readonly byte[] Mail = Written("Your message could not be delivered to the following recipient: Bob (bob@dest.example). User unknown.");

    [Fact]
    public void Nobody_is_dropped() =>
        BounceInterpreter.Default.Interpret(Mail).Diagnoses.Should().NotContain(diagnosis => diagnosis.Recommendation == Recommendation.SuppressRecipient);

    [Fact]
    public void A_parcel_is_no_mail() =>
        BounceInterpreter.Default.Interpret(Written("Your order could not be delivered to the following recipient: Bob (bob@dest.example). User unknown.")).Kind.Should().Be(BounceKind.NotABounce);

    [Fact]
    public void An_empty_return_path_proves_no_more()
    {
        byte[] mail = [.. "Return-Path: <>\n"u8, .. Mail];
        BounceInterpreter.Default.Interpret(mail).Diagnoses.Should().ContainSingle().Which.Recommendation.Should().Be(Recommendation.ReviewByHand);
    }

    [Fact]
    public void The_user_s_policy_has_the_last_word()
    {
        var interpreter = new BounceInterpreter(new BounceParserOptions { Policy = _ => Recommendation.SuppressRecipient });
        interpreter.Interpret(Mail).Diagnoses.Should().ContainSingle().Which.Recommendation.Should().Be(Recommendation.SuppressRecipient);
    }

    private static byte[] Written(string words) => Encoding.ASCII.GetBytes("From: Office <office@shop.example>\nTo: ann@origin.example\nSubject: Undeliverable\n\n" + words + "\n");
}
