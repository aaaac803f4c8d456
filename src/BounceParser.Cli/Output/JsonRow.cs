using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BounceParser.Cli.Output;

/// <summary>One row of chosen fields as a flat JSON object.</summary>
internal static class JsonRow
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(IReadOnlyList<Column> columns, object?[] values)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            for (var i = 0; i < columns.Count; i++)
            {
                json.WritePropertyName(columns[i].Name);
                switch (values[i])
                {
                    case null: json.WriteNullValue(); break;
                    case bool flag: json.WriteBooleanValue(flag); break;
                    case int number: json.WriteNumberValue(number); break;
                    default: json.WriteStringValue(CellText.Of(values[i])); break;
                }
            }

            json.WriteEndObject();
        }

        return JsonText.Safe(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }
}
