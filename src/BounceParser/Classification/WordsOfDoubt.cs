using BounceParser.Catalogue;
using BounceParser.Text;

namespace BounceParser.Classification;

/// <summary>Words beside which no address is believed dead: <c>Doubts.txt</c>. They have an index of their own, since only a refusal that would end an address is searched for them.</summary>
internal sealed class WordsOfDoubt
{
    private const char Stem = '*';

    private readonly PhraseIndex _phrases;

    // True for the beginning of a word, false for whole words.
    private readonly bool[] _areStems;

    /// <param name="file">One phrase a line; <c>word*</c> for the beginning of a word.</param>
    public WordsOfDoubt(CatalogueFile file)
    {
        var lines = file.Lines().Select(row => (row.Number, Words: FoldedText.Closed(row.Line.AsSpan().TrimEnd(Stem)), IsStem: row.Line.EndsWith(Stem))).DistinctBy(row => row.Words).ToList();
        if (lines.Find(row => row.Words.AsSpan().ContainsAny("*#|\"") || row.Words.Contains(" ... ", StringComparison.Ordinal)) is { Words: not null } wrong)
            throw new CatalogueException(file.Name, wrong.Number, "expected words alone, and * behind the beginning of one");
        (_phrases, _areStems) = (new PhraseIndex([.. lines.Select(row => row.Words)]), [.. lines.Select(row => row.IsStem)]);
    }

    private WordsOfDoubt(ref ImageReader image) => (_phrases, _areStems) = (PhraseIndex.Read(ref image), image.Array<bool>());

    public static WordsOfDoubt Read(ref ImageReader image) => new(ref image);

    public void Write(ImageWriter image)
    {
        _phrases.Write(image);
        image.Array<bool>(_areStems);
    }

    /// <summary>True when a folded text, its names blanked, holds one.</summary>
    public bool AreIn(ReadOnlySpan<char> blanked)
    {
        var search = new Search(blanked, _areStems);
        _phrases.Find(blanked, ref search);
        return search.IsFound;
    }

    private ref struct Search(ReadOnlySpan<char> blanked, bool[] areStems) : IPhraseVisitor
    {
        private readonly ReadOnlySpan<char> _blanked = blanked;

        public bool IsFound { get; private set; }

        public void Visit(int phrase, int start, int length) =>
            IsFound |= Fits.StartsWord(_blanked, start) && (areStems[phrase] || Fits.EndsWord(_blanked, start + length));
    }
}
