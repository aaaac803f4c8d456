using BounceParser.Cli.Output;

namespace BounceParser.Cli.Corpus;

/// <summary>One sample of a corpus: a message (.eml), a pasted text (.txt), or replies and log lines (.lines).</summary>
internal sealed record Sample(string Path)
{
    private static readonly string[] Endings = [".eml", ".txt", ".lines"];

    public string ExpectedPath => System.IO.Path.ChangeExtension(Path, ".expected.json");

    public bool IsLines => Path.EndsWith(".lines", StringComparison.Ordinal);

    /// <summary>The samples of a folder and the folders in it, in the order of their paths.</summary>
    public static IEnumerable<Sample> Find(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(file => Endings.Contains(System.IO.Path.GetExtension(file)))
        .Order(StringComparer.Ordinal)
        .Select(file => new Sample(file));

    /// <summary>What an interpreter says of it: one report, or for .lines one for each line.</summary>
    public IReadOnlyList<ReportLine> Interpret(BounceInterpreter interpreter)
    {
        var name = System.IO.Path.GetFileName(Path);
        if (IsLines) return [.. interpreter.InterpretLog(File.ReadLines(Path)).Select((report, i) => ReportLine.Of(name, i + 1, report))];
        if (Path.EndsWith(".txt", StringComparison.Ordinal)) return [ReportLine.Of(name, 0, interpreter.InterpretText(File.ReadAllText(Path)))];
        using var message = File.OpenRead(Path);
        return [ReportLine.Of(name, 0, interpreter.Interpret(message))];
    }
}
