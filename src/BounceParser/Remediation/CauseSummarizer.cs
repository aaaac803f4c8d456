using System.Globalization;
using BounceParser.Catalogue;

namespace BounceParser.Remediation;

/// <summary>Groups the refusals of many reports by cause and refusing side.</summary>
internal sealed class CauseSummarizer(AdviceBook book, AdviceLanguage language)
{
    public IReadOnlyList<CauseSummary> Summarise(IEnumerable<BounceReport> reports)
    {
        var refusals = new Dictionary<Refusal, int>();
        var sides = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var diagnosis in reports.SelectMany(report => report.Diagnoses).Where(IsRefusal))
        {
            var refusal = new Refusal(new Cause(diagnosis.Reason, diagnosis.Situation), SideOf(diagnosis), diagnosis.IsOwnFault);
            refusals[refusal] = refusals.GetValueOrDefault(refusal) + 1;
            sides[refusal.Side] = sides.GetValueOrDefault(refusal.Side) + 1;
        }

        return [.. refusals.OrderByDescending(pair => pair.Key.IsOwnFault).ThenByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key.Side, StringComparer.Ordinal).ThenBy(pair => pair.Key.Cause.Reason).ThenBy(pair => pair.Key.Cause.Situation, StringComparer.Ordinal)
            .Select(pair => Summary(pair.Key, pair.Value, sides[pair.Key.Side]))];
    }

    private static bool IsRefusal(Diagnosis diagnosis) => diagnosis.Action is DsnAction.Failed or DsnAction.Delayed;

    private static string SideOf(Diagnosis diagnosis) =>
        diagnosis.Provider ?? Placeholders.DomainOf(diagnosis)?.ToLowerInvariant() ?? "";

    private CauseSummary Summary(Refusal refusal, int count, int ofAll)
    {
        var advice = book.For(refusal.Cause.Reason, refusal.Cause.Situation, language.Culture);
        return new CauseSummary
        {
            Reason = refusal.Cause.Reason,
            Situation = refusal.Cause.Situation,
            RefusedBy = refusal.Side.Length > 0 ? refusal.Side : null,
            Count = count,
            OfAll = ofAll,
            IsOwnFault = refusal.IsOwnFault,
            Text = Sentence(refusal, count, ofAll, advice.Title),
            Advice = advice,
        };
    }

    // summary.one, summary.many: {count} of {all} refusals {at side}: {title}. Then whose fault it is.
    private string Sentence(Refusal refusal, int count, int ofAll, string title)
    {
        var side = refusal.Side.Length > 0 ? " " + language.Word("summary.at").Replace("{side}", refusal.Side, StringComparison.Ordinal) : "";
        var sentence = language.Word(ofAll == 1 ? "summary.one" : "summary.many")
            .Replace("{count}", count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{all}", ofAll.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{at}", side, StringComparison.Ordinal)
            .Replace("{title}", title, StringComparison.Ordinal);
        return refusal.IsOwnFault ? sentence + " " + language.Word("summary.ownFault") : sentence;
    }

    private readonly record struct Refusal(Cause Cause, string Side, bool IsOwnFault);
}
