using System.Text.RegularExpressions;
using BounceParser.Remediation;
using BounceParser.Tests.Support;

namespace BounceParser.Tests;

/// <summary>How the French advice reads to a French reader: what a machine can hear of it.</summary>
public sealed class FrenchProseTests
{
    private static readonly AdviceLanguage French = AdviceCatalogue.BuiltIn.Language("fr");

    [Fact]
    public void No_calque_is_left()
    {
        var calques = File.ReadLines(Path.Combine(Repository.Root, "tests", "BounceParser.Tests", "Support", "calques.txt"))
            .Where(line => !line.StartsWith('#')).Select(line => line.Split(" -> ")).ToList();
        foreach (var (where, text) in Texts)
            foreach (var calque in calques)
                text.Should().NotContainEquivalentOf(calque[0], $"{where}: rather “{calque[1]}”");
    }

    [Fact]
    public void Number_holds_fast_to_its_unit()
    {
        foreach (var (where, text) in Texts) AdviceText.WithoutCode(text).Should().NotMatchRegex("[0-9] (%|(Ko|Mo|Go|octets?|bits|caractères|heures?|jours?|minutes?|semaines?)\\b)", where);
    }

    [Theory]
    [InlineData("src/BounceParser/Catalogue/Advice/fr/words.txt"), InlineData("src/BounceParser/Catalogue/Advice/fr/summary.txt"), InlineData("src/BounceParser.Cli/Reporting/report.fr.txt")]
    public void Words_of_the_tool_are_typeset(string file)
    {
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, file)).Where(line => !line.StartsWith('#') && !line.StartsWith("colon")))
            line.Split(" = ", 2)[1].Should().NotMatchRegex("['\"“”]|[^\u00A0\u202F?][;?!»]|[^\u00A0\u202F]:|«[^\u00A0\u202F]", $"{file}: {line}");
    }

    [Fact]
    public void Step_tells_what_to_do()
    {
        foreach (var (key, section) in French.Sections)
            foreach (var (audience, steps) in section.Steps)
                foreach (var step in steps)
                    AdviceText.WithoutCode(step).Should().MatchRegex("^Rien à (faire|corriger)|\\p{L}ez\\b|\\b[FfDd](ai|i)tes\\b", $"{key} {audience}");
    }

    [Fact]
    public void Sentence_can_be_read_in_one_breath()
    {
        foreach (var (where, text) in Texts)
            foreach (var sentence in Regex.Split(WithoutClauses(AdviceText.WithoutCode(text)), "[.!?]\\s"))
                sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length.Should().BeLessThanOrEqualTo(42, $"{where}: {sentence}");
    }

    /// <remarks>The noun that stands in for an unknown recipient must not meet the same word: « le courrier destiné à votre destinataire ».</remarks>
    [Fact]
    public void Unknown_recipient_is_not_named_twice()
    {
        foreach (var (reason, situation) in AdviceBook.Default.Sections("fr"))
            AdviceText.Of(AdviceBook.Default.For(reason, situation, "fr")).Should().NotMatchRegex("destin\\p{L}+ [^.:;]{0,40}votre destinataire", $"{reason}/{situation}");
    }

    // Every clause is out, the innermost first: what is left is the sentence of the reader who is told no facts.
    private static string WithoutClauses(string text)
    {
        while (Regex.Replace(text, "\\{[^{}]*\\}", "", RegexOptions.NonBacktracking) is var shorter && shorter.Length < text.Length) text = shorter;
        return text;
    }

    private static IEnumerable<(string Where, string Text)> Texts =>
        from section in French.Sections.Values
        from text in section.Texts
        select ($"{section.Reason}/{section.Situation}", text);
}
