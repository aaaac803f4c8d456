using System.Text;
using System.Text.Json;

namespace BounceParser.Events;

/// <summary>The values of JSON that a text begins with. Never throws for any text.</summary>
internal static class JsonBody
{
    private const int Deepest = 32;
    private const int MostValues = 10_000;

    private static readonly JsonReaderOptions Lenient = new() { MaxDepth = Deepest, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, AllowMultipleValues = true };

    /// <summary>True when the first character is one that an object or an array begins with.</summary>
    public static bool Starts(ReadOnlySpan<char> text) => text.TrimStart("\uFEFF \t\r\n") is ['{' or '[', ..];

    /// <summary>The values one after the other, as far as they are JSON; to be disposed of.</summary>
    public static List<JsonDocument> Read(string text)
    {
        var values = new List<JsonDocument>();
        // sendmail breaks lines of more than a thousand bytes so.
        var whole = text.TrimStart('\uFEFF').Replace("!\n ", "", StringComparison.Ordinal);
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(Sound(whole)), Lenient);
            while (values.Count < MostValues && reader.Read()) values.Add(JsonDocument.ParseValue(ref reader));
        }
        catch (JsonException)
        {
            // What was whole before it counts: a mail has a footer.
        }

        return values;
    }

    // An escape of half a character is JSON, but no text: reading it would throw.
    private static string Sound(string text)
    {
        if (!text.Contains("\\ud", StringComparison.OrdinalIgnoreCase)) return text;
        var units = text.ToCharArray();
        for (var at = 0; at + 1 < units.Length; at++)
        {
            if (units[at] != '\\') continue;
            if (Escaped(units, at) is { } unit && char.IsSurrogate(unit))
            {
                if (char.IsHighSurrogate(unit) && Escaped(units, at + 6) is { } second && char.IsLowSurrogate(second)) at += 6;
                else "FFFD".CopyTo(units.AsSpan(at + 2));
                at += 4;
            }

            at++;
        }

        return new string(units);
    }

    private static char? Escaped(ReadOnlySpan<char> units, int at) =>
        at + 6 <= units.Length && units[at] == '\\' && units[at + 1] == 'u' && ushort.TryParse(units.Slice(at + 2, 4), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var unit) ? (char)unit : null;
}
