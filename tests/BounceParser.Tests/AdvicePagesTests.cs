using BounceParser.Remediation;
using BounceParser.Tests.Support;

namespace BounceParser.Tests;

/// <summary>The pages that the advice sends people to: their owner's own, seen by one of us, none invented.</summary>
public sealed class AdvicePagesTests
{
    private static readonly HashSet<string> Verified = TestTable.Rows("verified-pages.tsv").Select(row => row.Cells[0]).ToHashSet();

    public static TheoryData<string> Cultures => [.. AdviceCatalogue.BuiltIn.Cultures];

    [Theory, MemberData(nameof(Cultures))]
    public void Every_page_named_was_verified(string culture) => PagesOf(culture).Should().BeSubsetOf(Verified);

    [Fact]
    public void Every_verified_page_is_named_somewhere() => Verified.Should().BeSubsetOf(AdviceCatalogue.BuiltIn.Cultures.SelectMany(PagesOf).ToList());

    // A host that the reader has to complete (`https://mta-sts.` and the domain) is no page.
    private static HashSet<string> PagesOf(string culture) =>
        AdviceCatalogue.BuiltIn.Language(culture).Sections.Values.SelectMany(section => section.Texts).SelectMany(Pages).Where(page => !page.StartsWith("https://mta-sts", StringComparison.Ordinal)).ToHashSet();

    private static IEnumerable<string> Pages(string text)
    {
        for (var at = text.IndexOf("http", StringComparison.Ordinal); at >= 0; at = text.IndexOf("http", at + 4, StringComparison.Ordinal))
            if (text[at..].StartsWith("http://", StringComparison.Ordinal) || text[at..].StartsWith("https://", StringComparison.Ordinal))
                yield return new string([.. text[at..].TakeWhile(c => !char.IsWhiteSpace(c) && c is not ('}' or ')' or '`' or ',' or ';'))]).TrimEnd('.', ':');
    }
}
