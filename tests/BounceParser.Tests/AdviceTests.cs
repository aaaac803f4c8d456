using BounceParser.Classification;
using BounceParser.Remediation;
using BounceParser.Tests.Support;

namespace BounceParser.Tests;

/// <summary>The languages, compared as files: never through the fallback, which hides holes.</summary>
public sealed class AdviceTests
{
    private static readonly AdviceLanguage English = AdviceCatalogue.BuiltIn.Language("en");

    public static TheoryData<string> OtherCultures => [.. AdviceCatalogue.BuiltIn.Cultures.Where(culture => culture != "en")];

    public static TheoryData<string> Cultures => [.. AdviceCatalogue.BuiltIn.Cultures];

    [Theory, MemberData(nameof(OtherCultures))]
    public void Language_has_exactly_the_sections_of_English(string culture)
    {
        var language = AdviceCatalogue.BuiltIn.Language(culture);
        language.Sections.Keys.Should().BeEquivalentTo(English.Sections.Keys);
        language.Words.Keys.Should().BeEquivalentTo(English.Words.Keys);
    }

    [Theory, MemberData(nameof(OtherCultures))]
    public void Section_has_the_parts_and_placeholders_of_English(string culture)
    {
        foreach (var (key, section) in AdviceCatalogue.BuiltIn.Language(culture).Sections)
        {
            var english = English.Sections[key];
            section.Steps.Keys.Should().BeEquivalentTo(english.Steps.Keys, $"{culture} {key}");
            (section.Move is null).Should().Be(english.Move is null, $"move of {culture} {key}");
            Placeholders(section).Should().BeEquivalentTo(Placeholders(english), $"placeholders of {culture} {key}");
        }
    }

    [Theory, MemberData(nameof(Cultures))]
    public void Every_reason_has_a_whole_section(string culture)
    {
        var language = AdviceCatalogue.BuiltIn.Language(culture);
        foreach (var reason in Enum.GetValues<BounceReason>())
        {
            language.Sections.Should().ContainKey((reason, null));
            var section = language.Sections[(reason, null)];
            section.Move.Should().NotBeNullOrWhiteSpace($"{culture} {reason}");
            section.Steps.Should().ContainKeys([Audience.Sender, Audience.ListOwner], $"{culture} {reason}");
        }
    }

    [Theory, MemberData(nameof(Cultures))]
    public void No_situation_repeats_its_reason(string culture)
    {
        var sections = AdviceCatalogue.BuiltIn.Language(culture).Sections;
        foreach (var (key, own) in sections.Where(pair => pair.Key.Item2 is not null))
        {
            var general = sections[(key.Item1, null)];
            own.Title.Should().NotBe(general.Title, $"{culture} {key}");
            own.Meaning.Should().NotBe(general.Meaning, $"{culture} {key}");
            (own.Move is not null || own.Steps.Count > 0).Should().BeTrue($"{culture} {key} must advise something of its own");
            if (own.Move is not null) own.Move.Should().NotBe(general.Move, $"{culture} {key}");
            foreach (var (audience, steps) in own.Steps)
                steps.Should().NotEqual(general.Steps.GetValueOrDefault(audience) ?? [], $"{culture} {key} {audience}");
        }
    }

    [Fact]
    public void Situations_of_the_rules_and_of_complaints_are_those_of_the_advice()
    {
        var ruled = RuleCatalogue.BuiltIn.Rules.Where(rule => rule.Situation is not null).Select(rule => (rule.Reason, rule.Situation)).Distinct();
        ruled.Concat(Complaints.Situations.Select(situation => (BounceReason.Complaint, (string?)situation))).Should().BeEquivalentTo(English.Sections.Keys.Where(key => key.Item2 is not null));
    }

    [Theory, InlineData("fr-CA", "fr"), InlineData("fr_FR", "fr"), InlineData("xx", "en"), InlineData("", "en")]
    public void Unknown_culture_falls_back(string asked, string found) =>
        AdviceBook.Default.For(BounceReason.MailboxFull, null, asked).Culture.Should().Be(found);

    [Theory, MemberData(nameof(Cultures))]
    public void Owner_of_a_list_is_told_to_take_nobody_off_where_the_verdict_does_not_suppress(string culture)
    {
        var caution = AdviceCatalogue.BuiltIn.Language(culture).Words["step.doubt"];
        First("550 5.1.1 <anna@dest.example>: User unknown, please try again later").Should().Be((Recommendation.ReviewByHand, caution));
        First("550 5.1.1 User unknown").Should().Be((Recommendation.ReviewByHand, caution));
        First("550 5.1.1 <anna@dest.example>: User unknown").Should().NotBe((Recommendation.SuppressRecipient, caution)).And.Match<(Recommendation Recommendation, string)>(told => told.Recommendation == Recommendation.SuppressRecipient);
        First("552 5.2.2 <anna@dest.example>: Mailbox full").Item2.Should().NotBe(caution);

        (Recommendation, string) First(string reply)
        {
            var diagnosis = BounceInterpreter.Default.InterpretText(reply).Diagnoses.Single();
            return (diagnosis.Recommendation, AdviceBook.Default.For(diagnosis, culture).Steps[Audience.ListOwner][0]);
        }
    }

    [Theory, MemberData(nameof(Cultures))]
    public void Complaint_that_suppresses_nobody_is_no_address_that_may_be_alive(string culture) =>
        AdviceBook.Default.For(new Diagnosis { Reason = BounceReason.Complaint, Recommendation = Recommendation.ReviewByHand }, culture).Steps
            .Should().BeEquivalentTo(AdviceBook.Default.For(BounceReason.Complaint, null, culture).Steps);

    [Fact]
    public void Unknown_situation_gives_the_advice_of_its_reason() =>
        AdviceBook.Default.For(BounceReason.MailboxFull, "no-such-situation", "en").Situation.Should().BeNull();

    [Fact]
    public void Facts_of_a_stranger_are_cleaned_before_they_are_woven_in()
    {
        var diagnosis = new Diagnosis { Reason = BounceReason.UserUnknown, FinalRecipient = "evil\u001b[31m\u202e\n@x.example" + new string('a', 10_000) };
        var text = AdviceText.Of(AdviceBook.Default.For(diagnosis, "en"));
        text.Should().NotContainAny("\u001b", "\u202e").And.NotContain(new string('a', 300));
    }

    // {!fact:...} and {fact:...} ask for the same fact: where a noun stands in for it is each language's own affair.
    private static IReadOnlySet<string> Placeholders(AdviceSection section)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var text in section.Texts)
            for (var open = text.IndexOf('{'); open >= 0; open = text.IndexOf('{', open + 1))
                names.Add(new string([.. text[(open + 1)..].TrimStart('!').TakeWhile(c => c is not (':' or '}'))]));
        return names;
    }
}
