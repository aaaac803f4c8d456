using System.Text.Json;

namespace BounceParser.Smtp;

/// <summary>The JSON that a container's runtime or the journal of systemd puts around each line of a log: <c>{"log":"...","stream":"stdout"}</c>, <c>{"MESSAGE":"...","SYSLOG_IDENTIFIER":"postfix/smtp"}</c>.</summary>
internal static class LogEnvelope
{
    // What the journal calls the program, which the line in it lacks.
    private const string Line = "log", Message = "MESSAGE", Program = "SYSLOG_IDENTIFIER";

    /// <summary>The line in it; the line itself where there is no such envelope.</summary>
    public static string Opened(string line)
    {
        if (!line.StartsWith('{') || !(line.Contains($"\"{Line}\"", StringComparison.Ordinal) || line.Contains($"\"{Message}\"", StringComparison.Ordinal))) return line;
        try
        {
            using var document = JsonDocument.Parse(line);
            return Text(document, Line)?.Trim() ?? (Text(document, Message) is { } message ? $"{Text(document, Program) ?? "-"}: {message.Trim()}" : line);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            // Half a line, or half a character in it.
            return line;
        }
    }

    private static string? Text(JsonDocument document, string member) =>
        document.RootElement.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
