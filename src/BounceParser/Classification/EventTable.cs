using BounceParser.Catalogue;

namespace BounceParser.Classification;

/// <summary>The reasons that sending services give of their own: the lines of <c>Events.tsv</c> that have one, as rules.</summary>
internal static class EventTable
{
    private const string File = "Events.tsv";

    private static readonly Lazy<Dictionary<string, Rule>> Rows = new(() => EventCatalogue.BuiltIn.Rows.Where(row => row.Reason.Length > 0).ToDictionary(row => row.Name, Read, StringComparer.Ordinal));

    /// <summary>All of them.</summary>
    public static IReadOnlyCollection<Rule> Rules => Rows.Value.Values;

    /// <summary>The rule of a line; null for none.</summary>
    public static Rule? Of(string? name) => name is not null && Rows.Value.TryGetValue(name, out var rule) ? rule : null;

    /// <summary>A line as a rule.</summary>
    /// <exception cref="CatalogueException">Its reason is none.</exception>
    public static Rule Read(EventRow row)
    {
        if (!Cause.TryParse(row.Reason, out var cause)) throw new CatalogueException(File, row.Line, $"unknown reason '{row.Reason}'");
        return new Rule
        {
            File = File,
            Line = row.Line,
            // It stands among no rules.
            Ordinal = int.MaxValue,
            Reason = cause.Reason,
            Situation = cause.Situation,
            Conditions = [],
            Evidence = RuleEvidence.Event,
        };
    }
}
