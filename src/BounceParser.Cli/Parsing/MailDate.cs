using System.Globalization;

namespace BounceParser.Cli.Parsing;

/// <summary>When a bounce came.</summary>
internal static class MailDate
{
    /// <summary>The mail's own date, else the last attempt or the arrival that it tells of; null when there is none.</summary>
    public static DateTimeOffset? Of(BounceReport report) =>
        report.Date ?? report.Diagnoses.Select(diagnosis => diagnosis.LastAttempt).FirstOrDefault(date => date is not null) ?? report.ArrivalDate;

    /// <summary>A day (<c>2026-11-02</c>), a time in ISO 8601, or so many days ago (<c>30d</c>); null when it is none of these.</summary>
    public static DateTimeOffset? Read(string text, DateTimeOffset now)
    {
        if (text.EndsWith('d') && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days < 40_000) return now.AddDays(-days);
        return DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mmK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;
    }
}
