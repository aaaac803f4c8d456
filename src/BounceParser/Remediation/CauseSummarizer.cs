using System.Globalization;

namespace BounceParser.Remediation;

/// <summary>Groups the refusals of many reports by cause and refusing side.</summary>
internal sealed class CauseSummarizer(AdviceBook book, AdviceLanguage language)
{
    public IReadOnlyList<CauseSummary> Summarise(IEnumerable<BounceReport> reports)
    {
        var refusals = new Dictionary<Cause, int>();
        var sides = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var diagnosis in reports.SelectMany(report => report.Diagnoses).Where(IsRefusal))
        {
            var cause = new Cause(diagnosis.Reason, diagnosis.Situation, SideOf(diagnosis), diagnosis.IsOwnFault);
            refusals[cause] = refusals.GetValueOrDefault(cause) + 1;
            sides[cause.Side] = sides.GetValueOrDefault(cause.Side) + 1;
        }

        return [.. refusals.OrderByDescending(pair => pair.Key.IsOwnFault).ThenByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key.Side, StringComparer.Ordinal).ThenBy(pair => pair.Key.Reason).ThenBy(pair => pair.Key.Situation, StringComparer.Ordinal)
            .Select(pair => Summary(pair.Key, pair.Value, sides[pair.Key.Side]))];
    }

    private static bool IsRefusal(Diagnosis diagnosis) => diagnosis.Action is DsnAction.Failed or DsnAction.Delayed;

    private static string SideOf(Diagnosis diagnosis) =>
        diagnosis.Provider ?? Placeholders.Clean((diagnosis.FinalRecipient ?? diagnosis.OriginalRecipient)?.Split('@')[^1].ToLowerInvariant()) ?? "";

    private CauseSummary Summary(Cause cause, int count, int ofAll)
    {
        var advice = book.For(cause.Reason, cause.Situation, language.Culture);
        return new CauseSummary
        {
            Reason = cause.Reason,
            Situation = cause.Situation,
            RefusedBy = cause.Side.Length > 0 ? cause.Side : null,
            Count = count,
            OfAll = ofAll,
            IsOwnFault = cause.IsOwnFault,
            Text = Sentence(cause, count, ofAll, advice.Title),
            Advice = advice,
        };
    }

    // summary.one, summary.many: {count} of {all} refusals {at side}: {title}. Then whose fault it is.
    private string Sentence(Cause cause, int count, int ofAll, string title)
    {
        var side = cause.Side.Length > 0 ? " " + language.Word("summary.at").Replace("{side}", cause.Side, StringComparison.Ordinal) : "";
        var sentence = language.Word(ofAll == 1 ? "summary.one" : "summary.many")
            .Replace("{count}", count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{all}", ofAll.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{at}", side, StringComparison.Ordinal)
            .Replace("{title}", title, StringComparison.Ordinal);
        return cause.IsOwnFault ? sentence + " " + language.Word("summary.ownFault") : sentence;
    }

    private readonly record struct Cause(BounceReason Reason, string? Situation, string Side, bool IsOwnFault);
}
