using System.Text;
using BounceParser.Mime;

namespace BounceParser.Dsn;

/// <summary>The fields of reports that anybody reads.</summary>
internal enum FieldName
{
    /// <summary>Any other.</summary>
    Other,

    /// <summary>A program's own: its name starts with <c>x-</c>.</summary>
    Extension,
    ReportingMta,
    ArrivalDate,
    OriginalEnvelopeId,
    FinalRecipient,
    OriginalRecipient,
    ActualRecipient,
    Action,
    Status,
    RemoteMta,
    DiagnosticCode,
    LastAttemptDate,
    WillRetryUntil,
    FeedbackType,
    SourceIp,
    OriginalMailFrom,
    OriginalRcptTo,
    RemovalRecipient,
    UserAgent,
}

/// <summary>The names as reports write them (RFC 3464, RFC 5965), in any case.</summary>
internal static class FieldNames
{
    // By number, from the first that is written.
    private static readonly string[] Written =
    [
        "x-", "reporting-mta", "arrival-date", "original-envelope-id", "final-recipient", "original-recipient", "x-actual-recipient", "action", "status", "remote-mta",
        "diagnostic-code", "last-attempt-date", "will-retry-until", "feedback-type", "source-ip", "original-mail-from", "original-rcpt-to", "removal-recipient", "user-agent",
    ];

    private static readonly char[] Keys = [.. Written.Select(name => new HeaderName(name).Key)];

    public static FieldName Of(ReadOnlySpan<byte> name)
    {
        var key = HeaderName.KeyOf(name.Length, name[0], name[^1]);
        var number = Keys.AsSpan().IndexOf(key);
        if (number >= 0 && Ascii.EqualsIgnoreCase(name, Written[number])) return (FieldName)(number + 1);
        return name is [(byte)'x' or (byte)'X', (byte)'-', ..] ? FieldName.Extension : FieldName.Other;
    }
}
