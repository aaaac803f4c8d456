using System.Text;
using System.Text.Json;
using BounceParser.Evidence;

namespace BounceParser.Dialects;

/// <summary>Amazon SES by way of SNS: an object of JSON (https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html).</summary>
internal sealed class AmazonSns : Dialect
{
    private const int Deepest = 32;

    public override string Name => "amazon-sns";

    public override IReadOnlyList<string> Markers { get; } = ["\"notificationtype\":\"", "\"notificationtype\": \"", "\"eventtype\":\"", "\"eventtype\": \"", "\"bouncedrecipients\":", "x-amz-sns-message-id:"];

    public override BounceEvidence? Read(BounceText text)
    {
        var start = text.Text.IndexOf('{', StringComparison.Ordinal);
        if (start < 0) return null;
        // sendmail breaks lines of more than a thousand bytes so.
        var json = Encoding.UTF8.GetBytes(text.Text[start..].Replace("!\n ", "", StringComparison.Ordinal));
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Deepest });
            using var notification = JsonDocument.ParseValue(ref reader);
            return Evidence(notification.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private BounceEvidence? Evidence(JsonElement notification)
    {
        List<RecipientEvidence> recipients =
        [
            .. Recipients(notification, "bounce", "bouncedRecipients", DsnAction.Failed),
            .. Recipients(notification, "deliveryDelay", "delayedRecipients", DsnAction.Delayed),
            .. Recipients(notification, "delivery", "recipients", DsnAction.Delivered),
        ];
        return recipients.Count == 0 ? null : new BounceEvidence { Dialect = Name, ReportingMta = Member(notification, "bounce") is { } bounce ? Host(bounce) : null, Recipients = recipients };
    }

    private static IEnumerable<RecipientEvidence> Recipients(JsonElement notification, string part, string list, DsnAction action)
    {
        if (Member(notification, part) is not { } told || Member(told, list) is not { ValueKind: JsonValueKind.Array } recipients) yield break;
        foreach (var recipient in recipients.EnumerateArray())
        {
            var address = recipient.ValueKind == JsonValueKind.String ? recipient.GetString() : Words(recipient, "emailAddress");
            if (address is { Length: > 0 })
                yield return new RecipientEvidence
                {
                    FinalRecipient = address,
                    Action = action,
                    Status = Words(recipient, "status") is { } status ? EnhancedStatusCode.Parse(status) : null,
                    DiagnosticText = Words(recipient, "diagnosticCode") ?? Words(told, "smtpResponse") ?? "",
                };
        }
    }

    // "dsn; a27-23.smtp-out.us-west-2.amazonses.com"
    private static string? Host(JsonElement bounce) => Words(bounce, "reportingMTA") is { } host ? host[(host.IndexOf(';', StringComparison.Ordinal) + 1)..].Trim() : null;

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;

    private static string? Words(JsonElement element, string name) => Member(element, name) is { ValueKind: JsonValueKind.String } words ? words.GetString() : null;
}
