using BounceParser.Catalogue;
using BounceParser.Text;

namespace BounceParser.Recognition;

/// <summary>Finds where somebody who has left can be reached now; who stands in for him is somebody else.</summary>
internal static class NewAddress
{
    private const int LongestText = 8_000;
    private const int LongestGap = 80;

    private static readonly Lazy<PhraseSet> Introductions = new(() => WordCatalogue.Of("newAddress"));

    /// <summary>The address that the text calls the new one; null when it names none.</summary>
    public static string? In(string text)
    {
        var folded = FoldedText.Closed(text.AsSpan(0, Math.Min(LongestText, text.Length))).AsSpan();
        for (var at = Introductions.Value.IndexIn(folded); at >= 0; at = Introductions.Value.IndexIn(folded))
        {
            folded = folded[at..];
            if (AddressLine.First(folded[..Math.Min(LongestGap, folded.Length)]) is { } address && address.Contains('.')) return address;
            folded = folded[1..];
        }

        return null;
    }
}
