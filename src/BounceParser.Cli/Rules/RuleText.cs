using BounceParser.Catalogue;

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
            foreach (var rule in Of(name[Folder.Length..], reader.ReadToEnd())) yield return rule;
        }
    }

    /// <summary>The rules of a file, each in one line: neither its comments nor its sets.</summary>
    public static IEnumerable<RuleText> Of(string file, string text) =>
        CatalogueLines.Of(text).Where(line => line.Line[0] != '$').Select(line => new RuleText(file, line.Number, line.Line));

    public override string ToString() => $"{File}({Line}): {Text}";
}
