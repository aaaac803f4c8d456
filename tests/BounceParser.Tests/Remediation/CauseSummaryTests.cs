namespace BounceParser.Tests.Remediation;

/// <summary>Many bounces told to the owner of a list: the list's own fault first.</summary>
public sealed class CauseSummaryTests
{
    private static readonly IReadOnlyList<BounceReport> Reports =
    [
        Report(BounceReason.UserUnknown, Recommendation.SuppressRecipient, "google", "a@gmail.com"),
        Report(BounceReason.UserUnknown, Recommendation.SuppressRecipient, "google", "b@gmail.com"),
        Report(BounceReason.UserUnknown, Recommendation.SuppressRecipient, "google", "c@gmail.com"),
        Report(BounceReason.SenderUnauthenticated, Recommendation.FixSenderSetup, "google", "d@gmail.com"),
        Report(BounceReason.SenderUnauthenticated, Recommendation.FixSenderSetup, "google", "e@gmail.com"),
        Report(BounceReason.MailboxFull, Recommendation.RetryLater, null, "f@Dest.example"),
        new() { Diagnoses = [new Diagnosis { Action = DsnAction.Delivered, Reason = BounceReason.Delivered, FinalRecipient = "g@gmail.com" }] },
    ];

    [Fact]
    public void Own_fault_stands_before_what_is_more_frequent()
    {
        var causes = AdviceBook.Default.Summarise(Reports, "en");
        causes.Select(cause => (cause.Reason, cause.RefusedBy, cause.Count, cause.OfAll, cause.IsOwnFault)).Should().Equal(
            (BounceReason.SenderUnauthenticated, "google", 2, 5, true),
            (BounceReason.UserUnknown, "google", 3, 5, false),
            (BounceReason.MailboxFull, "dest.example", 1, 1, false));
    }

    [Fact]
    public void Sentence_says_it_in_the_language_asked_for()
    {
        var english = AdviceBook.Default.Summarise(Reports, "en");
        english[0].Text.Should().StartWith("2 of 5 refusals at google: ").And.EndWith("The sending side can mend this; the addresses are not to blame.");
        english[2].Text.Should().StartWith("1 of 1 refusal at dest.example: ");
        AdviceBook.Default.Summarise(Reports, "fr")[0].Text.Should().StartWith("2 refus sur 5 chez google\u00A0: ").And.EndWith("les adresses ne sont pas en cause.");
    }

    [Theory]
    [InlineData("bob", null)]
    [InlineData("bob@", null)]
    [InlineData("\"bob@home\"@Dest.example", "dest.example")]
    public void Side_is_a_domain_or_nobody(string recipient, string? side) =>
        AdviceBook.Default.Summarise([Report(BounceReason.UserUnknown, Recommendation.ReviewByHand, null, recipient)], "en").Should().ContainSingle().Which.RefusedBy.Should().Be(side);

    private static BounceReport Report(BounceReason reason, Recommendation recommendation, string? provider, string recipient) => new()
    {
        Kind = BounceKind.Failure,
        Diagnoses = [new Diagnosis { Action = DsnAction.Failed, Reason = reason, Recommendation = recommendation, Provider = provider, FinalRecipient = recipient }],
    };
}
