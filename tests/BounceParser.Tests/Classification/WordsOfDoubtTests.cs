using BounceParser.Catalogue;
using BounceParser.Classification;

namespace BounceParser.Tests.Classification;

public sealed class WordsOfDoubtTests
{
    [Theory]
    [InlineData("no such user for this login", true)]
    [InlineData("no such user, the logins are closed", false)]
    [InlineData("no such user, forwarding failed", true)]
    [InlineData("no such user, forwarder", true)]
    [InlineData("no such user, straightforward", false)]
    [InlineData("no such user", false)]
    [InlineData("login", true)]
    [InlineData("", false)]
    public void Words_are_found_whole_and_stems_where_words_begin(string text, bool isFound) =>
        new WordsOfDoubt(new CatalogueFile("own.txt", "# of logins\nlogin\n\nforward*\n")).AreIn(text).Should().Be(isFound);

    [Theory]
    [InlineData("one ... two")]
    [InlineData("for ## days")]
    [InlineData("on*e")]
    public void What_is_no_list_of_words_names_file_and_line(string line) =>
        FluentActions.Invoking(() => new WordsOfDoubt(new CatalogueFile("own.txt", "login\n" + line))).Should().Throw<CatalogueException>().Which.Message.Should().Contain("own.txt(2)");
}
