using BounceParser.Text;

namespace BounceParser.Tests.Text;

public sealed class OpeningsTests
{
    private static readonly Openings Phrases = new(["original message", "original mail", "copie", "le", "les mots"]);

    [Theory]
    [InlineData("Original\tMESSAGE follows", true)]
    [InlineData("ORIGINAL MAIL", true)]
    [InlineData("original text", false)]
    [InlineData("Copié de", true)]
    [InlineData("copi", false)]
    [InlineData("l", false)]
    [InlineData("Le mot", true)]
    [InlineData("", false)]
    public void Words_begin_with_a_phrase_whatever_their_case_and_accents(string words, bool begin) => Phrases.Begin(words).Should().Be(begin);

    [Fact]
    public void One_long_phrase_alone_is_found_by_its_first_letters()
    {
        var phrases = new Openings(["original message"]);
        phrases.Begin("Original message").Should().BeTrue();
        phrases.Begin("Original massage").Should().BeFalse();
    }
}
