namespace BounceParser.Cli.Output;

/// <summary>One column of CSV, tables and <c>--fields</c>: one value for each recipient of each message.</summary>
internal sealed record Column(string Name, Func<ReportLine, DiagnosisLine?, object?> Value);

/// <summary>The columns that there are, by the names of the JSON members.</summary>
internal static class Columns
{
    public static IReadOnlyList<Column> All { get; } =
    [
        new("source", (report, _) => report.Source),
        new("index", (report, _) => report.Index),
        new("kind", (report, _) => report.Kind),
        new("error", (report, _) => report.Error),
        new("date", (report, _) => report.Date),
        new("dialect", (report, _) => report.Dialect),
        new("reportingMta", (report, diagnosis) => diagnosis?.ReportingMta ?? report.ReportingMta),
        new("arrivalDate", (report, _) => report.ArrivalDate),
        new("envelopeId", (report, _) => report.EnvelopeId),
        new("messageId", (report, _) => report.Original?.MessageId),
        new("subject", (report, _) => report.Original?.Subject),
        new("listId", (report, _) => report.Original?.ListId),
        new("truncated", (report, _) => report.Truncated),
        new("doubleBounce", (report, _) => report.DoubleBounce),
        new("recipient", (_, diagnosis) => diagnosis?.Recipient),
        new("originalRecipient", (_, diagnosis) => diagnosis?.OriginalRecipient),
        new("action", (_, diagnosis) => diagnosis?.Action),
        new("status", (_, diagnosis) => diagnosis?.Status),
        new("replyCode", (_, diagnosis) => diagnosis?.ReplyCode),
        new("provider", (_, diagnosis) => diagnosis?.Provider),
        new("reason", (_, diagnosis) => diagnosis?.Reason),
        new("situation", (_, diagnosis) => diagnosis?.Situation),
        new("permanence", (_, diagnosis) => diagnosis?.Permanence),
        new("recommendation", (_, diagnosis) => diagnosis?.Recommendation),
        new("responsible", (_, diagnosis) => diagnosis?.Responsible),
        new("stage", (_, diagnosis) => diagnosis?.Stage),
        new("remoteMta", (_, diagnosis) => diagnosis?.RemoteMta),
        new("lastAttempt", (_, diagnosis) => diagnosis?.LastAttempt),
        new("ipAddress", (_, diagnosis) => diagnosis?.Facts.IpAddress),
        new("blocklist", (_, diagnosis) => diagnosis?.Facts.Blocklist),
        new("url", (_, diagnosis) => diagnosis?.Facts.Url),
        new("providerCode", (_, diagnosis) => diagnosis?.Facts.ProviderCode),
        new("rule", (_, diagnosis) => diagnosis?.Rule is { } rule ? $"{rule.File}({rule.Line})" : null),
        new("diagnostic", (_, diagnosis) => diagnosis?.Diagnostic),
    ];

    public static IReadOnlyList<Column> OfCsv { get; } = Named("source", "index", "kind", "error", "date", "recipient", "originalRecipient", "action", "status", "replyCode", "provider",
        "reason", "situation", "permanence", "recommendation", "responsible", "remoteMta", "messageId", "diagnostic");

    /// <summary>What fits in a terminal: the message, the recipient, what became of it, and why.</summary>
    public static IReadOnlyList<Column> OfTable { get; } =
    [
        new("message", (report, _) => report.Index > 0 ? $"{End(report.Source)} {report.Index}" : End(report.Source)),
        new("recipient", (_, diagnosis) => diagnosis?.Recipient ?? diagnosis?.OriginalRecipient),
        new("what", (report, diagnosis) => diagnosis?.Action ?? report.Kind),
        new("reason", (report, diagnosis) => diagnosis is null ? report.Error : Names.Cause(diagnosis.Reason, diagnosis.Situation)),
        new("for a program", (_, diagnosis) => diagnosis?.Recommendation),
    ];

    /// <summary>The name of the first that there is not; null when all are there.</summary>
    public static string? FirstUnknown(IEnumerable<string> names) => names.FirstOrDefault(name => Find(name) is null);

    public static IReadOnlyList<Column> Named(params IEnumerable<string> names) => [.. names.Select(name => Find(name)!)];

    /// <summary>The values of a report, one row for each recipient; a row for a report without any.</summary>
    public static IEnumerable<object?[]> Rows(ReportLine report, IReadOnlyList<Column> columns) =>
        (report.Diagnoses.Count == 0 ? [null] : report.Diagnoses.Cast<DiagnosisLine?>()).Select(diagnosis => columns.Select(column => column.Value(report, diagnosis)).ToArray());

    // The file and its folder: a whole path would be broken over half a screen. The field source has it.
    private static string End(string path) => Path.Join(Path.GetFileName(Path.GetDirectoryName(path)), Path.GetFileName(path));

    private static Column? Find(string name) => All.FirstOrDefault(column => column.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
