using BounceParser.Catalogue;
using BounceParser.Evidence;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>A program whose bounces differ from another's, or from those of nobody that we know, in words alone: a row of <c>Catalogue/Dialects.tsv</c>.</summary>
internal sealed class WordDialect : Dialect
{
    private readonly Dialect? _reader;

    private WordDialect(string name, IReadOnlyList<string> markers, Dialect? reader)
    {
        Name = name;
        Markers = markers;
        _reader = reader;
    }

    public override string Name { get; }

    // Its own markers are few beside those of the program whose layout it shares.
    public override string? Base => _reader?.Name;

    public override IReadOnlyList<string> Markers { get; }

    public override BounceEvidence? Read(BounceText text) => (_reader is null ? text.Shared : _reader.Read(text)) is { } evidence ? evidence with { Dialect = Name } : null;

    /// <summary>The written dialects, then those of an image, in order.</summary>
    public static List<Dialect> Read(IReadOnlyList<Dialect> written, ref ImageReader image)
    {
        List<Dialect> readers = [.. written];
        for (var count = image.Number(); count > 0; count--)
        {
            var (name, markers, reader) = (image.Text(), image.Texts(), image.Number());
            readers.Add(new WordDialect(name, markers, reader < 0 ? null : readers[reader]));
        }

        return readers;
    }

    /// <param name="image">Takes the rows of the table.</param>
    /// <param name="dialects">All that there are.</param>
    public static void Write(ImageWriter image, List<Dialect> dialects) => image.All([.. dialects.OfType<WordDialect>()], dialect =>
    {
        image.Text(dialect.Name);
        image.Texts(dialect.Markers);
        image.Number(dialect._reader is null ? -1 : dialects.IndexOf(dialect._reader));
    });

    /// <summary>The written dialects, then the rows of the table, in order.</summary>
    /// <param name="written">The dialects that a row may name as its reader, beside the rows before it.</param>
    public static List<Dialect> All(IReadOnlyList<Dialect> written)
    {
        List<Dialect> readers = [.. written];
        var table = CatalogueFile.Open("Dialects.tsv");
        foreach (var (number, cells) in table.Rows())
        {
            if (cells is not [var name, var reader, _, var markers]) throw new CatalogueException(table.Name, number, "expected name, reader, seen and markers");
            var found = readers.Find(dialect => dialect.Name == reader);
            if (found is null && reader != "shared") throw new CatalogueException(table.Name, number, $"unknown reader '{reader}'");
            readers.Add(new WordDialect(name, [.. markers.Split(" | ").Select(marker => FoldedText.Closed(marker).Trim())], found));
        }

        return readers;
    }
}
