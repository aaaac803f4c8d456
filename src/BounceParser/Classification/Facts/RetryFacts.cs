using System.Globalization;
using BounceParser.Text;

namespace BounceParser.Classification.Facts;

/// <summary>How long to wait before the next try, and how many tries there were.</summary>
internal static class RetryFacts
{
    private const int Nearby = 40;
    private const int MostDigits = 7;

    private static readonly WordSearch Times = new(
        "again", "retry", "retri", "wait", "come back", "try back", "list", "éessa", "eessa", "patient", "tente", "erneut", "versuch", "reintent", "riprova", "novamente", "attempt", "tries", "tried", "times");

    private static readonly WordSearch Waits = new(
        "again", "retry", "wait", "come back", "try back", "try in", "later", "greylist", "graylist", "grey-list", "gray-list", "réessa", "reessa", "patient", "dans", "erneut", "reintent", "riprova", "novamente", "warten", "liste grise");

    // How long the queue keeps trying is no time to wait.
    private static readonly WordSearch Lasting = new("keep", "timeout", "time-out", "exceeded", "expire", "will retry for", "retry for", "last ", "every", "until", "since", "up to", "gave up", "given up", "going to try");

    private static readonly (string Word, int Seconds)[] Units =
    [
        ("second", 1), ("sec", 1), ("s", 1), ("sek", 1), ("segundo", 1), ("secondi", 1), ("minut", 60), ("min", 60), ("mins", 60), ("m", 60), ("hour", 3_600), ("hr", 3_600), ("heure", 3_600), ("h", 3_600), ("stunde", 3_600),
        ("hora", 3_600), ("ore", 3_600), ("day", 86_400), ("jour", 86_400), ("tag", 86_400), ("dia", 86_400), ("día", 86_400), ("giorn", 86_400),
    ];

    private static readonly string[] Tries = ["attempt", "tries", "retries", "tentative", "essai", "versuch", "zustellversuch", "intento"];
    private static readonly string[] Repeats = ["times", "fois", "mal ", "veces"];
    private static readonly WordSearch Trying = new("tried", "retried", "attempted", "essay", "versucht", "intent");
    private static readonly string[] Adjectives = ["failed ", "unsuccessful ", "delivery ", "connection "];

    public static DiagnosisFacts Read(in FactText whole, DiagnosisFacts facts)
    {
        var text = whole.Lower;
        if (!Times.IsIn(text)) return facts;
        for (var from = 0; from < text.Length && text[from..].IndexOfAnyInRange('0', '9') is >= 0 and var digit;)
        {
            var start = from + digit;
            var length = text[start..].IndexOfAnyExceptInRange('0', '9');
            from = length < 0 ? text.Length : start + length;
            if (from - start > MostDigits || (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or ':' or '-' or '#' or '/'))) continue;
            var number = int.Parse(text[start..from], CultureInfo.InvariantCulture);
            // A code, or a part of a number.
            if (from + 1 < text.Length && text[from] == '.' && char.IsAsciiDigit(text[from + 1])) continue;
            if (facts.RetryAfter is null && Wait(text, start, ref from, number) is { } wait && AsksToWait(whole.Before(start, Nearby))) facts = facts with { RetryAfter = wait };
            else if (facts.Attempts is null && number is > 0 and < 100_000 && IsCount(whole, start, from)) facts = facts with { Attempts = number };
        }

        return facts;
    }

    private static bool AsksToWait(ReadOnlySpan<char> lead) => Waits.IsIn(lead) && !Lasting.IsIn(lead);

    private static TimeSpan? Wait(ReadOnlySpan<char> text, int start, ref int end, int number)
    {
        // 00:04:37
        if (end + 6 <= text.Length && text[end] == ':' && text[end + 3] == ':' && TimeSpan.TryParseExact(text.Slice(start, end + 6 - start), "hh\\:mm\\:ss", CultureInfo.InvariantCulture, out var clock))
        {
            end += 6;
            return clock;
        }

        var at = end;
        while (at < text.Length && at - end < 2 && text[at] is ' ' or '\u00A0' or '-') at++;
        var stop = at;
        while (stop < text.Length && stop - at < 12 && char.IsLetter(text[stop])) stop++;
        var word = text[at..stop];
        foreach (var (unit, seconds) in Units)
            if (word.StartsWith(unit) && (unit.Length > 2 ? word.Length - unit.Length < 4 : word.Length == unit.Length || (unit == "hr" && word is "hrs"))) return TimeSpan.FromSeconds((long)number * seconds);
        return null;
    }

    // "after 5 attempts", "3 delivery attempts", "tried 12 times", "attempts: 5"; not "20 attempts per hour".
    private static bool IsCount(in FactText whole, int start, int end)
    {
        var tail = whole.Behind(end, 24).TrimStart(" \u00A0");
        if (tail.IndexOf(" per ") >= 0) return false;
        foreach (var adjective in Adjectives)
            if (tail.StartsWith(adjective)) tail = tail[adjective.Length..];
        if (StartsWithAny(tail, Tries)) return true;
        if (StartsWithAny(tail, Repeats)) return Trying.IsIn(whole.Before(start, Nearby));
        var label = whole.Lower[..start].TrimEnd(" :=");
        return label.Length < start && (label.EndsWith("attempts") || label.EndsWith("tries"));
    }

    private static bool StartsWithAny(ReadOnlySpan<char> text, ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (text.StartsWith(word)) return true;
        return false;
    }
}
