using BounceParser.Cli.Input;
using BounceParser.Cli.Parsing;

namespace BounceParser.Cli.Reporting;

/// <summary>One bounce, as evidence for its cause.</summary>
internal sealed record Example(string? Recipient, DateTimeOffset? Date, string Words, string Source);

/// <summary>The bounces of one cause.</summary>
internal sealed class CauseGroup
{
    public const int MostExamples = 20;

    public required BounceReason Reason { get; init; }
    public required string? Situation { get; init; }
    public int Count { get; private set; }
    public List<Example> Examples { get; } = [];

    public void Add(Example example)
    {
        Count++;
        if (Examples.Count < MostExamples) Examples.Add(example);
    }
}

/// <summary>What many messages say together: counted while they are read, the messages themselves are not kept.</summary>
internal sealed class BounceFigures
{
    private readonly Dictionary<(BounceReason, string?), CauseGroup> _own = [], _others = [];

    public int Messages { get; private set; }
    public int Failures { get; private set; }
    public int Delays { get; private set; }
    public int Complaints { get; private set; }
    public int ToReview { get; private set; }
    public int Unreadable { get; private set; }
    public SortedDictionary<DateOnly, int> Days { get; } = [];
    public int Undated { get; private set; }
    public Dictionary<BounceReason, int> Reasons { get; } = [];
    public Dictionary<string, int> Providers { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, Example> ToDrop { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What the sender can mend, most frequent first.</summary>
    public IReadOnlyList<CauseGroup> Own => Sorted(_own);

    public IReadOnlyList<CauseGroup> Others => Sorted(_others);

    public void Add(MailResult result)
    {
        Messages++;
        if (result.Report is not { } report) Unreadable++;
        else foreach (var diagnosis in report.Diagnoses) Add(result, report, diagnosis);
    }

    private void Add(MailResult result, BounceReport report, Diagnosis diagnosis)
    {
        var isComplaint = diagnosis.Reason == BounceReason.Complaint;
        if (isComplaint) Complaints++;
        else if (diagnosis.Action == DsnAction.Failed) Failures++;
        else if (diagnosis.Action == DsnAction.Delayed) Delays++;
        else return;
        var address = diagnosis.OriginalRecipient ?? diagnosis.FinalRecipient;
        var date = MailDate.Of(report);
        var example = new Example(address, date, diagnosis.DiagnosticText, result.Index > 0 ? $"{result.Source} {result.Index}" : result.Source);
        if (diagnosis.Recommendation == Recommendation.ReviewByHand) ToReview++;
        if (diagnosis.Recommendation == Recommendation.SuppressRecipient && address is not null) ToDrop.TryAdd(address, example);
        Group(diagnosis).Add(example);
        Reasons[diagnosis.Reason] = Reasons.GetValueOrDefault(diagnosis.Reason) + 1;
        if (!isComplaint) Providers[diagnosis.Provider ?? ""] = Providers.GetValueOrDefault(diagnosis.Provider ?? "") + 1;
        if (date is { } day) Days[DateOnly.FromDateTime(day.UtcDateTime)] = Days.GetValueOrDefault(DateOnly.FromDateTime(day.UtcDateTime)) + 1;
        else Undated++;
    }

    private CauseGroup Group(Diagnosis diagnosis)
    {
        var groups = diagnosis.IsOwnFault ? _own : _others;
        var key = (diagnosis.Reason, diagnosis.Situation);
        if (!groups.TryGetValue(key, out var group)) groups[key] = group = new CauseGroup { Reason = diagnosis.Reason, Situation = diagnosis.Situation };
        return group;
    }

    private static IReadOnlyList<CauseGroup> Sorted(Dictionary<(BounceReason, string?), CauseGroup> groups) =>
        [.. groups.Values.OrderByDescending(group => group.Count).ThenBy(group => group.Reason).ThenBy(group => group.Situation, StringComparer.Ordinal)];
}
