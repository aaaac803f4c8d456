namespace BounceParser.Cli.Parsing;

/// <summary>Which diagnoses are asked for. A report that keeps none is left out; what could not be read never is.</summary>
internal sealed record ReportFilter
{
    /// <summary>Mails of that time or later; one without a date is kept.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Reasons or reason/situation, in any case; empty for all.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>An address, or <c>@domain</c> for all of a domain; null for all.</summary>
    public string? Recipient { get; init; }

    public bool OnlyFailures { get; init; }

    private bool LooksAtDiagnoses => Reasons.Count > 0 || Recipient is not null || OnlyFailures;

    /// <summary>The report with what is asked for; null when that is nothing.</summary>
    public BounceReport? Apply(BounceReport report)
    {
        if (Since is { } since && MailDate.Of(report) < since) return null;
        if (!LooksAtDiagnoses) return report;
        var kept = report.Diagnoses.Where(IsWanted).ToList();
        return kept.Count == 0 ? null : report with { Diagnoses = kept };
    }

    private bool IsWanted(Diagnosis diagnosis) =>
        (!OnlyFailures || diagnosis.Action == DsnAction.Failed) && IsWantedReason(diagnosis) && IsWantedRecipient(diagnosis);

    private bool IsWantedReason(Diagnosis diagnosis)
    {
        if (Reasons.Count == 0) return true;
        var reason = diagnosis.Reason.ToString();
        return Reasons.Any(wanted => wanted.Equals(reason, StringComparison.OrdinalIgnoreCase) || wanted.Equals($"{reason}/{diagnosis.Situation}", StringComparison.OrdinalIgnoreCase));
    }

    private bool IsWantedRecipient(Diagnosis diagnosis) =>
        Recipient is null || Matches(diagnosis.FinalRecipient, Recipient) || Matches(diagnosis.OriginalRecipient, Recipient);

    private static bool Matches(string? address, string wanted) => address is not null
        && (wanted[0] == '@' ? address.EndsWith(wanted, StringComparison.OrdinalIgnoreCase) : address.Equals(wanted, StringComparison.OrdinalIgnoreCase));
}
