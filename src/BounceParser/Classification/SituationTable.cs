using BounceParser.Catalogue;

namespace BounceParser.Classification;

/// <summary>The situations whose defaults are not their reason's: the lines of <c>Situations.tsv</c>.</summary>
internal static class SituationTable
{
    private const int Columns = 4;

    private static readonly Lazy<Dictionary<(BounceReason, string), ReasonDefaults>> Rows = new(Read);

    /// <summary>The situations that it names.</summary>
    public static IReadOnlyCollection<(BounceReason Reason, string Situation)> Situations => Rows.Value.Keys;

    /// <summary>What the situation means by default; its reason's where the table does not name it.</summary>
    public static ReasonDefaults Of(BounceReason reason, string? situation) =>
        situation is not null && Rows.Value.TryGetValue((reason, situation), out var own) ? own : ReasonTable.Of(reason);

    private static Dictionary<(BounceReason, string), ReasonDefaults> Read()
    {
        var rows = new Dictionary<(BounceReason, string), ReasonDefaults>();
        if (CatalogueFile.Open("Situations.tsv") is not { } file) return rows;
        foreach (var (number, cells) in file.Rows())
        {
            if (cells.Length != Columns || cells[0].Split('/') is not [var name, var situation]) throw new CatalogueException(file.Name, number, $"expected a situation and {Columns} columns");
            var reason = file.Member<BounceReason>(number, name);
            var defaults = ReasonTable.Of(reason);
            rows.Add((reason, situation), defaults with
            {
                Permanence = cells[1].Length > 0 ? file.Member<Permanence>(number, cells[1]) : defaults.Permanence,
                Responsible = cells[2].Length > 0 ? file.Member<Responsible>(number, cells[2]) : defaults.Responsible,
                Recommendation = cells[3].Length > 0 ? file.Member<Recommendation>(number, cells[3]) : defaults.Recommendation,
            });
        }

        return rows;
    }
}
