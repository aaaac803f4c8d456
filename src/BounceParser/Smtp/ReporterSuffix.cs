using System.Buffers;

namespace BounceParser.Smtp;

/// <summary>Where the words of a server end and the reporting program goes on.</summary>
internal static class ReporterSuffix
{
    // The marks before what a server answered, in the transcripts of sendmail and of MDaemon, whose lines begin with the time.
    private const string Sendmail = "<<<";
    private const string Arrow = "<--";

    // At the start of a line, or after a sentence.
    private static readonly string[] Lines =
    [
        "giving up on ", "i'm not going to try again", "--- ", "-----", "could not deliver for the last", "final-log-id", "last-attempt-date", "this message was created automatically",
        "reporting-mta:", "original message", "the following organization rejected", ">>>", "session transcript",
    ];

    private static readonly string[] Tails =
    [
        " ##", "(in reply to ", ": retry timeout exceeded", "I'm not going to try again;", " -- message may be sent more than once", "(tried to deliver",
    ];

    // One pass tells that most texts have none.
    private static readonly SearchValues<string> AnyTail = SearchValues.Create(Tails, StringComparison.Ordinal);

    /// <summary>The length of what comes before the first such mark; the whole length when there is none.</summary>
    public static int Start(ReadOnlySpan<char> words)
    {
        var end = words.Length;
        var line = words.IndexOf('\n');
        if (line >= 0 && words.IndexOf("\n\n") is > 0 and var paragraph) end = paragraph;
        if (words[..end].IndexOfAny(AnyTail) > 0)
            foreach (var tail in Tails)
                if (words[..end].LastIndexOf(tail, StringComparison.Ordinal) is > 0 and var at) end = at;
        for (; line >= 0 && line < end; line = NextLine(words, line))
            if (StartsWithAny(words[(line + 1)..].TrimStart(" \t"))) return line;
        return end;
    }

    /// <summary>True for text that ends with the mark of a transcript before what a server answered.</summary>
    public static bool OpensAnswer(ReadOnlySpan<char> before) => before.EndsWith(Sendmail) || before.EndsWith(Arrow);

    /// <summary>The length of a transcript's reply: up to the first line that the server did not write, or that answers another command.</summary>
    /// <param name="opening">What stands before it, mark and all.</param>
    /// <param name="words">The reply and what follows.</param>
    public static int TranscriptEnd(ReadOnlySpan<char> opening, ReadOnlySpan<char> words)
    {
        if (opening.EndsWith(Arrow)) return words.IndexOf('\n') is > 0 and var end ? end : words.Length;

        var code = words[..Math.Min(3, words.Length)];
        for (var from = 0; from < words.Length;)
        {
            var lineEnd = words[from..].IndexOf('\n');
            if (lineEnd < 0) break;
            from += lineEnd + 1;
            var line = words[from..].TrimStart(" \t");
            if (!line.StartsWith(Sendmail) || !line[Sendmail.Length..].TrimStart(" \t").StartsWith(code)) return from - 1;
        }

        return words.Length;
    }

    /// <summary>Where a bracket that was opened before the words is closed; the whole length when it is not.</summary>
    public static int Closing(ReadOnlySpan<char> words, char open, char close)
    {
        var depth = 0;
        for (var index = 0; index < words.Length; index++)
        {
            if (words[index] == open) depth++;
            else if (words[index] == close && depth-- == 0) return index;
        }

        return words.Length;
    }

    // Below 0 behind the last line.
    private static int NextLine(ReadOnlySpan<char> words, int line) => words[(line + 1)..].IndexOf('\n') is >= 0 and var step ? line + 1 + step : -1;

    private static bool StartsWithAny(ReadOnlySpan<char> line)
    {
        foreach (var start in Lines)
            if (line.StartsWith(start, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
