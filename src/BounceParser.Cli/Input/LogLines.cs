namespace BounceParser.Cli.Input;

/// <summary>The lines of a text as they are read; blank ones too.</summary>
internal static class LogLines
{
    public static IEnumerable<string> Of(TextReader text)
    {
        while (text.ReadLine() is { } line) yield return line;
    }
}
