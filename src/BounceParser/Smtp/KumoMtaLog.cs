using System.Globalization;
using System.Text;
using System.Text.Json;

namespace BounceParser.Smtp;

/// <summary>The log of KumoMTA, one object of JSON a line (https://docs.kumomta.com/reference/log_record/).</summary>
internal static class KumoMtaLog
{
    private const int Deepest = 16;

    public static LogEvidence? Read(string line)
    {
        if (!line.StartsWith('{') || !line.Contains("\"enhanced_code\"", StringComparison.Ordinal)) return null;
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(line), new JsonReaderOptions { MaxDepth = Deepest });
            using var record = JsonDocument.ParseValue(ref reader);
            return Evidence(record.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static LogEvidence? Evidence(JsonElement record)
    {
        var type = Words(record, "type");
        if (ActionOf(type) is not { } action || Member(record, "response") is not { } response) return null;
        return new LogEvidence
        {
            Dialect = "kumomta",
            Action = action,
            Recipient = Recipient(record),
            Text = Reply(response),
            RemoteMta = Member(record, "peer_address") is { } peer ? Words(peer, "name")?.TrimEnd('.') : null,
            Stage = Words(response, "command") is { } command ? LogTokens.Command(command.Split(' ', ':')[0]) : SmtpStage.Unknown,
            Expired = type is "Expiration",
        };
    }

    // The code stands apart from the words: 550, {"class":5,"subject":1,"detail":1}, "No such user".
    private static string Reply(JsonElement response)
    {
        var reply = new StringBuilder();
        if (Number(response, "code") is { } code) reply.Append(CultureInfo.InvariantCulture, $"{code} ");
        var content = Words(response, "content") ?? "";
        if (Member(response, "enhanced_code") is { } status && Number(status, "class") is { } kind && Number(status, "subject") is { } subject && Number(status, "detail") is { } detail)
            reply.Append(CultureInfo.InvariantCulture, $"{kind}.{subject}.{detail} ");
        return reply.Append(content).ToString().Trim();
    }

    // An array where one message had several.
    private static string? Recipient(JsonElement record) => Member(record, "recipient") is { } recipient
        ? recipient.ValueKind switch
        {
            JsonValueKind.String => recipient.GetString(),
            JsonValueKind.Array when recipient.GetArrayLength() == 1 && recipient[0].ValueKind == JsonValueKind.String => recipient[0].GetString(),
            _ => null,
        }
        : null;

    private static DsnAction? ActionOf(string? type) => type switch
    {
        "Delivery" => DsnAction.Relayed,
        "Bounce" or "Expiration" or "AdminBounce" => DsnAction.Failed,
        "TransientFailure" => DsnAction.Delayed,
        _ => null,
    };

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;

    private static string? Words(JsonElement element, string name) => Member(element, name) is { ValueKind: JsonValueKind.String } words ? words.GetString() : null;

    private static int? Number(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) ? value : null;
}
