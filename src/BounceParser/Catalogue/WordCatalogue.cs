using BounceParser.Text;

namespace BounceParser.Catalogue;

/// <summary>The words of reports, idea by idea, every language together, folded: <c>Words/</c>, explained at the head of its English file.</summary>
internal static class WordCatalogue
{
    private static readonly Dictionary<string, string[]> Ideas = CatalogueFile.OpenImage("words.image") is { Length: > 0 } image ? OfImage(image) : Written();

    /// <summary>The words of that idea; none when no language has it.</summary>
    public static IReadOnlyList<string> Of(string idea) => Ideas.TryGetValue(idea, out var words) ? words : [];

    /// <summary>All of them as the files say.</summary>
    /// <exception cref="CatalogueException">A line is none, or a phrase is empty.</exception>
    public static Dictionary<string, string[]> Written() => CatalogueFile.Embedded("Words", ".txt").SelectMany(file => file.Phrases())
        .GroupBy(entry => entry.Idea, entry => FoldedText.Closed(entry.Phrase), StringComparer.Ordinal).ToDictionary(idea => idea.Key, words => words.ToArray(), StringComparer.Ordinal);

    /// <summary>The same as the library's build writes it.</summary>
    public static byte[] ToImage()
    {
        var image = new ImageWriter();
        image.All(Written(), idea =>
        {
            image.Text(idea.Key);
            image.All(idea.Value, image.Text);
        });
        return image.ToArray();
    }

    public static Dictionary<string, string[]> OfImage(ReadOnlyMemory<byte> bytes)
    {
        var image = new ImageReader(bytes);
        return image.All(static (ref from) => (Idea: from.Text(), Words: from.All(static (ref word) => word.Text()))).ToDictionary(idea => idea.Idea, idea => idea.Words, StringComparer.Ordinal);
    }
}
