namespace BounceParser.Classification;

/// <summary>Finds typed facts in the text of a refusal.</summary>
internal static class FactReader
{
    public static DiagnosisFacts Read(ReadOnlySpan<char> text, ReadOnlySpan<char> comment, BounceReason reason, bool expired) =>
        expired ? DiagnosisFacts.None with { Expired = true } : DiagnosisFacts.None;
}
