using System.Text;
using System.Text.Json;

namespace BounceParser.Events;

/// <summary>The values of JSON that a text begins with. Never throws for any text.</summary>
internal static class JsonBody
{
    private const int Deepest = 32;

    private static readonly JsonReaderOptions Lenient = new() { MaxDepth = Deepest, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, AllowMultipleValues = true };

    private const string Blank = "\uFEFF \t\r\n";

    private static ReadOnlySpan<byte> BlankBytes => "\uFEFF \t\r\n"u8;

    /// <summary>True when the text begins like an object, or like an array of them.</summary>
    public static bool Starts(ReadOnlySpan<char> text)
    {
        text = text.TrimStart(Blank);
        return text is ['{', ..] || (text is ['[', .. var first] && first.TrimStart(Blank) is ['{' or '[', ..]);
    }

    /// <inheritdoc cref="Starts(ReadOnlySpan{char})"/>
    public static bool Starts(ReadOnlySpan<byte> text)
    {
        text = text.TrimStart(BlankBytes);
        return text is [(byte)'{', ..] || (text is [(byte)'[', .. var first] && first.TrimStart(BlankBytes) is [(byte)'{' or (byte)'[', ..]);
    }

    /// <summary>Where JSON begins in a text that begins with it, or in a line that ends with it; below 0 without any.</summary>
    public static int StartIn(string text)
    {
        if (Starts(text)) return 0;
        if (text.AsSpan().TrimEnd() is not [.., '}' or ']'] line || line.Contains('\n')) return -1;
        var start = text.IndexOf("{\"", StringComparison.Ordinal);
        return start > 0 && text[start - 1] == '[' ? start - 1 : start;
    }

    /// <summary>The values one after the other, as far as they are JSON; to be disposed of.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">How many are wanted: one more is read, to show that there are more.</param>
    public static List<JsonDocument> Read(string text, int most)
    {
        var values = new List<JsonDocument>();
        // sendmail breaks lines of more than a thousand bytes so.
        var whole = text.TrimStart('\uFEFF').Replace("!\n ", "", StringComparison.Ordinal);
        try
        {
            var bytes = Encoding.UTF8.GetBytes(Sound(whole));
            var reader = new Utf8JsonReader(bytes, Lenient);
            while (values.Count <= most && !IsFooter(bytes.AsSpan((int)reader.BytesConsumed)) && reader.Read()) values.Add(JsonDocument.ParseValue(ref reader));
        }
        catch (JsonException)
        {
            // What was whole before it counts: a mail has a footer.
        }

        return values;
    }

    // What a mail usually ends with, and no JSON begins with: the reader would throw.
    private static bool IsFooter(ReadOnlySpan<byte> rest) => rest.TrimStart(" \t\r\n"u8) is [(byte)'-', (byte)'-', ..] or [>= (byte)'A' and <= (byte)'Z', ..];

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
