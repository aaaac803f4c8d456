using System.Text.Json;
using System.Text.Json.Serialization;

namespace BounceParser.Cli.Output;

/// <summary>One line of <c>parse --format ndjson</c>: the tool's contract with scripts. Members may be added, none renamed.</summary>
internal sealed record ReportLine
{
    public required string Source { get; init; }
    public required int Index { get; init; }
    public required string Kind { get; init; }

    /// <summary>Only where <see cref="Kind"/> is <c>unreadable</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Error { get; init; }

    /// <summary>Of the message's bytes, in hexadecimal; only in the lines of <c>imap</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Sha256 { get; init; }

    public string? Dialect { get; init; }
    public string? ReportingMta { get; init; }
    public int Schema { get; init; } = 1;
    public string CatalogueVersion { get; init; } = "";
    public bool Truncated { get; init; }
    public bool DoubleBounce { get; init; }
    public ReportLine? Nested { get; init; }
    public FeedbackLine? Feedback { get; init; }
    public string? Date { get; init; }
    public string? ArrivalDate { get; init; }
    public string? EnvelopeId { get; init; }
    public ReturnPathLine? ReturnPath { get; init; }
    public IReadOnlyList<string> Proof { get; init; } = [];
    public OriginalLine? Original { get; init; }
    public IReadOnlyList<ReportLine> AttachedReports { get; init; } = [];
    public IReadOnlyList<DiagnosisLine> Diagnoses { get; init; } = [];

    public static ReportLine Of(string source, int index, BounceReport report) => new()
    {
        Source = source,
        Index = index,
        Kind = Names.Camel(report.Kind),
        Dialect = report.Dialect,
        ReportingMta = report.ReportingMta,
        CatalogueVersion = report.CatalogueVersion,
        Truncated = report.IsTruncated,
        DoubleBounce = report.IsDoubleBounce,
        Nested = report.Nested is { } nested ? Of(source, index, nested) : null,
        Feedback = report.Feedback is { } feedback ? FeedbackLine.Of(feedback) : null,
        Date = CellText.Date(report.Date),
        ArrivalDate = CellText.Date(report.ArrivalDate),
        EnvelopeId = report.EnvelopeId,
        ReturnPath = report.ReturnPath is { } path ? ReturnPathLine.Of(path) : null,
        Proof = report.Proof == BounceProof.None ? [] : [.. report.Proof.ToString().Split(", ").Select(Names.Camel)],
        Original = OriginalLine.Of(report.Original),
        AttachedReports = [.. report.AttachedReports.Select(attached => Of(source, index, attached))],
        Diagnoses = [.. report.Diagnoses.Select(DiagnosisLine.Of)],
    };

    public static ReportLine Unreadable(string source, int index, string error) => new() { Source = source, Index = index, Kind = "unreadable", Error = error };
}

/// <summary>The address that the bounce was sent to, decoded.</summary>
internal sealed record ReturnPathLine(string Address, string? Sender, string? Recipient, string? SrsSignature, string? BatvSignature)
{
    public static ReturnPathLine Of(ReturnPath path) => new(path.Address, path.Sender, path.Recipient, path.SrsSignature, path.BatvSignature);
}

/// <summary>The returned message; absent members are null.</summary>
internal sealed record OriginalLine(string? MessageId, string? Subject, string? From, string? To, string? Date, string? ListId, string? FeedbackId)
{
    public static OriginalLine? Of(OriginalMessage original) => original == OriginalMessage.None ? null
        : new(original.MessageId, original.Subject, original.From, original.To, original.Date, original.ListId, original.FeedbackId);
}

/// <summary>The feedback report of a complaint.</summary>
internal sealed record FeedbackLine(string? Type, string? SourceIp, string? OriginalMailFrom, string? OriginalRcptTo, string? UserAgent)
{
    public static FeedbackLine Of(Feedback feedback) =>
        new(feedback.Type, feedback.SourceIp, feedback.OriginalMailFrom, feedback.OriginalRcptTo, feedback.UserAgent);
}

/// <summary>The rule that decided.</summary>
internal sealed record RuleLine(string File, int Line, string? Matched, int Start, int Length);

/// <summary>The words of enum values in the output: in camel case, but reasons as they are.</summary>
internal static class Names
{
    public static string Camel(Enum value) => Camel(value.ToString());

    public static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    /// <summary><c>Reason/situation</c>, or the reason alone where nothing finer is known.</summary>
    public static string Cause(string reason, string? situation) => situation is null ? reason : $"{reason}/{situation}";

    /// <inheritdoc cref="Cause(string, string?)"/>
    public static string Cause(BounceReason reason, string? situation) => Cause(reason.ToString(), situation);
}
