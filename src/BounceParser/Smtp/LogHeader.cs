using Sprache;

namespace BounceParser.Smtp;

using BounceParser.Text;
using BounceParser.Text.Grammar;

/// <summary>What a log writes before the message of a program: stamp, host and tag.</summary>
/// <param name="Program">The name in the tag; empty when there is none.</param>
/// <param name="Message">What the program wrote.</param>
internal sealed record LogHeader(string Program, string Message)
{
    private static readonly Parser<string> Priority =
        from open in Token.Literal("<")
        from number in Token.Digits
        from close in Token.Literal(">")
        select number;

    // Of the seconds since 1970, before the point.
    private const int ShortestSeconds = 10;

    // As far as a tag, the name of a container, the key of a stamp is looked for.
    private const int LongestTag = 200;
    private const int LongestName = 60;
    private const int LongestKey = 12;

    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    private static readonly string[] Levels = ["info", "notice", "warning", "warn", "error", "err", "debug"];

    private static readonly Parser<string> Month = Token.OneOf(Months);

    // RFC 3164: "Nov 24 03:29:17"; some daemons add the year.
    private static readonly Parser<string> OldStamp =
        from month in Month
        from gap in Token.Gap
        from day in Token.Digits
        from next in Token.Gap
        from year in Year.OrNull()
        from time in Clock
        select time;

    private static readonly Parser<string> IsoStamp =
        from year in Token.Digits
        from dash in Token.Literal("-")
        from rest in Token.Word
        from time in SpacedClock.OrNull()
        select rest;

    // journald: "[ 4711.123456]" since the start, "1795490957.123456" since 1970.
    private static readonly Parser<string> JournalStamp =
        (from open in Token.Literal("[")
         from gap in Token.White
         from seconds in Token.Except("] \t")
         from close in Token.Literal("]")
         where IsSeconds(seconds)
         select seconds)
        .Or(from seconds in Token.Word
            where IsSeconds(seconds)
            select seconds);

    private static readonly Parser<string> Process =
        from open in Token.Literal("[")
        from process in Token.Past("]")
        select process;

    // "postfix/smtp[307]: "
    private static readonly Parser<string> Tag =
        from program in Token.Except("[]: \t=<>(\"")
        from process in Process.OrNull()
        from colon in Token.Literal(":")
        from gap in Token.White
        select program;

    private static readonly Parser<LogHeader> Syslog =
        from priority in Priority.OrNull()
        from stamp in OldStamp.Or(IsoStamp).Or(JournalStamp)
        from gap in Token.Gap
        from host in Token.Word
        from next in Token.Gap
        from program in Tag
        from message in Token.Rest
        select new LogHeader(program, message);

    // RFC 5424: "<22>1 2026-11-24T03:29:17Z mail postfix/smtp 307 - - message"
    private static readonly Parser<LogHeader> NewSyslog =
        from priority in Priority
        from version in Token.Digits
        from gap in Token.Gap
        from stamp in IsoStamp
        from gap2 in Token.Gap
        from host in Token.Word
        from gap3 in Token.Gap
        from program in Token.Word
        from gap4 in Token.Gap
        from process in Token.Word
        from gap5 in Token.Gap
        from messageId in Token.Word
        from gap6 in Token.Gap
        from structured in Token.Literal("-").Or(Process)
        from gap7 in Token.White
        from message in Token.Rest
        select new LogHeader(program, message);

    // multilog and splogger: TAI64N, or seconds since 1970.
    private static readonly Parser<LogHeader> Multilog =
        from mark in Token.Literal("@").OrNull()
        from stamp in Token.Word
        where IsStamp(stamp)
        from gap in Token.Gap
        from message in Token.Rest
        select new LogHeader("", message);

    private static readonly Parser<LogHeader> Tagged =
        from program in Tag
        from message in Token.Rest
        select new LogHeader(program, message);

    private static readonly Parser<LogHeader> Stamped = Syslog.Or(Multilog).Or(Tagged);
    private static readonly Parser<LogHeader> Prioritised = NewSyslog.Or(Stamped);

    private static Parser<string> Year =>
        from digits in Token.Digits
        where digits.Length == 4
        from gap in Token.Gap
        select digits;

    // "2026-11-24 03:29:17"
    private static Parser<string> SpacedClock =>
        from gap in Token.Gap
        from time in Clock
        select time;

    private static Parser<string> Clock =>
        from time in Token.Word
        where time.Contains(':', StringComparison.Ordinal)
        select time;

    /// <summary>The line without its header; a line that has none is all message.</summary>
    public static LogHeader Read(string line)
    {
        var header = Opening(line).Read(line) ?? new LogHeader("", line);
        // splogger stamps what syslog has stamped already.
        return header.Message.StartsWith('@') || (header.Program is "qmail" && header.Message is [>= '0' and <= '9', ..])
            ? header with { Message = Multilog.Read(header.Message)?.Message ?? header.Message }
            : header;
    }

