using System.Net;
using System.Text;

namespace BounceParser.Mime;

/// <summary>The words of an HTML page, one line for each block. Linear in the page; nothing of it is trusted.</summary>
internal static class HtmlText
{
    private const int LongestName = 12;

    /// <summary>Text with LF line ends, entities decoded, white space folded in each line, at most one blank line in a row.</summary>
    public static string Read(string html)
    {
        var raw = new StringBuilder(html.Length);
        var at = 0;
        while (at < html.Length)
        {
            var open = html.AsSpan(at).IndexOf('<');
            if (open < 0) break;
            Append(raw, html.AsSpan(at, open));
            at += open;
            var next = Tag(html, at, raw);
            if (next < 0) break;
            at = next;
        }

        if (at < html.Length && html[at] != '<') Append(raw, html.AsSpan(at));
        return Folded(WebUtility.HtmlDecode(raw.ToString()));
    }

    /// <summary>False for plain words that are only labelled as a page: their line ends are line ends.</summary>
    public static bool HoldsMarkup(string html)
    {
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0; at = html.IndexOf('<', at + 1))
        {
            var name = Name(html.AsSpan(at + 1).TrimStart('/'));
            if (!name.IsEmpty && at + 1 + name.Length < html.Length && html[at + 1 + name.Length] is not '@' and not '.') return true;
        }

        return false;
    }

    // Line ends of the source are white space.
    private static void Append(StringBuilder raw, ReadOnlySpan<char> words)
    {
        foreach (var piece in words.SplitAny('\r', '\n'))
        {
            if (piece.Start.Value > 0) raw.Append(' ');
            raw.Append(words[piece]);
        }
    }

    // Where the tag at this place ends; -1 when it never does.
    private static int Tag(string html, int at, StringBuilder raw)
    {
        var rest = html.AsSpan(at + 1);
        if (rest.StartsWith("!--", StringComparison.Ordinal)) return After(html, at + 4, "-->");
        var closing = rest is ['/', ..];
        var name = Name(closing ? rest[1..] : rest);
        if (name.IsEmpty && rest is not ['!' or '?' or '/', ..])
        {
            // "<" before anything else is a character: "<user@host>" in careless pages has a name, and is handled below.
            raw.Append("&lt;");
            return at + 1;
        }

        var end = TagEnd(html, at + 1);
        if (end < 0) return -1;
        if (IsAddress(html.AsSpan(at + 1, end - at - 2)))
        {
            raw.Append("&lt;").Append(html.AsSpan(at + 1, end - at - 2)).Append("&gt;");
            return end;
        }

        if (!closing && IsHidden(name)) return AfterElement(html, end, name);
        if (IsBlock(name)) raw.Append('\n');
        else if (Is(name, "td") || Is(name, "th")) raw.Append(' ');
        return end;
    }

    // A ">" in a quoted attribute does not end the tag; a quote that never closes is taken for a letter.
    private static int TagEnd(string html, int at)
    {
        var end = html.AsSpan(at).IndexOf('>');
        if (end < 0) return -1;
        var first = at + end + 1;
        var quote = html.AsSpan(at, end).IndexOfAny('"', '\'');
        if (quote < 0) return first;
        var tag = html.AsSpan(at, Math.Min(4_096, html.Length - at));
        var within = '\0';
        for (var i = quote; i < tag.Length; i++)
        {
            if (within == '\0' && tag[i] == '>') return at + i + 1;
            if (within == '\0' && tag[i] is '"' or '\'') within = tag[i];
            else if (tag[i] == within) within = '\0';
        }

        return first;
    }

    private static int After(string html, int from, string mark)
    {
        if (from > html.Length) return -1;
        var found = html.AsSpan(from).IndexOf(mark, StringComparison.Ordinal);
        return found < 0 ? -1 : from + found + mark.Length;
    }

    private static int AfterElement(string html, int from, ReadOnlySpan<char> name)
    {
        for (var at = from; After(html, at, "</") is var close and >= 0; at = close)
            if (html.AsSpan(close).StartsWith(name, StringComparison.OrdinalIgnoreCase)) return TagEnd(html, close);
        return -1;
    }

    private static bool IsAddress(ReadOnlySpan<char> tag) =>
        tag.Length < 256 && tag.IndexOf('@') > 0 && tag.IndexOfAny(" =\"") < 0;

    private static bool IsHidden(ReadOnlySpan<char> name) => Is(name, "script") || Is(name, "style") || Is(name, "head") || Is(name, "title");

    private static bool IsBlock(ReadOnlySpan<char> name)
    {
        foreach (var block in Blocks)
            if (Is(name, block)) return true;
        return false;
    }

    private static readonly string[] Blocks =
        ["br", "p", "div", "tr", "li", "ul", "ol", "table", "hr", "pre", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "dd", "dt", "dl", "center", "body", "section", "article"];

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> tag)
    {
        var length = 0;
        while (length < tag.Length && length < LongestName && char.IsAsciiLetterOrDigit(tag[length])) length++;
        return length > 0 && char.IsAsciiLetter(tag[0]) ? tag[..length] : default;
    }

    private static bool Is(ReadOnlySpan<char> name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        var blank = true;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var start = folded.Length;
            AppendFolded(folded, line);
            var isBlank = folded.Length == start;
            if (isBlank && blank) continue;
            folded.Append('\n');
            blank = isBlank;
        }

        return folded.ToString().Trim('\n');
    }

    private static void AppendFolded(StringBuilder folded, ReadOnlySpan<char> line)
    {
        var pending = false;
        foreach (var c in line.Trim())
        {
            if (char.IsWhiteSpace(c)) pending = true;
            else
            {
                if (pending) folded.Append(' ');
                pending = false;
                folded.Append(c);
            }
        }
    }
}
