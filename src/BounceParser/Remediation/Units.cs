using System.Globalization;

namespace BounceParser.Remediation;

/// <summary>Sizes and durations in the words of a language: its files hold the decimal mark, the units and the plurals, no <see cref="CultureInfo"/> does.</summary>
internal sealed class Units(AdviceLanguage language)
{
    private const char NoBreakSpace = '\u00A0';

    /// <summary>Bytes as the largest unit that they fill, one decimal at most: "10 MB", "1,5 Go".</summary>
    public string? Size(long? bytes)
    {
        if (bytes is not { } size || size < 0) return null;
        if (size < 1 << 10) return Counted(size, "byte");
        var (divisor, unit) = size switch { >= 1L << 30 => (1L << 30, "GB"), >= 1L << 20 => (1L << 20, "MB"), _ => (1L << 10, "KB") };
        var number = (size / (double)divisor).ToString("0.#", CultureInfo.InvariantCulture).Replace(".", language.Word("decimal"), StringComparison.Ordinal);
        return number + NoBreakSpace + language.Word("unit." + unit);
    }

    /// <summary>A time in the largest unit that tells it: "5 minutes", "1 jour", "24 hours", "2 jours"; a part of a unit counts as a whole one.</summary>
    public string? Duration(TimeSpan? time)
    {
        if (time is not { } span || span < TimeSpan.Zero) return null;
        var (count, unit) = span.TotalHours > 24 ? (span.TotalDays, "day") : span.TotalHours >= 1 && span.TotalMinutes > 90 ? (span.TotalHours, "hour")
            : span.TotalMinutes >= 1 && span.TotalSeconds > 90 ? (span.TotalMinutes, "minute") : (span.TotalSeconds, "second");
        var whole = (long)Math.Ceiling(count);
        if (unit == "minute" && whole == 60) (whole, unit) = (1, "hour");
        if (unit == "second" && whole == 60) (whole, unit) = (1, "minute");
        return Counted(whole, unit);
    }

    /// <summary>A number with its unit, which is plural from two on in French and for all but one in English: the language's own files say.</summary>
    public string Counted(long count, string unit) =>
        count.ToString(CultureInfo.InvariantCulture) + NoBreakSpace + language.Word(unit + (IsOne(count) ? ".one" : ".many"));

    // "0 jour", "0 days".
    private bool IsOne(long count) => count == 1 || (count == 0 && language.Word("zero") == "one");
}
