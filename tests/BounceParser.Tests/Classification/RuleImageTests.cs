using BounceParser.Catalogue;
using BounceParser.Classification;
using BounceParser.Tests.Support;
using CsCheck;

namespace BounceParser.Tests.Classification;

/// <summary>The image of the rules, which the build writes, says what the files say.</summary>
public sealed class RuleImageTests
{
    private static readonly BounceParserOptions Options = new();

    [Fact]
    public void Library_holds_an_image_of_the_rules_as_they_are_written() =>
        CatalogueFile.OpenImage("rules.image").Span.SequenceEqual(WrittenRules.Catalogue.ToImage()).Should().BeTrue();

    [Fact]
    public void Image_decides_as_the_files_do()
    {
        var (written, imaged) = (new Classifier(WrittenRules.Catalogue, Options), new Classifier(RuleCatalogue.BuiltIn, Options));
        RuleTexts.Refusals(WrittenRules.Catalogue).Sample(refusal =>
            imaged.Classify(refusal).Should().BeEquivalentTo(written.Classify(refusal), options => options.Excluding(made => made.Decided), "of {0}", refusal.Text), iter: 3_000);
    }

    [Fact]
    public void Image_keeps_every_rule()
    {
        var imaged = RuleCatalogue.BuiltIn;
        imaged.Rules.Select(rule => (rule.File, rule.Line, rule.Reason, rule.Situation, rule.Evidence, rule.Ordinal, rule.Conditions.Length))
            .Should().Equal(WrittenRules.Catalogue.Rules.Select(rule => (rule.File, rule.Line, rule.Reason, rule.Situation, rule.Evidence, rule.Ordinal, rule.Conditions.Length)));
        imaged.OwnRules.Should().Be(0);
    }

    // A rule is read when it is first asked for, whichever were read before it.
    [Fact]
    public void Image_gives_each_rule_by_itself()
    {
        var backwards = RuleCatalogue.OfImage(CatalogueFile.OpenImage("rules.image"));
        foreach (var written in WrittenRules.Catalogue.Rules.Reverse())
        {
            var rule = backwards.Rules[written.Ordinal];
            (rule.Line, rule.Reason, rule.Situation).Should().Be((written.Line, written.Reason, written.Situation));
            rule.Conditions.Select(condition => (condition.GetType(), condition.Negated)).Should().Equal(written.Conditions.Select(condition => (condition.GetType(), condition.Negated)));
            backwards.Rules[written.Ordinal].Should().BeSameAs(rule);
        }
    }

    [Fact]
    public void Image_knows_the_providers_that_the_table_names()
    {
        var (written, imaged) = (WrittenRules.Catalogue.Providers, RuleCatalogue.BuiltIn.Providers);
        imaged.Markers.Should().Equal(written.Markers).And.NotBeEmpty();
        foreach (var (_, cells) in CatalogueFile.Open("Providers.tsv").Rows())
        {
            foreach (var host in cells[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) imaged.OfHost("mx." + host.ToUpperInvariant()).Should().NotBeNull().And.Be(written.OfHost(host));
            foreach (var domain in cells.ElementAtOrDefault(2)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? []) imaged.OfRecipient("l@" + domain).Should().NotBeNull().And.Be(written.OfRecipient("l@" + domain));
        }
    }
}
