namespace BounceParser.Diagnosing;

/// <summary>The user's own override of what a program should do.</summary>
internal sealed class OwnPolicy(Func<Diagnosis, Recommendation?>? policy)
{
    /// <summary>The diagnosis with the recommendation that the policy gives; as it is where the policy gives none, throws, or gives what is no recommendation.</summary>
    /// <param name="diagnosis">The finished diagnosis.</param>
    /// <param name="isDoubleBounce">True when it is about one of our own addresses: no policy for recipients can mean to drop that.</param>
    public Diagnosis Apply(Diagnosis diagnosis, bool isDoubleBounce = false)
    {
        if (policy is null || Ask(policy, diagnosis) is not { } own || !Enum.IsDefined(own)) return diagnosis;
        return own == Recommendation.SuppressRecipient && isDoubleBounce ? diagnosis : diagnosis with { Recommendation = own };
    }

    private static Recommendation? Ask(Func<Diagnosis, Recommendation?> policy, Diagnosis diagnosis)
    {
        try
        {
            return policy(diagnosis);
        }
#pragma warning disable CA1031 // The user's own code, called for hostile content: the documented contract is that nothing comes out.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }
}
