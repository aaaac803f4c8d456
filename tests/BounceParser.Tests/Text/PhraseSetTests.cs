using BounceParser.Text;

namespace BounceParser.Tests.Text;

public sealed class PhraseSetTests
{
    private static readonly PhraseSet Phrases = new(["recipient", "sent to", "the copy for"]);

    [Theory]
    [InlineData("recipient", true)]
    [InlineData("the recipient", false)]
    [InlineData("recipients", false)]
    [InlineData("", false)]
    public void Words_are_a_phrase_only_as_a_whole(string words, bool whole) => Phrases.Contains(words).Should().Be(whole);

    [Theory]
    [InlineData("mail sent to", true)]
    [InlineData("resent to", false)]
    [InlineData("sent to anna", false)]
    public void Words_end_with_a_phrase_that_begins_a_word(string words, bool end) => Phrases.Ends(words).Should().Be(end);

    [Theory]
    [InlineData("Sent to Anna", true)]
    [InlineData("mail sent to", false)]
    public void Words_begin_with_a_phrase(string words, bool begin) => Phrases.Begins(words).Should().Be(begin);
}
