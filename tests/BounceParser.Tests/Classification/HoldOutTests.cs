using BounceParser.Catalogue;
using BounceParser.Classification;
using BounceParser.Cli.Corpus;
using BounceParser.Tests.Support;
using Xunit.Abstractions;

namespace BounceParser.Tests.Classification;

/// <summary>
/// Do the rules understand, or do they remember? Each tenth of the texts is held out in turn, what only that tenth bears out is
/// forgotten, and the held-out texts are judged by what is left.
/// </summary>
public sealed class HoldOutTests(ITestOutputHelper output)
{
    private static readonly BounceReason[] Dead =
        [BounceReason.UserUnknown, BounceReason.MailboxDisabled, BounceReason.DomainUnknown, BounceReason.DomainAcceptsNoMail];

    private static readonly Dictionary<string, string> Coarse = CatalogueFile.Open("Reasons.tsv").Rows().ToDictionary(row => row.Cells[0], row => row.Cells[1]);

    private static readonly Lazy<IReadOnlyList<HeldText>> Texts = new(() =>
        [.. Words().Where(text => text.Length > 0).Select(HeldText.Of).Where(text => text.Rules.Any()).DistinctBy(text => text.Text)]);

    [Fact]
    public void Held_out_texts_keep_their_class_when_the_rules_that_only_they_bear_out_are_gone()
    {
        var kept = Kept((text, others) =>
        {
            var known = others.SelectMany(other => other.Rules).ToHashSet();
            return text.Rules.FirstOrDefault(known.Contains);
        });
        output.WriteLine($"held out by rule: {kept:P1} of {Texts.Value.Count} texts keep their coarse class");
        kept.Should().BeGreaterThanOrEqualTo(0.6);
    }

    [Fact]
    public void Held_out_texts_keep_their_class_when_even_the_patterns_are_gone()
    {
        var kept = Kept((text, others) =>
        {
            var rules = others.SelectMany(other => other.Rules).ToHashSet();
            var patterns = others.SelectMany(other => other.Patterns).ToHashSet(ReferenceEqualityComparer.Instance);
            return text.FirstOf(rules.Contains, patterns.Contains);
        });
        output.WriteLine($"held out by pattern: {kept:P1} of {Texts.Value.Count} texts keep their coarse class");
        kept.Should().BeGreaterThanOrEqualTo(0.5);
    }

    [Fact]
    public void No_held_out_text_becomes_a_dead_address_that_it_was_not()
    {
        var lost = new List<string>();
        foreach (var fold in Texts.Value.GroupBy(text => text.Fold))
        {
            var others = Texts.Value.Where(text => text.Fold != fold.Key).ToList();
            var known = others.SelectMany(other => other.Rules).ToHashSet();
            foreach (var text in fold)
                if (text.Rules.FirstOrDefault(known.Contains) is { } rule && Dead.Contains(rule.Reason) && !Dead.Contains(text.Rules.First().Reason)) lost.Add($"{text.Rules.First()} -> {rule}: {text.Text}");
        }

        string.Join("\n", lost).Should().BeEmpty();
    }

    private static double Kept(Func<HeldText, IReadOnlyList<HeldText>, Rule?> judge) =>
        Enumerable.Range(0, 10).Sum(fold => KeptIn(fold, judge)) / (double)Texts.Value.Count;

    private static int KeptIn(int fold, Func<HeldText, IReadOnlyList<HeldText>, Rule?> judge)
    {
        var others = Texts.Value.Where(text => text.Fold != fold).ToList();
        return Texts.Value.Count(text => text.Fold == fold && judge(text, others) is { } rule && ClassOf(rule) == ClassOf(text.Rules.First()));
    }

    private static string ClassOf(Rule rule) => Coarse[rule.Reason.ToString()];

    private static IEnumerable<string> Words()
    {
        foreach (var sample in Sample.Find(Repository.Corpus))
            foreach (var text in WordsOf(sample.Path)) yield return text;
        foreach (var (_, cells) in TestTable.Rows("qmail-words.tsv")) yield return cells[2].Length == 0 ? cells[1] : $"{cells[1]} (#{cells[2]})";
    }

    private static IEnumerable<string> WordsOf(string path) => Path.GetExtension(path) switch
    {
        ".lines" => File.ReadLines(path).SelectMany(line => DiagnosticTexts(BounceInterpreter.Default.InterpretText(line))),
        ".txt" => DiagnosticTexts(BounceInterpreter.Default.InterpretText(File.ReadAllText(path))),
        _ => DiagnosticTexts(BounceInterpreter.Default.Interpret(File.ReadAllBytes(path))),
    };

    private static IEnumerable<string> DiagnosticTexts(BounceReport report) => report.Diagnoses.Select(diagnosis => diagnosis.DiagnosticText);
}
