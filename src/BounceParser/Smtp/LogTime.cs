using System.Globalization;
using BounceParser.Text;

namespace BounceParser.Smtp;

/// <summary>When a log line was written, as the stamp at its start tells; one without a year or without a zone tells no time.</summary>
internal static class LogTime
{
    // Before a stamp may stand the priority of syslog, the name of a container, the type of a record, a key.
    private const int LongestBefore = 60;

    // 1970 in TAI64, as multilog and splogger write it.
    private const ulong TaiEpoch = 0x4000_0000_0000_000A;
    private const int TaiDigits = 16;

    // Of the seconds since 1970, before the point.
    private const int EpochDigits = 10;

    /// <summary>The time; null when the line does not tell it.</summary>
    public static DateTimeOffset? Of(ReadOnlySpan<char> line)
    {
        if (line is ['@', ..] && line.Length > TaiDigits) return OfTai(line.Slice(1, TaiDigits));
        if (Epoch(line) is { } seconds) return seconds;
        for (var at = 0; at < Math.Min(line.Length, LongestBefore); at++)
            if (char.IsAsciiDigit(line[at]) && (at == 0 || !char.IsAsciiLetterOrDigit(line[at - 1])) && Timestamp.Leading(line[at..], out _) is { } time) return time;
        return null;
    }

    private static DateTimeOffset? OfTai(ReadOnlySpan<char> label) =>
        ulong.TryParse(label, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var tai) && tai >= TaiEpoch && tai - TaiEpoch <= uint.MaxValue ? DateTimeOffset.FromUnixTimeSeconds((long)(tai - TaiEpoch)) : null;

    // "1795490957.123456 delivery 7: ...", "1795490957@91/6D-07914..."
    private static DateTimeOffset? Epoch(ReadOnlySpan<char> line)
    {
        var digits = line.IndexOfAnyExceptInRange('0', '9');
        if (digits != EpochDigits || line[digits] is not ('.' or '@')) return null;
        var end = line[digits] == '@' ? digits : line.IndexOfAnyExcept("0123456789.");
        return Timestamp.SinceEpoch(line[..(end < 0 ? line.Length : end)]);
    }
}
