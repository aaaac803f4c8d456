using System.Buffers;
using System.Text;
using BounceParser.Text;

namespace BounceParser.Recognition;

/// <summary>Takes the frames of a stack trace out of a text: they stand below what a server said, and are no words of it.</summary>
internal static class StackFrames
{
    private static readonly SearchValues<string> InRuby = SearchValues.Create([":in `", ":in '"], StringComparison.Ordinal);

    /// <summary>The text without the lines that are frames of Java, .NET, Node.js, Python, PHP or Ruby; the text itself when it has none.</summary>
    /// <param name="text">The text, line ends as LF.</param>
    public static string Without(string text)
    {
        StringBuilder? left = null;
        var kept = 0;
        for (var start = 0; start < text.Length;)
        {
            var feed = text.IndexOf('\n', start);
            var next = feed < 0 ? text.Length : feed + 1;
            if (IsFrame(text.AsSpan(start, next - start).Trim()))
            {
                (left ??= new StringBuilder(text.Length)).Append(text, kept, start - kept);
                kept = next;
            }

            start = next;
        }

        return left is null ? text : left.Append(text, kept, text.Length - kept).ToString();
    }

    // A frame names nobody and answers nothing.
    private static bool IsFrame(ReadOnlySpan<char> line) =>
        AddressLine.First(line) is null && (line is ['a', 't', ' ', ..] ? IsCall(line[3..])
        : line is ['#', >= '0' and <= '9', ..] ? IsNumbered(line)
        : line is ['F', 'i', 'l', 'e', ' ', '"', ..] ? line.IndexOf("\", line ") is > 0 and var place && IsFunction(line[(place + 8)..].TrimStart("0123456789"))
        : line is ['.', '.', '.', ' ', >= '0' and <= '9', ..] ? line.EndsWith(" more", StringComparison.Ordinal)
        : line is "Traceback (most recent call last):" || (line.StartsWith("from ", StringComparison.Ordinal) && line.IndexOfAny(InRuby) >= 0));

    // "at a.b.C.d(C.java:12)", "at A.B(String c) in d.cs:line 12", "at f (/a/b.js:1:2)", "at /a/b.js:1:2"; "at mx.dest.example (192.0.2.1)" is none.
    private static bool IsCall(ReadOnlySpan<char> call)
    {
        if (call.Contains(":line ", StringComparison.Ordinal) || IsPlace(call.TrimEnd(')'))) return true;
        var open = call.IndexOf('(');
        if (open <= 0 || call is not [.., ')'] || call[..open].Contains(' ')) return false;
        // A method of .NET; Java's have a file or say that they have none.
        return call[(call[..open].LastIndexOf('.') + 1)..open] is [>= 'A' and <= 'Z' or '<' or '_', ..] || call[open..] is "(Native Method)" or "(Unknown Source)";
    }

    // ", in send", or nothing: where lines were joined, the error goes on behind it.
    private static bool IsFunction(ReadOnlySpan<char> words) => words.IsEmpty || (words is [',', ' ', 'i', 'n', ' ', .. var name] && !name.Contains(' '));

    // A file, a line and perhaps a column.
    private static bool IsPlace(ReadOnlySpan<char> words)
    {
        var name = words.TrimEnd("0123456789:");
        if (name.Length >= words.Length - 1 || words[name.Length] != ':') return false;
        foreach (var ending in (ReadOnlySpan<string>)[".js", ".ts", ".mjs", ".java", ".kt"])
            if (name.EndsWith(ending)) return true;
        return name.Contains("node:", StringComparison.Ordinal);
    }

    // "#0 /var/www/app/Mailer.php(12): send()"; "#1 of 3 recipients" is none.
    private static bool IsNumbered(ReadOnlySpan<char> line) =>
        line.TrimStart("#0123456789").TrimStart() is var call && ((call is ['/', ..] && call.IndexOf("): ") > 0) || call is "{main}" || call.StartsWith("[internal function]"));
}
