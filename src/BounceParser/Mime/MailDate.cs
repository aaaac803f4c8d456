using MimeKit.Utils;

namespace BounceParser.Mime;

/// <summary>The dates of header fields (RFC 5322 section 3.3).</summary>
internal static class MailDate
{
    private const int LongestDate = 200;

    // What stands between the day and the zone.
    private const string Usual = " Mmm yyyy HH:mm:ss ";

    /// <summary>The date that is written there; null when there is none.</summary>
    public static DateTimeOffset? Read(ReadOnlySpan<char> written) =>
        written.Length < LongestDate && (IsUsual(written, out var date) || DateUtils.TryParse(written.ToString().Replace('\n', ' '), out date)) ? date : null;

    /// <summary>Reads "Mon, 9 Nov 2026 08:30:00 +0100", with or without the day of the week, as MimeKit does; false when it is written in another way.</summary>
    public static bool IsUsual(ReadOnlySpan<char> written, out DateTimeOffset date)
    {
        date = default;
        if (written is [_, _, _, ',', ' ', ..])
        {
            if (written[..3] is not ("Mon" or "Tue" or "Wed" or "Thu" or "Fri" or "Sat" or "Sun")) return false;
            written = written[5..];
        }

        var digits = written is [_, ' ', ..] ? 1 : 2;
        if (written.Length < digits + Usual.Length) return false;
        var rest = written[digits..];
        if (rest is not [' ', _, _, _, ' ', _, _, _, _, ' ', _, _, ':', _, _, ':', _, _, ' ', ..]) return false;
        var (day, month, year) = (Number(written[..digits]), Month(rest[1..4]), Number(rest[5..9]));
        var (hour, minute, second) = (Number(rest[10..12]), Number(rest[13..15]), Number(rest[16..18]));
        if (!IsZone(rest[Usual.Length..], out var offset) || month == 0 || year is < 1970 or > 9998 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59) return false;
        date = new DateTimeOffset(year, month, day, hour, minute, second, offset);
        return true;
    }

    // "+0100", "GMT"; what follows behind a space is a comment.
    private static bool IsZone(ReadOnlySpan<char> zone, out TimeSpan offset)
    {
        offset = default;
        if (zone is "GMT") return true;
        if (zone.Length < 5 || zone[0] is not ('+' or '-') || (zone.Length > 5 && zone[5] != ' ')) return false;
        var (hours, minutes) = (Number(zone[1..3]), Number(zone[3..5]));
        offset = TimeSpan.FromMinutes(((hours * 60) + minutes) * (zone[0] == '-' ? -1 : 1));
        return hours is >= 0 and < 12 && minutes is >= 0 and < 60;
    }

    private static int Month(ReadOnlySpan<char> name) => name switch
    {
        "Jan" => 1,
        "Feb" => 2,
        "Mar" => 3,
        "Apr" => 4,
        "May" => 5,
        "Jun" => 6,
        "Jul" => 7,
        "Aug" => 8,
        "Sep" => 9,
        "Oct" => 10,
        "Nov" => 11,
        "Dec" => 12,
        _ => 0,
    };

    // -1 when a unit is no digit.
    private static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit)) return -1;
            number = (number * 10) + digit - '0';
        }

        return number;
    }
}
