using BounceParser.Dialects;
using BounceParser.Text;

namespace BounceParser.Tests.Dialects;

public sealed class DialectRegistryTests
{
    [Fact]
    public void Every_dialect_is_listed_once()
    {
        var written = typeof(Dialect).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Dialect)) && !type.IsAbstract);
        DialectRegistry.All.Select(dialect => dialect.GetType()).Distinct().Should().BeEquivalentTo(written);
    }

    [Fact]
    public void Markers_are_folded_as_the_text_is() =>
        DialectRegistry.All.SelectMany(dialect => dialect.Markers).Should().OnlyContain(marker => FoldedText.Closed(marker) == marker);

    [Fact]
    public void A_base_is_a_dialect() =>
        DialectRegistry.All.Select(dialect => dialect.Base).OfType<string>().Should().BeSubsetOf(DialectRegistry.All.Select(dialect => dialect.Name));

    [Theory]
    [MemberData(nameof(DialectSamples.All), MemberType = typeof(DialectSamples))]
    public void A_text_belongs_to_its_program_and_to_no_other(string name, string text)
    {
        var claims = DialectRegistry.Claims(DialectSamples.Whole(text));
        claims[0].Dialect.Name.Should().Be(name);
        claims.Skip(1).Where(claim => claim.Markers * 2 > claims[0].Markers).Should().BeEmpty("a stray phrase is no claim, more is one");
    }

    [Theory]
    [MemberData(nameof(DialectSamples.All), MemberType = typeof(DialectSamples))]
    public void Wrapping_and_case_do_not_matter(string name, string text)
    {
        var wrapped = text.Replace(' ', '\n').ToUpperInvariant();
        DialectRegistry.Recognise(DialectSamples.Pasted(wrapped))!.Name.Should().Be(name);
    }

    [Theory]
    [MemberData(nameof(DialectSamples.All), MemberType = typeof(DialectSamples))]
    public void No_text_cut_anywhere_throws(string name, string text)
    {
        name.Should().NotBeEmpty();
        for (var at = 0; at < text.Length; at++)
        {
            DialectRegistry.Read(DialectSamples.Pasted(text[at..]));
            DialectRegistry.Read(DialectSamples.Whole(text[..at]));
        }
    }

    [Fact]
    public void Ordinary_words_have_no_dialect() =>
        DialectRegistry.Recognise(DialectSamples.Whole("Hello, shall we meet at noon?\n\nYours")).Should().BeNull();

    [Fact]
    public void The_returned_message_claims_nothing() =>
        DialectRegistry.Recognise(DialectSamples.Whole("Sorry.\n\n--- Original message ---\n\n" + DialectSamples.Postfix)).Should().BeNull();

    [Theory]
    [InlineData("Denied post to list")]
    [InlineData(" DENIED\n post to list")]
    [InlineData("Denied\n\tpost to list")]
    [InlineData("Denied post to list\u00e9")]
    public void Header_that_begins_with_a_marker_claims_the_text(string subject) =>
        DialectRegistry.Recognise(DialectSamples.Whole("Sorry.", subject))!.Name.Should().Be("majordomo");

    [Theory]
    [InlineData("Your denied post to list")]
    [InlineData("Denied pos")]
    [InlineData("Denied")]
    [InlineData("Denied post\u00e9to")]
    [InlineData("Denied\n by post to")]
    public void Header_that_begins_otherwise_claims_nothing(string subject) =>
        DialectRegistry.Recognise(DialectSamples.Whole("Sorry.", subject)).Should().BeNull();
}
