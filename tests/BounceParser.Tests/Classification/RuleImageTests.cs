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
        CatalogueFile.OpenImage("rules.image").SequenceEqual(WrittenRules.Catalogue.ToImage()).Should().BeTrue();

    [Fact]
    public void Library_holds_an_image_of_the_words_as_they_are_written() =>
        WordCatalogue.OfImage(CatalogueFile.OpenImage("words.image")).Should().HaveCountGreaterThan(20).And.BeEquivalentTo(WordCatalogue.Written(), options => options.WithStrictOrdering());

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
}
