using BounceParser.Classification;

namespace BounceParser.Tests.Classification;

/// <summary>Refusals as administrators misspell them.</summary>
public sealed class SpellingTests
{
    [Theory]
    [InlineData("550 Recepient adress unkown", "550 recipient address unknown")]
    [InlineData("550 user DOES NOT EXITS.", "550 user does not exist.")]
    [InlineData("550 to many, to large", "550 too many, too large")]
    public void Wrong_words_are_put_right(string written, string right) => Spelling.Of(written)!.Text.Should().Be(right);

    [Theory]
    [InlineData("550 recipient address unknown")]
    [InlineData("550 <adress@acount.example> https://acount.example/adress rejected")]
    [InlineData("550 mesagerie")]
    [InlineData("")]
    public void Right_words_and_names_stay(string written) => Spelling.Of(written).Should().BeNull();

    [Theory]
    [InlineData("550 Recepient not found", BounceReason.UserUnknown, "Recepient not found")]
    [InlineData("552 the acount of that person exceded quotta for now", BounceReason.MailboxFull, "exceded quotta")]
    [InlineData("554 5.7.1 Realy access denied", BounceReason.RelayDenied, "Realy access denied")]
    public void What_matched_is_what_was_written(string text, BounceReason reason, string matched)
    {
        var diagnosis = BounceInterpreter.Default.InterpretText(text).Diagnoses.Single();

        diagnosis.Reason.Should().Be(reason);
        diagnosis.DecidingRule!.Matched.Should().Be(matched);
        diagnosis.DiagnosticText.Substring(diagnosis.DecidingRule.Start, diagnosis.DecidingRule.Length).Should().Be(matched);
    }

    [Fact]
    public void Words_that_a_rule_understands_are_not_read_again() =>
        BounceInterpreter.Default.InterpretText("550 User unknown in our storge").Diagnoses.Single().Reason.Should().Be(BounceReason.UserUnknown);
}
