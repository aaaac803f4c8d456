using BounceParser.Catalogue;
using BounceParser.Text;

namespace BounceParser.Classification;

/// <summary>The situations whose defaults are not their reason's: the lines of <c>Situations.tsv</c>.</summary>
internal static class SituationTable
{
    private const int Columns = 4;

    // Few situations share their name with another reason's.
    private static readonly Lazy<Dictionary<string, Row[]>> Rows = new(() => CatalogueFile.Imaged("situations.image", OfImage, () => ByName(Written())));

    /// <summary>The situations that it names.</summary>
    public static IReadOnlyCollection<(BounceReason Reason, string Situation)> Situations => [.. Rows.Value.Values.SelectMany(rows => rows).Select(row => (row.Reason, row.Situation))];

    /// <summary>What the situation means by default; its reason's where the table does not name it.</summary>
    public static ReasonDefaults Of(BounceReason reason, string? situation) =>
        situation is not null && Rows.Value.TryGetValue(situation, out var rows) && Array.Find(rows, row => row.Reason == reason) is { } own ? own.Defaults : ReasonTable.Of(reason);

    /// <summary>The table as the library's build writes it.</summary>
    public static byte[] ToImage()
    {
        var image = new ImageWriter();
        image.All(Written(), row =>
        {
            image.Number((int)row.Reason);
            image.Text(row.Situation);
            DefaultsImage.Write(image, row.Defaults);
        });
        return image.ToArray();
    }

    private static Dictionary<string, Row[]> OfImage(ReadOnlyMemory<byte> bytes)
    {
        var image = new ImageReader(bytes);
        return ByName(image.All(static (ref from) => new Row((BounceReason)from.Number(), from.Text(), DefaultsImage.Read(ref from))));
    }

    private static Dictionary<string, Row[]> ByName(IEnumerable<Row> rows) => rows.GroupBy(row => row.Situation).ToDictionary(alike => alike.Key, alike => alike.ToArray(), StringComparer.Ordinal);

    private static List<Row> Written()
    {
        var rows = new List<Row>();
        var file = CatalogueFile.Open("Situations.tsv");
        foreach (var (number, cells) in file.Rows())
        {
            if (cells.Length != Columns || !Cause.TryParse(cells[0], out var cause) || cause is not (var reason, { } situation)) throw new CatalogueException(file.Name, number, $"expected a situation and {Columns} columns");
            var defaults = ReasonTable.Of(reason);
            if (rows.Exists(row => row.Reason == reason && row.Situation == situation)) throw new CatalogueException(file.Name, number, "a situation that is there already");
            rows.Add(new Row(reason, situation, defaults with
            {
                Permanence = cells[1].Length > 0 ? file.Member<Permanence>(number, cells[1]) : defaults.Permanence,
                Responsible = cells[2].Length > 0 ? file.Member<Responsible>(number, cells[2]) : defaults.Responsible,
                Recommendation = cells[3].Length > 0 ? file.Member<Recommendation>(number, cells[3]) : defaults.Recommendation,
            }));
        }

        return rows;
    }

    private sealed record Row(BounceReason Reason, string Situation, ReasonDefaults Defaults);
}
