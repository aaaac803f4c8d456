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

    /// <summary>The rules of a file, each in one line: neither its comments nor its sets.</summary>
    public static IEnumerable<RuleText> Read(string file, TextReader reader) => Lines(file, reader).Where(line => line.Text[0] != '$');

    private static IEnumerable<RuleText> Lines(string file, TextReader reader)
    {
        RuleText? line = null;
        for (var number = 1; reader.ReadLine() is { } row; number++)
        {
            if (row.Trim() is not { Length: > 0 } text || text[0] == '#') continue;
            if (row[0] == ' ' && line is not null)
            {
                line = line with { Text = $"{line.Text} {text}" };
                continue;
            }

            if (line is not null) yield return line;
            line = new RuleText(file, number, text);
        }

        if (line is not null) yield return line;
    }

    public override string ToString() => $"{File}({Line}): {Text}";
}
