namespace BounceParser.Cli.Rules;

/// <summary>One rule as it is written.</summary>
internal sealed record RuleText(string File, int Line, string Text)
{
    private const string Folder = "Rules/";

    /// <summary>The built-in rules in the order in which they are tried.</summary>
    public static IEnumerable<RuleText> BuiltIn()
    {
        var home = typeof(BounceInterpreter).Assembly;
        foreach (var name in home.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(home.GetManifestResourceStream(name)!);
            foreach (var rule in Read(name[Folder.Length..], reader)) yield return rule;
        }
    }

    /// <summary>The rules of a file: neither its comments nor its sets.</summary>
    public static IEnumerable<RuleText> Read(string file, TextReader reader)
    {
        for (var number = 1; reader.ReadLine() is { } line; number++)
            if (line.TrimStart() is { Length: > 0 } text && text[0] is not ('#' or '$')) yield return new RuleText(file, number, text.TrimEnd());
    }

    public override string ToString() => $"{File}({Line}): {Text}";
}
