using System.Text.RegularExpressions;
using BounceParser.Remediation;
using BounceParser.Tests.Support;

namespace BounceParser.Tests;

/// <summary>How the advice reads: lengths, typography, holes where a fact is missing, words of the other language.</summary>
public sealed class AdviceProseTests
{
    public static TheoryData<string> Cultures => [.. AdviceCatalogue.BuiltIn.Cultures];

    [Theory, MemberData(nameof(Cultures))]
    public void Text_has_a_readable_length(string culture)
    {
        foreach (var (key, section) in AdviceCatalogue.BuiltIn.Language(culture).Sections)
        {
            section.Title.Length.Should().BeInRange(5, 60, $"{culture} {key}: {section.Title}");
            section.Title.Should().NotEndWith(".", $"{culture} {key}");
            section.Meaning.Length.Should().BeInRange(40, 600, $"{culture} {key}");
            foreach (var (audience, steps) in section.Steps)
            {
                steps.Count.Should().BeInRange(1, 5, $"{culture} {key} {audience}");
                steps.Should().OnlyContain(step => step.Length < 400, $"{culture} {key} {audience}");
            }
        }
    }

    [Theory, MemberData(nameof(Cultures))]
    public void Sentence_ends_with_its_full_stop(string culture)
    {
        foreach (var (key, section) in AdviceCatalogue.BuiltIn.Language(culture).Sections)
            foreach (var text in section.Steps.Values.SelectMany(steps => steps).Append(section.Meaning).Append(section.Move ?? "."))
                text.Should().MatchRegex("[.}]$", $"{culture} {key}");
    }

    [Theory, MemberData(nameof(Cultures))]
    public void Nothing_is_left_open_whichever_facts_are_known(string culture)
    {
        foreach (var book in new[] { AdviceBook.Default, AdviceBook.Default.WithService(EveryFact.Service) })
            foreach (var facts in EveryFact.AloneAndTogether)
                foreach (var (reason, situation) in book.Sections(culture))
                {
                    var diagnosis = new Diagnosis { Reason = reason, Situation = situation, FinalRecipient = "anna@dest.example", Facts = facts };
                    var text = AdviceText.WithoutCode(AdviceText.Of(book.For(diagnosis, culture)));
                    text.Should().NotContainAny(["{", "}", "  ", "()", "( ", " )", " ,", " .", "..", ",,", "::", ":.", " \n"], $"{culture} {reason}/{situation} with {facts}");
                }
    }

    [Fact]
    public void French_typography_is_right()
    {
        foreach (var (where, text) in Prose("fr"))
        {
            text.Should().NotContainAny(["'", "\"", "“", "”"], $"{where}: {text}");
            text.Should().NotMatchRegex("[^\u00A0\u202F][;?!»]", $"{where}: {text}");
            text.Should().NotMatchRegex("[ ]:", $"{where}: {text}");
            text.Should().NotMatchRegex("«[^\u00A0\u202F]", $"{where}: {text}");
        }
    }

    [Fact]
    public void English_typography_is_right()
    {
        foreach (var (where, text) in Prose("en")) text.Should().NotContainAny(["'", "\"", "«", "»", " ;", " !", " ?"], $"{where}: {text}");
    }

    // "The address your recipient", "the person of your recipient": where an address is meant, the noun that replaces it must fit too.
    [Fact]
    public void English_still_reads_when_nobody_is_named()
    {
        foreach (var (reason, situation) in AdviceBook.Default.Sections("en"))
            AdviceText.Of(AdviceBook.Default.For(reason, situation, "en")).Should().NotMatchRegex("(address|bears|behind|in|name|person of|read) your recipient", $"{reason}/{situation}");
    }

    [Fact]
    public void English_tells_sender_and_list_owner_first_what_to_do_then_when()
    {
        foreach (var section in AdviceCatalogue.BuiltIn.Language("en").Sections.Values)
            foreach (var audience in new[] { Audience.Sender, Audience.ListOwner })
                if (section.Steps.TryGetValue(audience, out var steps))
                    steps[0].Should().NotMatchRegex("^(If|For|Otherwise|Or|So|Then|On|At|In|Before|While|Until|After|When)\\b", $"{section.Reason}/{section.Situation} {audience}");
    }

    [Fact]
    public void French_steps_command_and_do_not_use_the_infinitive()
    {
        var infinitives = AdviceCatalogue.BuiltIn.Language("fr").Sections.Values.SelectMany(section => section.Steps.Values).SelectMany(steps => steps)
            .Where(step => Regex.IsMatch(step, "^\\p{L}+(er|ir|oir|ire|dre|ttre)\\b", RegexOptions.NonBacktracking));
        infinitives.Should().BeEmpty();
    }

    [Fact]
    public void French_holds_no_English_word_but_the_accepted_ones()
    {
        var accepted = File.ReadLines(Path.Combine(Repository.Root, "tests", "BounceParser.Tests", "Support", "accepted-in-french.txt"))
            .Where(line => !line.StartsWith('#')).SelectMany(Words).ToHashSet();
        var english = Prose("en").SelectMany(prose => Words(prose.Text)).ToHashSet();
        foreach (var (where, text) in Prose("fr"))
            Words(text).Where(word => english.Contains(word) && !accepted.Contains(word)).Should().BeEmpty($"{where}: {text}");
    }

    // Every sentence but the references, code taken out, the names of placeholders too.
    private static IEnumerable<(string Where, string Text)> Prose(string culture) =>
        from section in AdviceCatalogue.BuiltIn.Language(culture).Sections.Values
        from text in section.Steps.Values.SelectMany(steps => steps).Append(section.Title).Append(section.Meaning).Append(section.Move ?? "")
        select ($"{culture} {section.Reason}/{section.Situation}", Regex.Replace(AdviceText.WithoutCode(text), "\\{[a-zA-Z.]+", "{", RegexOptions.NonBacktracking));

    private static IEnumerable<string> Words(string text) =>
        Regex.Matches(text.ToLowerInvariant(), "\\p{L}{3,}", RegexOptions.NonBacktracking).Select(match => match.Value);
}
