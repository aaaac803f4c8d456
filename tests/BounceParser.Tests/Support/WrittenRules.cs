using BounceParser.Classification;

namespace BounceParser.Tests.Support;

/// <summary>The built-in rules read from their files, every pattern of them: the image that the library loads keeps of most only what finds them.</summary>
internal static class WrittenRules
{
    public static readonly RuleCatalogue Catalogue = RuleCatalogue.Load([]);
}
