using BounceParser.Catalogue;

namespace BounceParser.Classification;

/// <summary>What a reason means by default: a line of <c>Reasons.tsv</c>.</summary>
/// <param name="Permanence">Null where nothing failed.</param>
/// <param name="Responsible">Who can mend it.</param>
/// <param name="Recommendation">What to do when nothing in the reply says otherwise.</param>
internal readonly record struct ReasonDefaults(Permanence? Permanence, Responsible Responsible, Recommendation Recommendation);

/// <summary>The defaults of every reason.</summary>
internal static class ReasonTable
{
    private static readonly Lazy<ReasonDefaults[]> Rows = new(Read);

    public static ReasonDefaults Of(BounceReason reason) => (int)reason < Rows.Value.Length ? Rows.Value[(int)reason] : new ReasonDefaults(Permanence.Unknown, default, default);

    private static ReasonDefaults[] Read()
    {
        var rows = new ReasonDefaults[Enum.GetValues<BounceReason>().Max(reason => (int)reason) + 1];
        Array.Fill(rows, new ReasonDefaults(Permanence.Unknown, default, default));
        if (CatalogueFile.Open("Reasons.tsv") is not { } file) return rows;
        foreach (var (number, cells) in file.Rows())
        {
            if (cells.Length != 10) throw new CatalogueException(file.Name, number, "expected ten columns");
            var permanence = cells[7] == "none" ? (Permanence?)null : Member<Permanence>(file, number, cells[7]);
            rows[(int)Member<BounceReason>(file, number, cells[0])] =
                new ReasonDefaults(permanence, Member<Responsible>(file, number, cells[8]), Member<Recommendation>(file, number, cells[9]));
        }

        return rows;
    }

    private static T Member<T>(CatalogueFile file, int number, string name)
        where T : struct, Enum =>
        Enum.TryParse<T>(name, ignoreCase: true, out var value) ? value : throw new CatalogueException(file.Name, number, $"unknown value '{name}'");
}
