using System.Buffers;
using System.Text;
using BounceParser.Mime;

namespace BounceParser.Recognition;

/// <summary>What a person pastes: tells a raw message from a fragment, and takes quoting and indentation off.</summary>
internal static class PastedText
{
    private const int LongestIndent = 40;
    private const int DeepestQuoting = 16;
    private const string Link = "](mailto:";
    private const string Fence = "```";

    private static readonly SearchValues<char> NameEnd = SearchValues.Create(": \t");

    /// <summary>True when the text starts like a raw message: with two headers that mails bear, or with an mbox line and one.</summary>
    public static bool StartsLikeMessage(string text)
    {
        var known = 0;
        foreach (var raw in text.AsSpan().TrimStart().EnumerateLines())
        {
            if (raw.IsEmpty) break;
            if (raw[0] is ' ' or '\t') continue;
            if (known == 0 && raw.StartsWith("From ", StringComparison.Ordinal)) known = 1;
            else if (!IsHeader(raw)) break;
            else if (HeaderText.IsMailField(raw[..raw.IndexOf(':')]) && ++known == 2) return true;
        }

        return false;
    }

    /// <summary>The text without the <c>&gt;</c> marks or the indentation that all its lines share, and its addresses without the links that web pages make of them; fences of Markdown are blank lines.</summary>
    public static string Unquoted(string text)
    {
        var unified = WithoutLinks(WithoutMarkup(text.ReplaceLineEndings("\n")));
        for (var depth = 0; depth < DeepestQuoting && CommonPrefix(unified) is > 0 and var length; depth++) unified = Cut(unified, length);
        return WithoutFences(unified);
    }

    // What was copied from the source of a page or a forum; quotes stay, since JSON is told by them.
    private static string WithoutMarkup(string text) => text.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal)
        .Replace("[email]", "", StringComparison.OrdinalIgnoreCase).Replace("[/email]", "", StringComparison.OrdinalIgnoreCase);

    // Markdown: "[a@b](mailto:a@b)"
    private static string WithoutLinks(string text)
    {
        if (!text.Contains(Link, StringComparison.Ordinal)) return text;
        var plain = new StringBuilder(text.Length);
        var from = 0;
        for (int at; (at = text.IndexOf(Link, from, StringComparison.Ordinal)) >= 0;)
        {
            var open = text.LastIndexOf('[', at, at - from + 1);
            var close = text.IndexOf(')', at);
            if (close < 0) break;
            if (open >= 0 && !text.AsSpan(open, close - open).Contains('\n')) plain.Append(text, from, open - from).Append(text, open + 1, at - open - 1);
            else plain.Append(text, from, close + 1 - from);
            from = close + 1;
        }

        return plain.Append(text, from, text.Length - from).ToString();
    }

    // "```text", and "```" below what is shown as it stands.
    private static string WithoutFences(string text) =>
        text.Contains(Fence, StringComparison.Ordinal) ? string.Join('\n', text.Split('\n').Select(line => line.TrimStart().StartsWith(Fence, StringComparison.Ordinal) && !line.Contains(' ') ? "" : line)) : text;

    private static bool IsHeader(ReadOnlySpan<char> line) => line.IndexOfAny(NameEnd) is > 0 and var end && line[end] == ':';

    // A first line that was copied without its mark does not hide the quoting of the others.
    private static int CommonPrefix(string text)
    {
        int quoted = 0, lines = 0, indent = LongestIndent;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.IsWhiteSpace()) continue;
            lines++;
            if (line[0] == '>' || line is ['#', ' ', ..]) quoted++;
            indent = Math.Min(indent, line.Length - line.TrimStart(" \t").Length);
        }

        if (lines == 0) return 0;
        return quoted > 0 && quoted >= lines - 1 ? 1 : indent;
    }

    private static string Cut(string text, int length)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var removed = 0;
            while (removed < length && removed < lines[i].Length && lines[i][removed] is '>' or '#' or ' ' or '\t') removed++;
            lines[i] = lines[i][removed..];
        }

        return string.Join('\n', lines);
    }
}
