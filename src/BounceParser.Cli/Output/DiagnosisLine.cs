namespace BounceParser.Cli.Output;

/// <summary>One diagnosis in the output.</summary>
internal sealed record DiagnosisLine
{
    public string? Recipient { get; init; }
    public string? OriginalRecipient { get; init; }
    public required string RecipientSource { get; init; }
    public required string Action { get; init; }
    public string? Status { get; init; }
    public int? ReplyCode { get; init; }
    public string? ReportedStatus { get; init; }
    public string? ReplyStatus { get; init; }
    public string? Provider { get; init; }
    public required string Reason { get; init; }
    public string? Situation { get; init; }
    public required IReadOnlyList<string> Alternatives { get; init; }
    public string? Permanence { get; init; }
    public required string Recommendation { get; init; }
    public required string Responsible { get; init; }
    public required string Stage { get; init; }
    public string? RemoteMta { get; init; }
    public required string Diagnostic { get; init; }
    public required FactsLine Facts { get; init; }
    public string? ReportingMta { get; init; }
    public string? LastAttempt { get; init; }
    public string? WillRetryUntil { get; init; }
    public RuleLine? Rule { get; init; }

    public static DiagnosisLine Of(Diagnosis diagnosis) => new()
    {
        Recipient = diagnosis.FinalRecipient,
        OriginalRecipient = diagnosis.OriginalRecipient,
        RecipientSource = Names.Camel(diagnosis.RecipientSource),
        Action = Names.Camel(diagnosis.Action),
        Status = diagnosis.Status?.ToString(),
        ReplyCode = diagnosis.Reply?.Code,
        ReportedStatus = diagnosis.ReportedStatus?.ToString(),
        ReplyStatus = diagnosis.Reply?.Status?.ToString(),
        Provider = diagnosis.Provider,
        Reason = diagnosis.Reason.ToString(),
        Situation = diagnosis.Situation,
        Alternatives = [.. diagnosis.Alternatives.Select(reason => reason.ToString())],
        Permanence = diagnosis.Permanence is { } permanence ? Names.Camel(permanence) : null,
        Recommendation = Names.Camel(diagnosis.Recommendation),
        Responsible = Names.Camel(diagnosis.Responsible),
        Stage = Names.Camel(diagnosis.Stage),
        RemoteMta = diagnosis.RemoteMta,
        Diagnostic = diagnosis.DiagnosticText,
        Facts = FactsLine.Of(diagnosis.Facts),
        ReportingMta = diagnosis.ReportingMta,
        LastAttempt = CellText.Date(diagnosis.LastAttempt),
        WillRetryUntil = CellText.Date(diagnosis.WillRetryUntil),
        Rule = diagnosis.DecidingRule is { } rule ? new RuleLine(rule.File, rule.Line, rule.Matched, rule.Start, rule.Length) : null,
    };
}
