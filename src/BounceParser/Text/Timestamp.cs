using System.Globalization;

namespace BounceParser.Text;

/// <summary>Times as programs write them: ISO 8601 with its zone, seconds since 1970. Linear, and never throws for any text.</summary>
internal static class Timestamp
{
    // "2026-11-24T03:29:17"
    private const int Seconds = 19;
    private const int LongestFraction = 9;

    // In hours.
    private const int LongestZone = 14;

    // 1990 to 2100: what lies beyond is no time of a mail.
    private const double Earliest = 631_152_000;
    private const double Latest = 4_102_444_800;

    /// <summary>The time that the whole text is; null for any other, and for one without a zone.</summary>
    public static DateTimeOffset? Read(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        return Leading(text, out var length) is { } time && length == text.Length ? time : SinceEpoch(text);
    }

    /// <summary>The time of ISO 8601 at the start, a space allowed before its clock and its zone; null without one, or without a zone.</summary>
    /// <param name="text">What begins with it.</param>
    /// <param name="length">How much of the text it is.</param>
    public static DateTimeOffset? Leading(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        if (text.Length <= Seconds || text[4] != '-' || text[10] is not ('T' or 't' or ' ')) return null;
        if (!DateTime.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || !TimeOnly.TryParseExact(text[11..Seconds], "HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock)) return null;
        var at = Seconds;
        var fraction = Fraction(text, ref at);
        if (at < text.Length && text[at] == ' ' && text[(at + 1)..] is ['+' or '-', ..]) at++;
        if (Zone(text, ref at) is not { } zone || day.Year is < 1990 or > 2100) return null;
        length = at;
        return new DateTimeOffset(day + clock.ToTimeSpan(), zone).AddTicks(fraction);
    }

    /// <summary>Seconds since 1970, with or without a fraction; milliseconds and microseconds where they are so many; null for what is no time of a mail.</summary>
    public static DateTimeOffset? SinceEpoch(ReadOnlySpan<char> text)
    {
        if (text.Length < 9 || !double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)) return null;
        while (seconds is > Latest and < Latest * 1e6) seconds /= 1_000;
        return seconds is >= Earliest and <= Latest ? DateTimeOffset.UnixEpoch.AddMilliseconds(Math.Round(seconds * 1_000)) : null;
    }

    private static long Fraction(ReadOnlySpan<char> text, ref int at)
    {
        if (text[at] is not ('.' or ',')) return 0;
        var (ticks, unit) = (0L, TimeSpan.TicksPerSecond);
        for (at++; at < text.Length && at <= Seconds + LongestFraction && char.IsAsciiDigit(text[at]); at++) ticks += (unit /= 10) * (text[at] - '0');
        return ticks;
    }

    // "Z", "+01:00", "+0100", "+01"
    private static TimeSpan? Zone(ReadOnlySpan<char> text, ref int at)
    {
        var zone = text[at..];
        if (zone is ['Z' or 'z', ..])
        {
            at++;
            return TimeSpan.Zero;
        }

        if (zone is not ['+' or '-', ..] || Pair(zone[1..]) is not (<= LongestZone and var hours)) return null;
        var next = zone is [_, _, _, ':', ..] ? 4 : 3;
        var minutes = Pair(zone[next..]);
        if (minutes > 59 || (hours == LongestZone && minutes > 0)) return null;
        at += minutes is null ? 3 : next + 2;
        return new TimeSpan(hours, minutes ?? 0, 0) * (zone[0] == '-' ? -1 : 1);
    }

    private static int? Pair(ReadOnlySpan<char> text) => text is [>= '0' and <= '9', >= '0' and <= '9', ..] ? ((text[0] - '0') * 10) + text[1] - '0' : null;
}
