namespace BounceParser.Smtp;

/// <summary>A reply code somewhere in a text.</summary>
/// <param name="Code">The three digits.</param>
/// <param name="Start">Where they stand.</param>
/// <param name="Rank">How surely they are a reply code: 0 an enhanced code or a line's start beside them, 1 a marker before them.</param>
/// <param name="Status">The enhanced code right behind them; null when none stands there.</param>
/// <param name="End">Where the words behind the codes start.</param>
internal readonly record struct FoundReply(int Code, int Start, int Rank, EnhancedStatusCode? Status, int End);

/// <summary>Finds SMTP reply codes (RFC 5321 section 4.2), and tells them from ports, sizes, years and counts.</summary>
internal static class ReplyScanner
{
    private const int OwnCode = 8;
    private const int LongestIntroduction = 24;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Markers = WordsOf(StringComparer.OrdinalIgnoreCase,
    [
        "said", "says", "code", "error", "err", "response", "reply", "replied", "responded", "returned", "status", "smtp", "esmtp", "answer",
        "answered", "responsecode", "errorcode", "replycode", "got", "received", "reason", "diagnostic", "with", "was", "errno", "x-smtp", "x-unix", "message", "wrote", "server", "generated",
    ]);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Units = WordsOf(StringComparer.Ordinal,
    [
        "bytes", "byte", "octets", "kb", "mb", "gb", "kib", "mib", "gib", "kbytes", "mbytes", "kilobytes", "megabytes", "k", "m", "seconds", "second", "secs",
        "sec", "s", "ms", "minutes", "minute", "mins", "hours", "hour", "days", "day", "times", "messages", "mails", "emails", "recipients",
        "users", "lines", "percent", "characters", "chars", "people", "attempts", "connections", "sessions",
    ]);

    /// <summary>The decisive code: a refusal before an acceptance, then the surer, then the earlier; null when the text holds none.</summary>
    public static FoundReply? Find(ReadOnlySpan<char> text)
    {
        FoundReply? best = null;
        for (var from = 0; from + 3 <= text.Length;)
        {
            var step = text[from..].IndexOfAny('2', '4', '5');
            if (step < 0) break;
            var start = from + step;
            from = start + 1;
            if (At(text, start) is not { } found) continue;
            if (found.Code >= 400 && found.Rank == 0) return found;
            if (best is null || Order(found) < Order(best.Value)) best = found;
            from = start + 3;
        }

        return best;
    }

    /// <summary>The code whose first digit stands at <paramref name="start"/>; null when none does.</summary>
    public static FoundReply? At(ReadOnlySpan<char> text, int start)
    {
        if (!Shape(text, start, out var code) || !MayStandBefore(text, start)) return null;
        var after = text[(start + 3)..];
        var lead = StatusAfter(after, out var status);
        if (!MayStandAfter(after, lead > 0) && !IsRepeated(text, start)) return null;
        // "Command died with status 250", how a program ended; "Expected response code 250 but got nothing".
        if (code < 400 && (IsNoAnswer(text[..start]) || IsLineOfSource(text[..start]))) return null;
        if (IsInMessageBehind(after)) return null;
        var rank = lead > 0 ? 0 : Rank(text[..start], after);
        // No RFC has x7y, though Orange and Postini write it: where a reply begins, or before an enhanced code, it is one.
        if (code / 10 % 10 == 7 && rank > 0) return null;
        return rank < 0 ? null : new FoundReply(code, start, rank, lead > 0 ? status : null, start + 3 + lead);
    }

    /// <summary>How long the enhanced code at the start of what follows a reply code is, with what leads to it and its brackets; 0 when there is none.</summary>
    public static int StatusAfter(ReadOnlySpan<char> after, out EnhancedStatusCode status)
    {
        status = default;
        var lead = 0;
        while (lead < after.Length && lead < 6 && after[lead] is ' ' or '\t' or '-' or '#' or '(' or '[' or ':' or ')') lead++;
        if (lead >= after.Length || after[lead] is not ('2' or '4' or '5') || StatusScanner.At(after, lead) is not { } found) return 0;
        status = found.Code;
        var end = found.End;
        if (end < after.Length && after[..lead].ContainsAny('(', '[') && after[end] is ')' or ']') end++;
        return end;
    }

