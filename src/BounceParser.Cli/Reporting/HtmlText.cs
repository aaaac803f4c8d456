using System.Net;
using BounceParser.Cli.Output;

namespace BounceParser.Cli.Reporting;

/// <summary>Text in HTML.</summary>
internal static class HtmlText
{
    /// <summary>Encoded; a stranger's words lose what steers a terminal or turns the writing.</summary>
    public static string Encode(string? text) => WebUtility.HtmlEncode(TerminalText.Clean(text));

    /// <summary>A stranger's words, apart from the direction of ours, and cut.</summary>
    public static string Foreign(string? text, int longest = 300) =>
        $"<bdi>{Encode(text is { } whole && whole.Length > longest ? whole[..longest] + " …" : text)}</bdi>";

    /// <summary>Advice of ours: what stands between backticks is code.</summary>
    public static string Advice(string text)
    {
        var parts = text.Split('`');
        if (parts.Length % 2 == 0) return Linked(text);
        return string.Concat(parts.Select((part, i) => i % 2 == 0 ? Linked(part) : $"<code>{Encode(part)}</code>"));
    }

    // Addresses of ours alone become links: those in a stranger's words stay text.
    private static string Linked(string text) => string.Join(' ', text.Split(' ').Select(Link));

    private static string Link(string word)
    {
        var url = word.TrimEnd('.', ',', ';', ':', ')', '\u00A0', '\u202F', '»');
        return url.StartsWith("https://", StringComparison.Ordinal)
            ? $"<a href=\"{Encode(url)}\" rel=\"noreferrer\">{Encode(url)}</a>{Encode(word[url.Length..])}"
            : Encode(word);
    }
}
