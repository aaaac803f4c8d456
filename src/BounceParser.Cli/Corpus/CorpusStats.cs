using System.Globalization;
using BounceParser.Cli.Output;

namespace BounceParser.Cli.Corpus;

/// <summary>What a folder of samples holds.</summary>
internal sealed class CorpusStats
{
    private readonly (string Title, Dictionary<string, int> Counts)[] _groups =
        [("kinds", []), ("dialects", []), ("providers", []), ("reasons", []), ("situations", [])];

    private int _samples;

    public static CorpusStats Of(IEnumerable<Sample> samples, BounceInterpreter interpreter)
    {
        var stats = new CorpusStats();
        foreach (var report in samples.SelectMany(sample => sample.Interpret(interpreter))) stats.Add(report);
        return stats;
    }

    public void Write(TextWriter output)
    {
        output.WriteLine(Counted.Of(_samples, "sample"));
        foreach (var (title, counts) in _groups)
        {
            output.WriteLine($"\n{title}: {counts.Count}");
            foreach (var (name, count) in counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal))
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count,6}  {TerminalText.Clean(name)}"));
        }
    }

    private void Add(ReportLine report)
    {
        _samples++;
        Count(0, report.Kind);
        Count(1, report.Dialect ?? "-");
        foreach (var diagnosis in report.Diagnoses)
        {
            if (diagnosis.Provider is { } provider) Count(2, provider);
            Count(3, diagnosis.Reason);
            if (diagnosis.Situation is not null) Count(4, Names.Cause(diagnosis.Reason, diagnosis.Situation));
        }
    }

    private void Count(int group, string name) => _groups[group].Counts[name] = _groups[group].Counts.GetValueOrDefault(name) + 1;
}
