using BounceParser.Tests.Support;

namespace BounceParser.Tests.Diagnosing;

/// <summary>The user's own override of the recommendation.</summary>
public sealed class PolicyTests
{
    private static readonly byte[] Unknown = Mail.Report(Mail.Failed("paul@dest.example", "550 5.1.1 User unknown"));

    [Fact]
    public void Policy_overrides_by_reason_provider_and_situation()
    {
        Recommend(diagnosis => diagnosis.Reason == BounceReason.UserUnknown ? Recommendation.ContactRecipient : null).Should().Be(Recommendation.ContactRecipient);
        Recommend(diagnosis => diagnosis.Provider == "google" ? Recommendation.ContactRecipient : null).Should().Be(Recommendation.SuppressRecipient);
        Recommend(diagnosis => diagnosis.Situation is null ? Recommendation.Nothing : null).Should().Be(Recommendation.Nothing);
    }

    [Fact]
    public void Policy_that_throws_or_gives_nonsense_changes_nothing()
    {
        Recommend(_ => throw new InvalidOperationException()).Should().Be(Recommendation.SuppressRecipient);
        Recommend(_ => (Recommendation)4711).Should().Be(Recommendation.SuppressRecipient);
        Recommend(_ => null).Should().Be(Recommendation.SuppressRecipient);
    }

    [Fact]
    public void Policy_sees_the_finished_diagnosis()
    {
        Diagnosis? seen = null;
        Recommend(diagnosis => (seen = diagnosis) is null ? null : null);

        seen.Should().BeEquivalentTo(Unknown.Interpret().Diagnoses[0]);
    }

    private static Recommendation Recommend(Func<Diagnosis, Recommendation?> policy) =>
        new BounceInterpreter(new BounceParserOptions { Policy = policy }).Interpret(Unknown).Diagnoses[0].Recommendation;
}
