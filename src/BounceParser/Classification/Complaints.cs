namespace BounceParser.Classification;

/// <summary>What a feedback report (RFC 5965, RFC 6591) asks for, by its type.</summary>
internal static class Complaints
{
    /// <summary>The situations that stand under the reason; an ordinary complaint (<c>abuse</c>, <c>other</c>) has none.</summary>
    public static IReadOnlyList<string> Situations { get; } = ["fraud", "virus", "opt-out", "auth-failure", "not-spam"];

    /// <summary>The situation, what to do with the address, and who can mend it.</summary>
    public static (string? Situation, Recommendation Recommendation, Responsible Responsible) Judge(Feedback feedback) => feedback.Type switch
    {
        "abuse" => (null, GivenUp(feedback), Responsible.Sender),
        "fraud" => ("fraud", GivenUp(feedback), Responsible.Sender),
        "opt-out" or "opt-out-list" => ("opt-out", GivenUp(feedback), Responsible.Sender),
        "virus" => ("virus", Recommendation.ReviewByHand, Responsible.Sender),
        // No person complains: a server saw mail that bore the domain and did not prove it.
        "auth-failure" => ("auth-failure", Recommendation.ReviewByHand, Responsible.SenderAdministrator),
        "not-spam" => ("not-spam", Recommendation.Nothing, Responsible.Nobody),
        _ => (null, Recommendation.ReviewByHand, Responsible.Sender),
    };

    // Only an address that the report names can be given up.
    private static Recommendation GivenUp(Feedback feedback) => feedback.OriginalRcptTo is null ? Recommendation.ReviewByHand : Recommendation.SuppressRecipient;
}
