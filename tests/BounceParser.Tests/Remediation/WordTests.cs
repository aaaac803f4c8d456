namespace BounceParser.Tests.Remediation;

/// <summary>The words of a language are asked for by a documented key.</summary>
public sealed class WordTests
{
    [Fact]
    public void Members_of_enums_are_asked_for_as_they_are_spelled()
    {
        foreach (var culture in AdviceBook.Default.Cultures)
        {
            Known("recommendation", Enum.GetNames<Recommendation>(), culture);
            Known("permanence", Enum.GetNames<Permanence>(), culture);
            Known("responsible", Enum.GetNames<Responsible>(), culture);
            Known("audience", Enum.GetNames<Audience>(), culture);
        }
    }

    [Fact]
    public void Both_spellings_say_the_same() =>
        AdviceBook.Default.Word("recommendation.SuppressRecipient", "fr").Should().Be(AdviceBook.Default.Word("recommendation.suppressRecipient", "fr")).And.NotContain("recommendation");

    [Theory]
    [InlineData("unit.MB", "Mo")]
    [InlineData("recommendation.NoSuchThing", "recommendation.NoSuchThing")]
    [InlineData("recommendation.", "recommendation.")]
    [InlineData("", "")]
    public void Other_keys_stay_as_they_are(string key, string word) => AdviceBook.Default.Word(key, "fr").Should().Be(word);

    private static void Known(string kind, string[] members, string culture)
    {
        foreach (var member in members) AdviceBook.Default.Word($"{kind}.{member}", culture).Should().NotContain(".", $"{culture} {kind}.{member}");
    }
}