    // "Smtp.php(211): Protocol_Smtp->rcpt()"
    private static bool IsLineOfSource(ReadOnlySpan<char> before) => before is [.., var letter, '('] && char.IsAsciiLetter(letter);

    // Symfony and Swift Mailer: "got code "550", with message "550 5.1.1 unknown"": there the words stand too.
    private static bool IsInMessageBehind(ReadOnlySpan<char> after) =>
        after.StartsWith("\", with") && after[..Math.Min(after.Length, LongestIntroduction)] is var words && (words.IndexOf("\"4") >= 0 || words.IndexOf("\"5") >= 0);

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> WordsOf(StringComparer comparer, string[] words) =>
        new HashSet<string>(words, comparer).GetAlternateLookup<ReadOnlySpan<char>>();

    private static int Order(FoundReply found) => (found.Code < 400 ? 2 : 0) + found.Rank;

    private static bool Shape(ReadOnlySpan<char> text, int start, out int code)
    {
        code = 0;
        if (start + 3 > text.Length) return false;
        var digits = text.Slice(start, 3);
        if (digits[0] is not ('2' or '4' or '5') || digits[1] is (< '0' or > '5') and not '7' || !char.IsAsciiDigit(digits[2])) return false;
        code = ((digits[0] - '0') * 100) + ((digits[1] - '0') * 10) + digits[2] - '0';
        // 255 is how a program ended, 200 what a web server answers: RFC 5321 and its extensions have few acceptances.
        return code >= 400 || code is 211 or 214 or 220 or 221 or 235 or 250 or 251 or 252;
    }

    private static bool MayStandBefore(ReadOnlySpan<char> text, int start)
    {
        if (start == 0) return true;
        var before = text[start - 1];
        if (LiteralLineEnd.Ends(text[..start])) return true;
        if (char.IsLetterOrDigit(before) || before is '.' or ',' or '/' or '@' or '_' or '\\' or '+' or '%' or '$' or '*' or '-' or '?' or '&') return false;
        if (before == '#') return start < 2 || !(char.IsLetterOrDigit(text[start - 2]) || text[start - 2] is '/');
        return true;
    }

    private static bool MayStandAfter(ReadOnlySpan<char> after, bool hasStatus)
    {
        if (after.IsEmpty) return true;
        var next = after[0];
        if (char.IsLetter(next)) return char.IsUpper(next) && after.Length > 1 && char.IsLower(after[1]);
        if (next is '-') return after.Length == 1 || !char.IsAsciiDigit(after[1]) || hasStatus;
        if (next is '.' or ',') return after.Length == 1 || !char.IsLetterOrDigit(after[1]);
        return !char.IsDigit(next) && next is not ('/' or '@' or '_' or '%' or '=' or '+' or '\u00B0');
    }

    // Below 0: nothing shows that the number is a reply code.
    private static int Rank(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        if (StatusBefore(before)) return 0;
        if (CountsSomething(after)) return -1;
        var left = before.TrimEnd(" \t");
        if (left.IsEmpty || left[^1] == '\n' || LiteralLineEnd.Ends(before) || ReporterSuffix.OpensAnswer(left)) return 0;
        if (!IsMarked(left, left.Length < before.Length, after)) return -1;
        return left[^1] is ':' or ';' or '：' ? 0 : 1;
    }

    private static bool IsMarked(ReadOnlySpan<char> left, bool gap, ReadOnlySpan<char> after)
    {
        switch (left[^1])
        {
            case ';' or '|': return true;
            case '<' or '>': return gap || left[^1] == '<';
            case '(' or '[' or '{' or '"' or '\'' or '`' or '\u201C' or '\u2018' or '\u00AB' or '#' or '=':
                return (!gap && IsBracketedWell(left, after)) || EndsWithMarker(left[..^1]);
            // No gap stands behind the wide colon.
            case '：': return HasWords(after);
            case ':': return EndsWithMarker(left[..^1]) || (gap && HasWords(after) && !IsCounted(left[..^1]));
            // Exchange writes its own code before: "MSEXCH:IMS:Org:Site:Server 3550 (000B09B6) 550 a@b... User unknown".
            case ')': return gap && EndsWithOwnCode(left[..^1]);
            // " - 550 Gone"; Mimecast: " -- 550 Gone".
            case '-' or '\u2013': return gap && left[..^1].TrimEnd('-') is [.., ' ' or '\n'] && StartsSentence(after);
            // "550-'User unknown'" behind words of the program that repeats it.
            default: return (gap && EndsWithMarker(left)) || after is ['-', '\'' or '"', ..];
        }
    }

