using System.Globalization;
using System.Text;

namespace BounceParser.Cli.Output;

/// <summary>A stranger's words made safe for a terminal.</summary>
internal static class TerminalText
{
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
