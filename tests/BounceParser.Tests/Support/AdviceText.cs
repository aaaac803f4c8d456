namespace BounceParser.Tests.Support;

internal static class AdviceText
{
    /// <summary>Everything that an advice says, as one text.</summary>
    public static string Of(Advice advice) =>
        string.Join('\n', [advice.Title, advice.Meaning, advice.Move, .. advice.Steps.Values.SelectMany(steps => steps), .. advice.References]);
}