    // "(212) 555-0100" is a telephone number, "?id=550" a parameter.
    private static bool IsBracketedWell(ReadOnlySpan<char> left, ReadOnlySpan<char> after)
    {
        if (left[^1] == '=') return EndsWithMarker(left[..^1]);
        var rest = after.TrimStart(")]}\"' \t");
        return !(after is [')' or ']', ..] && rest.Length > 0 && char.IsAsciiDigit(rest[0]));
    }

    private static bool StatusBefore(ReadOnlySpan<char> before)
    {
        var left = before.TrimEnd(" \t");
        if (left.Length == before.Length || left.Length < 5 || !char.IsAsciiDigit(left[^1])) return false;
        // A detail has three digits at most.
        return left[^4..].Contains('.') && StatusScanner.AtEnd(left) is not null;
    }

    private static bool CountsSomething(ReadOnlySpan<char> after)
    {
        var rest = after.TrimStart(" \t");
        // "550 %MAIL-E-NOSUCHUSR" is VMS that speaks.
        if (rest.Length > 0 && rest[0] == '%') return rest.Length < 2 || !char.IsAsciiLetterUpper(rest[1]);
        var length = 0;
        while (length < rest.Length && length < 12 && char.IsAsciiLetterLower(rest[length])) length++;
        if (length is 0 or 12 || (length < rest.Length && char.IsLetterOrDigit(rest[length]))) return IsByteUnit(rest);
        return Units.Contains(rest[..length]);
    }

    private static bool IsByteUnit(ReadOnlySpan<char> rest) =>
        rest.Length >= 2 && rest[0] is 'K' or 'M' or 'G' or 'k' && rest[1] is 'B' or 'b' or 'i' && (rest.Length == 2 || !char.IsAsciiLetterLower(rest[2]) || rest[2] == 'y');

    // "Size (in bytes): 222"
    private static bool IsCounted(ReadOnlySpan<char> label)
    {
        label = label.TrimEnd(" \t)");
        foreach (var counted in (ReadOnlySpan<string>)["bytes", "size", "lines", "length", "port", "octets", "count", "limit"])
            if (label.EndsWith(counted, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static bool EndsWithMarker(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd(" \t:=#([{\"'`");
        if (text.IsEmpty || !char.IsAsciiLetter(text[^1])) return false;
        // "ERROR_CODE :550"
        var start = text.LastIndexOfAny(" \t\n(<[\"':;,=_") + 1;
        var word = text[start..];
        return Markers.Contains(word);
    }

    private static bool IsNoAnswer(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd(" \t:\"'\\");
        foreach (var words in (ReadOnlySpan<string>)["with status", "exit status", "expected response code", "expected reply code", "expected code", "expecting"])
            if (before.EndsWith(words, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    // "451-192.0.2.2 is not known": a line that goes on with its number, if the next one begins with the same code.
    private static bool IsRepeated(ReadOnlySpan<char> text, int start)
    {
        if (text.Length < start + 4 || text[start + 3] != '-') return false;
        var rest = text[(start + 4)..];
        return rest.IndexOf('\n') is >= 0 and var end && rest[(end + 1)..].TrimStart().StartsWith(text.Slice(start, 3));
    }

    private static bool EndsWithOwnCode(ReadOnlySpan<char> left) =>
        left.Length > OwnCode && left[^(OwnCode + 1)] == '(' && left[^OwnCode..].IndexOfAnyExcept("0123456789ABCDEF") < 0;

    private static bool HasWords(ReadOnlySpan<char> after)
    {
        var rest = after.TrimStart(" \t-:");
        return rest.Length > 0 && rest[0] is not '\n';
    }

    private static bool StartsSentence(ReadOnlySpan<char> after) =>
        after.Length > 1 && after[0] is ' ' or '-' && (char.IsUpper(after[1]) || after[1] is '<' or '#' or '(');
}
