using BounceParser.Text;

namespace BounceParser.Catalogue;

/// <summary>The words of reports, idea by idea, every language together, folded: <c>Words/</c>, explained at the head of its English file.</summary>
internal sealed class WordCatalogue
{
    private static readonly WordCatalogue Shared = CatalogueFile.Imaged("words.image", OfImage, Written);

    private readonly Dictionary<string, int> _numbers;
    private readonly LazyList<PhraseSet> _sets;

    // The ideas that the image was written to find in one pass, and what finds them.
    private readonly (string[] Ideas, LazyList<PhraseIndex> Index)? _together;

    private WordCatalogue(string[] ideas, LazyList<PhraseSet> sets, (string[] Ideas, LazyList<PhraseIndex> Index)? together)
    {
        (_numbers, _sets, _together) = (new Dictionary<string, int>(ideas.Length, StringComparer.Ordinal), sets, together);
        foreach (var idea in ideas) _numbers.Add(idea, _numbers.Count);
    }

    public IReadOnlyCollection<string> Ideas => _numbers.Keys;

    /// <summary>The words of that idea, none twice; none when no language has it.</summary>
    public PhraseSet this[string idea] => _numbers.TryGetValue(idea, out var number) ? _sets[number] : new PhraseSet([]);

    /// <inheritdoc cref="this[string]"/>
    public static PhraseSet Of(string idea) => Shared[idea];

    /// <summary>The words of several ideas, one idea after the other, to be found in one pass. The image has those of the ideas that it was written with.</summary>
    public static PhraseIndex Together(IReadOnlyList<string> ideas) => Shared._together is var (written, index) && written.SequenceEqual(ideas) ? index[0] : Shared.IndexOf(ideas);

    /// <summary>All of them as the files say.</summary>
    /// <exception cref="CatalogueException">A line is none, or a phrase is empty.</exception>
    public static WordCatalogue Written()
    {
        var ideas = CatalogueFile.Embedded("Words", ".txt").SelectMany(file => file.Phrases()).ToLookup(entry => entry.Idea, entry => FoldedText.Closed(entry.Phrase), StringComparer.Ordinal);
        return new WordCatalogue([.. ideas.Select(idea => idea.Key)], new LazyList<PhraseSet>(ideas.Select(idea => new PhraseSet(idea))), null);
    }

    /// <summary>The same as the library's build writes it.</summary>
    /// <param name="together">The ideas that are looked for in one pass.</param>
    public byte[] ToImage(IReadOnlyList<string> together)
    {
        var image = new ImageWriter();
        image.All(_numbers.Keys, image.Text);
        image.Each(_sets, static (to, set) => set.Write(to));
        image.All(together, image.Text);
        image.Each([IndexOf(together)], static (to, index) => index.Write(to));
        return image.ToArray();
    }

    public static WordCatalogue OfImage(ReadOnlyMemory<byte> bytes)
    {
        var image = new ImageReader(bytes);
        return new WordCatalogue(image.All(static (ref from) => from.Text()), image.Each(PhraseSet.Read), (image.All(static (ref from) => from.Text()), image.Each(PhraseIndex.Read)));
    }

    private PhraseIndex IndexOf(IReadOnlyList<string> ideas) => new([.. ideas.SelectMany(idea => this[idea].Phrases)]);
}
