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
        if (parts.Length % 2 == 0) return Encode(text);
        return string.Concat(parts.Select((part, i) => i % 2 == 0 ? Encode(part) : $"<code>{Encode(part)}</code>"));
    }
}
