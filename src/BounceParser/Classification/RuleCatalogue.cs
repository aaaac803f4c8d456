using BounceParser.Catalogue;
using BounceParser.Text;

namespace BounceParser.Classification;

/// <summary>All rules in their order, the providers, the words of temporariness, of doubt and those that are misspelled. Immutable.</summary>
internal sealed class RuleCatalogue
{
    private const int MaxFiles = 100;

    // The index numbers both in 16 bits.
    private const int MaxWords = 60_000;
    private const int MaxRules = 60_000;

    private static readonly Lazy<RuleCatalogue> Shared = new(Imaged);

    private readonly LazyList<Rule> _rules;

    // What most rules are decided by, close together.
    private readonly RuleBrief[] _brief;

    private RuleCatalogue(LazyList<Rule> rules, RuleBrief[] brief, int own, IndexedWords temporariness, WordsOfDoubt doubts, IndexedWords misspellings, ProviderTable providers, RuleIndex index) =>
        (_rules, _brief, OwnRules, Temporariness, Doubts, Misspellings, Providers, Index) = (rules, brief, own, temporariness, doubts, misspellings, providers, index);

    /// <summary>The catalogue of the library alone.</summary>
    public static RuleCatalogue BuiltIn => Shared.Value;

    public IReadOnlyList<Rule> Rules => _rules;

    /// <summary>How many rules are the user's own: they come first.</summary>
    public int OwnRules { get; }

    public ProviderTable Providers { get; }

    /// <summary>Words that put off and do not refuse for good: <c>Temporariness.txt</c>.</summary>
    public IndexedWords Temporariness { get; }

    /// <summary>Words beside which no address is dead: <c>Doubts.txt</c>.</summary>
    public WordsOfDoubt Doubts { get; }

    /// <summary>Words that <see cref="Spelling"/> puts right.</summary>
    public IndexedWords Misspellings { get; }

    public RuleIndex Index { get; }

    /// <summary>Loads the user's files, in the order given, then the built-in ones, in name order.</summary>
    /// <exception cref="CatalogueException">A file cannot be read; the message names file and line.</exception>
    public static RuleCatalogue Load(IReadOnlyList<string> ownFiles)
    {
        if (ownFiles.Count > MaxFiles) throw new CatalogueException(Path.GetFileName(ownFiles[MaxFiles]), 0, $"more than {MaxFiles} rule files");
        return Of([.. ownFiles.Select(CatalogueFile.OpenOwn)], [.. CatalogueFile.Embedded("Rules", ".rules")]);
    }

    /// <summary>The catalogue of these files, with the built-in providers, words of temporariness and misspellings.</summary>
    public static RuleCatalogue Of(IReadOnlyList<CatalogueFile> own, IReadOnlyList<CatalogueFile> builtIn)
    {
        var rules = new List<Rule>();
        foreach (var file in own) rules.AddRange(RuleReader.Read(file, rules.Count));
        var count = rules.Count;
        foreach (var file in builtIn) rules.AddRange(RuleReader.Read(file, rules.Count));
        if (rules.Sum(rule => rule.Words) > MaxWords) throw new CatalogueException((own.Count > 0 ? own : builtIn)[^1].Name, 0, $"more than {MaxWords} words to look for, those of all files before it counted");
        if (rules.Count > MaxRules) throw new CatalogueException((own.Count > 0 ? own : builtIn)[^1].Name, 0, $"more than {MaxRules} rules, those of all files before it counted");
        var temporariness = new IndexedWords("Temporariness.txt", CatalogueFile.Open("Temporariness.txt").Lines());
        var doubts = new WordsOfDoubt(CatalogueFile.Open("Doubts.txt"));
        var misspellings = new IndexedWords("Misspellings.txt", CatalogueFile.Open("Misspellings.txt").Phrases().Select(entry => (0, entry.Phrase)));
        var providers = new ProviderTable(CatalogueFile.Open("Providers.tsv"));
        var index = new RuleIndex(rules, [.. temporariness.Indexed, .. misspellings.Indexed], [.. providers.Markers.Select(marker => marker.Marker)]);
        return new RuleCatalogue(new LazyList<Rule>(rules), [.. rules.Select(RuleBrief.Of)], count, temporariness, doubts, misspellings, providers, index);
    }

    /// <summary>The catalogue as the library's build writes it, ready to be used.</summary>
    public byte[] ToImage()
    {
        var image = new ImageWriter();
        RuleImage.Write(image, _rules);
        image.Array<RuleBrief>(_brief);
        Temporariness.Write(image);
        Doubts.Write(image);
        Misspellings.Write(image);
        Providers.Write(image);
        Index.Write(image);
        return image.ToArray();
    }

    /// <summary>The catalogue of an image, without user's rules.</summary>
    public static RuleCatalogue OfImage(ReadOnlyMemory<byte> bytes)
    {
        var image = new ImageReader(bytes);
        return new RuleCatalogue(RuleImage.Read(ref image), image.Array<RuleBrief>(), 0, IndexedWords.Read(ref image), WordsOfDoubt.Read(ref image), IndexedWords.Read(ref image), ProviderTable.Read(ref image), RuleIndex.Read(ref image));
    }

    private static RuleCatalogue Imaged() => CatalogueFile.Imaged("rules.image", OfImage, () => Load([]));

    /// <summary>The rules that hold, one for each reason, lowest ordinal first.</summary>
    /// <param name="candidates">The rules that may hold, as the index found them.</param>
    /// <param name="subject">What they are held against.</param>
    /// <param name="ordinals">As many as are wanted.</param>
    /// <returns>How many were found.</returns>
    public int Match(ReadOnlySpan<ulong> candidates, in RuleSubject subject, Span<int> ordinals)
    {
        var count = 0;
        foreach (var ordinal in new Bits(candidates))
        {
            var (reason, words) = _brief[ordinal];
            if (IsNew(reason, ordinals[..count]) && (words != RuleBrief.Several ? subject.Found.Has(words) : _rules[ordinal].Holds(subject))) ordinals[count++] = ordinal;
            if (count == ordinals.Length) break;
        }

        return count;
    }

    private bool IsNew(BounceReason reason, ReadOnlySpan<int> ordinals)
    {
        foreach (var ordinal in ordinals)
            if (_brief[ordinal].Reason == reason) return false;
        return true;
    }
}