    /// <summary>What stands behind the first tag of a program, whatever a container or a collector of logs wrote before it; null without a tag.</summary>
    public static string? BehindTag(string line) => BehindTag(line.AsSpan()) is > 0 and var start ? line[start..] : null;

    /// <summary>What stands behind a stamp alone, of whatever form, and a level; null without one.</summary>
    public static string? BehindStamp(string line)
    {
        var start = StampLength(line);
        if (start == 0) return null;
        var rest = line.AsSpan(start);
        foreach (var level in Levels)
            if (rest.StartsWith(level, StringComparison.OrdinalIgnoreCase) && rest[level.Length..] is [' ' or '\t', ..]) return rest[level.Length..].TrimStart().ToString();
        return line[start..];
    }

    /// <summary>True for a line that a log began: a stamp stands first, or the tag of a program.</summary>
    public static bool IsStamped(ReadOnlySpan<char> line)
    {
        // "worker-1 | 2026-11-20 09:41:12", as docker compose writes.
        if (line[..Math.Min(line.Length, LongestName)].IndexOf(" | ") is > 0 and var bar && !line[..bar].Contains(' ')) line = line[(bar + 3)..].TrimStart();
        line = line.TrimStart('"');
        // "ts=2026-11-20T21:40:02.119Z", "time=..."
        if (line[..Math.Min(line.Length, LongestKey)].IndexOf('=') is > 0 and var sign && line[(sign + 1)..].TrimStart('"') is [>= '0' and <= '9', ..] value) line = value;
        return line is ['@', >= '0' and <= '9', ..] or ['<', >= '0' and <= '9', _, '>', ..] or ['<', >= '0' and <= '9', _, _, '>', ..]
            || IsMonth(line) || HasTime(line[..StampLength(line)]) || BehindTag(line[..Math.Min(line.Length, LongestTag)]) > 0;
    }

    // Which headers may begin so: most lines without a stamp begin with a small letter.
    private static Parser<LogHeader> Opening(string line) => line switch
    {
        ['<', ..] => Prioritised,
        [>= '0' and <= '9' or >= 'A' and <= 'Z' or '@' or '[', ..] => Stamped,
        _ => Tagged,
    };

    // Where the message begins; 0 without a tag.
    private static int BehindTag(ReadOnlySpan<char> line)
    {
        var end = line.IndexOf("]: ");
        var open = end < 0 ? -1 : line[..end].LastIndexOf('[');
        return open > 0 && open + 1 < end && line[(open + 1)..end].IndexOfAnyExceptInRange('0', '9') < 0 ? end + 3 : 0;
    }

    private static int StampLength(ReadOnlySpan<char> line)
    {
        var start = BracketLength(line);
        while (line[start..].IndexOfAny(' ', '\t') is >= 0 and var length && IsOfStamp(line.Slice(start, length))) start += length + 1;
        return start;
    }

    // "[Tue May 20 09:33:17 2025]"
    private static int BracketLength(ReadOnlySpan<char> line) =>
        line is ['[', ..] && line.IndexOf(']') is > 0 and < LongestName and var close && line[..close].IndexOf(':') is > 0 and var colon && char.IsAsciiDigit(line[colon - 1]) && char.IsAsciiDigit(line[colon + 1])
            ? Math.Min(close + 2, line.Length) : 0;

    // A clock, or seconds since 1970; a reply and its codes have neither.
    private static bool HasTime(ReadOnlySpan<char> stamp) => stamp.Contains(':') || stamp.TrimStart('[').IndexOf('.') >= ShortestSeconds;

    private static bool IsMonth(ReadOnlySpan<char> line) => line is [_, _, _, ' ', ' ' or (>= '1' and <= '3'), ..] && Months.Contains(line[..3].ToString());

    private static bool IsSeconds(string word) => word.Contains('.', StringComparison.Ordinal) && word.AsSpan().IndexOfAnyExcept("0123456789.") < 0;

    private static bool IsOfStamp(ReadOnlySpan<char> word)
    {
        var other = word.IndexOfAnyExcept("0123456789-:.,/+TZ[]");
        return word.ContainsAnyInRange('0', '9') && !IsCode(word) && (other < 0 || IsMonthWithin(word, other));
    }

    // "550", "5.1.1": what a server answered, no part of the time.
    private static bool IsCode(ReadOnlySpan<char> word) => word is ['2' or '4' or '5', >= '0' and <= '9', >= '0' and <= '9'] || StatusScanner.At(word, 0) is { End: var end } && end == word.Length;

    // "17-Nov-2026", "[20/Nov/2026"
    private static bool IsMonthWithin(ReadOnlySpan<char> word, int at) =>
        at + 3 <= word.Length && Array.IndexOf(Months, word.Slice(at, 3).ToString()) >= 0 && word[(at + 3)..].IndexOfAnyExcept("0123456789-:.,/+TZ[]") < 0;

    private static bool IsStamp(string word) => word.Length >= 16 && word.AsSpan().IndexOfAnyExcept("0123456789abcdefABCDEF.") < 0;
}
