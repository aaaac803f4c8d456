using BounceParser.Catalogue;

namespace BounceParser.Tests;

/// <summary>A file of the catalogue: what is missing, and what a cell does not name, is told with the file and the line.</summary>
public sealed class CatalogueFileTests
{
    private static readonly CatalogueFile File = new("own.tsv", "");

    [Fact]
    public void Cell_names_a_member_in_any_case() => File.Member<Recommendation>(7, "retryLater").Should().Be(Recommendation.RetryLater);

    [Theory]
    [InlineData("suppressRecipient,retryLater")]
    [InlineData("suppressRecipient, retryLater")]
    [InlineData(" retryLater")]
    [InlineData("never")]
    [InlineData("2")]
    [InlineData("-1")]
    [InlineData("")]
    public void Cell_that_does_not_name_exactly_one_is_refused(string name) =>
        FluentActions.Invoking(() => File.Member<Recommendation>(7, name)).Should().Throw<CatalogueException>().WithMessage($"own.tsv(7): unknown value '{name}'");

    [Fact]
    public void File_that_the_library_lacks_is_named() =>
        FluentActions.Invoking(() => CatalogueFile.Open("Rules/missing.rules")).Should().Throw<CatalogueException>().Which.File.Should().Be("Rules/missing.rules");
}
