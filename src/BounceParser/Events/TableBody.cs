using System.Buffers;
using System.Text;
using System.Text.Json;
using BounceParser.Catalogue;
using BounceParser.Text;

namespace BounceParser.Events;

/// <summary>A table with a row of names first, as services and servers export what became of mails: <c>email,status,reason</c>. Each row is an event.</summary>
internal static class TableBody
{
    private const int LeastColumns = 3;

    private static readonly char[] Separators = [',', ';', '\t', '|'];

    /// <summary>The same rows as an array of JSON, a member for each cell; null for what is no table, or one whose names tell neither whom it is about nor what happened.</summary>
    public static string? AsJson(string text)
    {
        text = text.Trim('\uFEFF', ' ', '\r', '\n');
        var feed = text.IndexOf('\n', StringComparison.Ordinal);
        // A row of names holds no address.
        if (feed < 0 || text.AsSpan(0, feed).Contains('@')) return null;
        foreach (var separator in Separators)
            if (SeparatedValues.Cells(text[..feed], separator) is { Count: >= LeastColumns } names && AreOfDeliveries(names)) return Written(names, SeparatedValues.Rows(text, separator).Skip(1));
        return null;
    }

    private static bool AreOfDeliveries(List<string> names)
    {
        var (tellWhom, tellWhat) = (false, false);
        foreach (var name in names)
            foreach (var (slot, _) in EventCatalogue.BuiltIn.SlotsOf("", EventCatalogue.BuiltIn.NameOf(name)))
            {
                tellWhom |= slot is EventSlot.Recipient or EventSlot.Addressed;
                tellWhat |= slot is EventSlot.Words or EventSlot.Remark or EventSlot.Event or EventSlot.Status;
            }

        return tellWhom && tellWhat;
    }

    private static string Written(List<string> names, IEnumerable<List<string>> rows)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartArray();
            foreach (var row in rows)
            {
                json.WriteStartObject();
                foreach (var (name, value) in names.Zip(row)) json.WriteString(name, value);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
