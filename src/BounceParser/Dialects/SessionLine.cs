using System.Buffers;

namespace BounceParser.Dialects;

/// <summary>One line of a session's dialogue, told by what it says: a command or an answer, whatever mark a program sets before it.</summary>
internal readonly ref struct SessionLine
{
    private const int LongestMark = 160;

    // Those that end with a space or a colon have something behind them.
    private static readonly string[] Verbs =
        ["MAIL FROM:", "RCPT TO:", "EHLO ", "HELO ", "LHLO ", "BDAT ", "AUTH ", "VRFY ", "EXPN ", "NOOP ", "DATA", "RSET", "QUIT", "STARTTLS", "NOOP"];

    private static readonly SearchValues<string> AnyVerb = SearchValues.Create(Verbs, StringComparison.OrdinalIgnoreCase);

    private SessionLine(SessionLineKind kind, ReadOnlySpan<char> prefix, ReadOnlySpan<char> words)
    {
        Kind = kind;
        Prefix = prefix;
        Words = words;
    }

    /// <summary>What it is.</summary>
    public SessionLineKind Kind { get; }

    /// <summary>What stands before it: a stamp, a name, a mark.</summary>
    public ReadOnlySpan<char> Prefix { get; }

    /// <summary>The command or the answer, without the quotes of a log; of any other line the whole.</summary>
    public ReadOnlySpan<char> Words { get; }

    /// <summary>The last word of what stands before: <c>&lt;-</c>, <c>SERVER:</c>, <c>C:</c>; empty for none.</summary>
    public ReadOnlySpan<char> Mark => Prefix.TrimEnd(" \t'\"") is var prefix ? prefix[(prefix.LastIndexOfAny(' ', '\t') + 1)..] : default;

    /// <summary>What tells sessions apart that one log mixes: a number in brackets, the handle of an object, the third cell of a table; empty for none.</summary>
    public ReadOnlySpan<char> Session
    {
        get
        {
            Span<Range> cells = stackalloc Range[5];
            if (Prefix.Split(cells, ',') == cells.Length) return Prefix[cells[2]];
            var open = Prefix.IndexOf('[');
            if (open < 0) open = Prefix.IndexOf("(0x");
            var length = open < 0 ? -1 : Prefix[open..].IndexOfAny(']', ')');
            // A stamp may stand in brackets too.
            return length < 0 || Prefix.Slice(open, length).Contains(':') ? [] : Prefix.Slice(open, length);
        }
    }

    public static SessionLine Of(ReadOnlySpan<char> line)
    {
        var (command, answer) = (CommandAt(line), AnswerAt(line));
        // "550-Sent: RCPT TO:<a@b>"
        if (answer >= 0 && (command < 0 || answer < command)) return new SessionLine(SessionLineKind.Answer, line[..answer], Bare(line[answer..]));
        return command < 0 ? new SessionLine(SessionLineKind.Other, [], line) : new SessionLine(SessionLineKind.Command, line[..command], Bare(line[command..]));
    }

    /// <summary>True when the mark is among the words before: "-&gt; Subject: 250 chairs" is the client's.</summary>
    public bool Bears(string mark)
    {
        foreach (var word in Prefix.SplitAny(" \t"))
            if (Prefix[word].SequenceEqual(mark)) return true;
        return false;
    }

    // Where a command stands behind a mark; -1 for none.
    private static int CommandAt(ReadOnlySpan<char> line)
    {
        if (line is "." || IsCommand(line)) return 0;
        for (var at = 0; line[at..].IndexOfAny(AnyVerb) is >= 0 and var step; at++)
        {
            at += step;
            if (IsMark(line[..at]) && IsCommand(line[at..])) return at;
        }

        return line.EndsWith(".") && IsMark(line[..^1]) ? line.Length - 1 : -1;
    }

    private static bool IsCommand(ReadOnlySpan<char> words)
    {
        words = Bare(words);
        foreach (var verb in Verbs)
            if (words.StartsWith(verb, StringComparison.OrdinalIgnoreCase) && (verb[^1] is ' ' or ':' || words.Length == verb.Length)) return true;
        return false;
    }

    // Where the code of an answer stands behind a mark; -1 for none.
    private static int AnswerAt(ReadOnlySpan<char> line)
    {
        for (var at = 0; at < Math.Min(line.Length - 2, LongestMark); at++)
            if (IsCode(line[at..]) && (at == 0 || (MayStandBehind(line[..at]) && IsMark(line[..at])))) return at;
        return -1;
    }

    private static bool IsCode(ReadOnlySpan<char> words) =>
        words is [>= '2' and <= '5', >= '0' and <= '5', >= '0' and <= '9', ' ' or '-', ..] or [>= '2' and <= '5', >= '0' and <= '5', >= '0' and <= '9'];

    // "S:250", "<-250", "<,250" of Exchange; "09:41:12,345" and "smtp.py:234" are no codes.
    private static bool MayStandBehind(ReadOnlySpan<char> prefix) => prefix[^1] switch
    {
        ' ' or '\t' or '\'' or '"' or '<' or '>' or '-' or '*' or '~' or '|' => true,
        ',' => prefix is [.., '<' or '>', ','],
        ':' => prefix[(prefix.LastIndexOfAny(' ', '\t') + 1)..^1].IndexOfAnyExceptInRange('A', 'z') < 0,
        _ => false,
    };

    // A stamp, a name and an arrow or a colon; an address is no mark.
    private static bool IsMark(ReadOnlySpan<char> prefix)
    {
        prefix = prefix.TrimEnd(" \t'\"");
        if (prefix is [.., ':' or ' ', 'b']) prefix = prefix[..^1].TrimEnd();
        return prefix.IsEmpty || (prefix.Length <= LongestMark && prefix[^1] is '<' or '>' or '-' or '~' or '*' or ':' or '=' or '|' or ']' or ',' && !prefix.Contains('@'));
    }

    // Python: b'550 5.1.1 no such user\r\n'; a log may quote the whole of its line.
    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> words)
    {
        words = words.TrimEnd("'\", ");
        return words.EndsWith("\\r\\n") ? words[..^4] : words;
    }
}

/// <summary>What a line of a dialogue is.</summary>
internal enum SessionLineKind
{
    Other,
    Command,
    Answer,
}
