namespace BounceParser.Tests.Support;

internal static class AdviceText
{
    /// <summary>Everything that an advice says, as one text.</summary>
    public static string Of(Advice advice) =>
        string.Join('\n', [advice.Title, advice.Meaning, advice.Move, .. advice.Steps.Values.SelectMany(steps => steps), .. advice.References]);

    /// <summary>The prose alone: what stands between back quotes and what is a URL keeps its own punctuation, and becomes one letter.</summary>
    public static string WithoutCode(string text)
    {
        var prose = string.Join('x', text.Split('`').Where((_, i) => i % 2 == 0));
        for (var start = prose.IndexOf("http", StringComparison.Ordinal); start >= 0; start = prose.IndexOf("http", start, StringComparison.Ordinal))
        {
            var end = prose.IndexOfAny([' ', '\n', '\u00A0', ')'], start);
            prose = prose[..start] + "x" + (end < 0 ? "" : prose[end..]);
        }

        return prose.Replace("{!", "{", StringComparison.Ordinal);
    }
}
