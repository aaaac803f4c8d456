using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using BounceParser.Cli.Output;

namespace BounceParser.Cli.Corpus;

/// <summary>Writes what the library says of a sample as its expectation, for a person to read and to mark as reviewed.</summary>
internal static class SampleRecord
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static string Write(Sample sample, BounceInterpreter interpreter)
    {
        var reports = sample.Interpret(interpreter);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Indented))
        {
            if (sample.IsLines) json.WriteStartArray();
            foreach (var report in reports) Report(json, report);
            if (sample.IsLines) json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void Report(Utf8JsonWriter json, ReportLine report)
    {
        json.WriteStartObject();
        json.WriteBoolean("reviewed", false);
        json.WriteString("kind", report.Kind);
        json.WriteString("dialect", report.Dialect);
        json.WriteStartArray("diagnoses");
        foreach (var diagnosis in report.Diagnoses) Diagnosis(json, diagnosis);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Diagnosis(Utf8JsonWriter json, DiagnosisLine diagnosis)
    {
        json.WriteStartObject();
        json.WriteString("recipient", diagnosis.Recipient);
        json.WriteString("originalRecipient", diagnosis.OriginalRecipient);
        json.WriteString("action", diagnosis.Action);
        json.WriteString("status", diagnosis.Status);
        if (diagnosis.ReplyCode is { } code) json.WriteNumber("replyCode", code);
        else json.WriteNull("replyCode");
        json.WriteString("reason", diagnosis.Reason);
        json.WriteString("situation", diagnosis.Situation);
        json.WriteString("permanence", diagnosis.Permanence);
        json.WriteString("recommendation", diagnosis.Recommendation);
        json.WriteString("responsible", diagnosis.Responsible);
        json.WriteString("stage", diagnosis.Stage);
        json.WriteString("remoteMta", diagnosis.RemoteMta);
        json.WriteEndObject();
    }
}
