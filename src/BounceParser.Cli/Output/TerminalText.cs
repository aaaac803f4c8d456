using System.Globalization;
using System.Text;

namespace BounceParser.Cli.Output;

/// <summary>A stranger's words made safe for a terminal.</summary>
internal static class TerminalText
{
    /// <summary>The most that a person is shown of what a server said.</summary>
    public const int LongestSaid = 2_000;

    /// <summary>The most that a person is shown of an address or a host: longer than any real one.</summary>
    public const int LongestName = 320;

    /// <summary>The beginning of a text that would flood the page.</summary>
    public static string Cut(string text, int longest) => text.Length > longest ? text[..longest] + " …" : text;

    /// <summary>Takes out control characters, escape sequences' openers and the marks that turn the direction of writing.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator) clean.Append(' ');
            else if (Rune.GetUnicodeCategory(rune) is not UnicodeCategory.Format) clean.Append(rune.ToString());
        }

        return clean.ToString();
    }
}
