using BounceParser.Text;

namespace BounceParser.Tests.Text;

public sealed class CaselessTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("User")]
    [InlineData("[x@]")]
    [InlineData("éa")]
    [InlineData("ящик@é")]
    [InlineData("ящик")]
    [InlineData("a text of more units than are looked at together")]
    public void Words_are_found_in_any_case_wherever_they_stand(string words)
    {
        for (var before = 0; before < 60; before++)
            for (var after = 0; after < 40; after += 13)
            {
                var text = new string('-', before) + words.ToUpperInvariant() + new string('-', after);
                Caseless.IndexOf(text, words).Should().Be(before);
                Caseless.IndexOf(text + words, words).Should().Be(before);
                Caseless.Contains(text.AsSpan(0, text.Length - after - 1), words).Should().BeFalse();
            }
    }

    [Theory]
    [InlineData("u-r u--r uSeR", 9)]
    [InlineData("u5er u-r  u-r  u-r  u-r  u-r u5eR", -1)]
    [InlineData("", -1)]
    public void First_and_last_units_alone_are_not_the_words(string text, int place) => Caseless.IndexOf(text, "user").Should().Be(place);

    [Fact]
    public void Other_units_do_not_pass_for_letters_of_the_other_case() => Caseless.Contains("{x`}", "[x@]").Should().BeFalse();

    [Fact]
    public void No_words_stand_at_the_start() => Caseless.IndexOf("text", "").Should().Be(0);
}
