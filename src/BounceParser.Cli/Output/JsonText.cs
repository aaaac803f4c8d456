using System.Globalization;
using System.Text;

namespace BounceParser.Cli.Output;

/// <summary>JSON that is safe to look at: marks that turn the direction of writing or steer a terminal are escaped, nothing is lost.</summary>
internal static class JsonText
{
    public static string Safe(string json)
    {
        var harmless = true;
        foreach (var c in json.AsSpan())
            if (c >= 0x7F && IsHidden(c)) { harmless = false; break; }
        if (harmless) return json;
        var safe = new StringBuilder(json.Length + 64);
        foreach (var c in json)
        {
            if (c >= 0x7F && IsHidden(c)) safe.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else safe.Append(c);
        }

        return safe.ToString();
    }

    // Outside ASCII these stand in strings alone, where JSON takes an escape for each UTF-16 unit.
    private static bool IsHidden(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
