using System.Text;
using BounceParser.Catalogue;
using BounceParser.Classification;

namespace BounceParser.Fuzz;

/// <summary>What is fed with bytes; whatever they throw is a defect.</summary>
public static class FuzzTargets
{
    /// <summary>Each target under its name.</summary>
    public static IReadOnlyDictionary<string, Action<byte[]>> All { get; } = new Dictionary<string, Action<byte[]>>(StringComparer.Ordinal)
    {
        ["message"] = bytes => Check(BounceInterpreter.Default.Interpret(bytes)),
        ["text"] = bytes => Check(BounceInterpreter.Default.InterpretText(Encoding.Latin1.GetString(bytes))),
        ["rules"] = Rules,
        ["log"] = Log,
    };

    // A rule file is refused with its name and a line, or read.
    private static void Rules(byte[] bytes)
    {
        try
        {
            _ = RuleCatalogue.Of([new CatalogueFile("own.rules", Encoding.UTF8.GetString(bytes))], []);
        }
        catch (CatalogueException refused) when (refused.File.Length > 0 && refused.Line >= 0)
        {
        }
    }

    private static void Log(byte[] bytes)
    {
        foreach (var report in BounceInterpreter.Default.InterpretLog(Encoding.Latin1.GetString(bytes).Split('\n'))) Check(report);
    }

    private static void Check(BounceReport report)
    {
        _ = report.Key;
        foreach (var diagnosis in report.Diagnoses)
        {
            if (diagnosis.Reason == BounceReason.Undetermined && diagnosis.Recommendation == Recommendation.SuppressRecipient) throw new InvalidOperationException("what nobody understood suppresses nobody");
            if (diagnosis.DecidingRule is { Matched: { } matched } rule && diagnosis.DiagnosticText.Substring(rule.Start, rule.Length) != matched) throw new InvalidOperationException("the words that a rule matched stand in the text");
            _ = diagnosis.Advice("fr").Title;
        }
    }
}
