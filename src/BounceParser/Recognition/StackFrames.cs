using System.Text;

namespace BounceParser.Recognition;

/// <summary>Takes the frames of a stack trace out of a text: they stand below what a server said, and are no words of it.</summary>
internal static class StackFrames
{
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

    private static bool IsFrame(ReadOnlySpan<char> line) =>
        line is ['a', 't', ' ', ..] ? IsCall(line[3..])
        : line is ['#', >= '0' and <= '9', ..] ? IsNumbered(line)
        : line is ['F', 'i', 'l', 'e', ' ', '"', ..] ? line.Contains("\", line ", StringComparison.Ordinal)
        : line is ['.', '.', '.', ' ', >= '0' and <= '9', ..] ? line.EndsWith(" more", StringComparison.Ordinal)
        : line is "Traceback (most recent call last):" || (line.StartsWith("from ", StringComparison.Ordinal) && line.Contains(":in `", StringComparison.Ordinal));

    // "at a.b.C.d(C.java:12)", "at A.B(String c) in d.cs:line 12", "at f (/a/b.js:1:2)", "at /a/b.js:1:2"; "at mx.dest.example (192.0.2.1)" is none.
    private static bool IsCall(ReadOnlySpan<char> call)
    {
        if (call.Contains(":line ", StringComparison.Ordinal) || IsPlace(call.TrimEnd(')'))) return true;
        var open = call.IndexOf('(');
        return open > 0 && call is [.., ')'] && !call[..open].Contains(' ') && call[..open].Contains('.') && (char.IsLetter(call[open + 1]) || call[open + 1] == ')');
    }

    // A file, a line and perhaps a column.
    private static bool IsPlace(ReadOnlySpan<char> words)
    {
        var name = words.TrimEnd("0123456789:");
        return name.Length < words.Length - 1 && words[name.Length] == ':' && (name.EndsWith(".js") || name.EndsWith(".ts") || name.EndsWith(".mjs") || name.EndsWith(".java") || name.EndsWith(".kt") || name.Contains("node:", StringComparison.Ordinal));
    }

    // "#0 /var/www/app/Mailer.php(12): send()"
    private static bool IsNumbered(ReadOnlySpan<char> line) => line.TrimStart("#0123456789") is [' ', '/' or '{' or '[', ..] && line.ContainsAny('(', '}');
}
