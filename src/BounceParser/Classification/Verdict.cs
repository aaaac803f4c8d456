namespace BounceParser.Classification;

/// <summary>Could it succeed later, what to do now, who can mend it: three axes, never one.</summary>
/// <param name="Permanence">Null where nothing failed.</param>
/// <param name="Recommendation">What to do with the address now.</param>
/// <param name="Responsible">Who can mend it.</param>
internal readonly record struct Verdict(Permanence? Permanence, Recommendation Recommendation, Responsible Responsible);
