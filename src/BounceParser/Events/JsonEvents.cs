using BounceParser.Catalogue;
using BounceParser.Evidence;

namespace BounceParser.Events;

/// <summary>Reads the JSON, or the form, that sending services post to a webhook or write to a log, of whatever service: by what the members' names mean.</summary>
internal static class JsonEvents
{
    /// <summary>True when the text begins like JSON.</summary>
    public static bool IsJson(ReadOnlySpan<char> text) => JsonBody.Starts(text);

    /// <inheritdoc cref="IsJson(ReadOnlySpan{char})"/>
    public static bool IsJson(ReadOnlySpan<byte> text) => JsonBody.Starts(text);

    /// <summary>What the events say, one evidence for each and each recipient; null for what is no event, or of an unknown service without a server's answer.</summary>
    /// <remarks>Of a service that is known, none at all is an answer too: the mail was opened, say. A line of a log may begin with something else.</remarks>
    public static BounceEvidence? Read(string text, BounceParserOptions options)
    {
        if (text.Length > options.MaxMessageBytes) return null;
        text = FormBody.AsJson(text) ?? text;
        return JsonBody.StartIn(text) is >= 0 and var start ? Events(text[start..], options) : null;
    }

    /// <summary>The same of a table, of which each row is an event; null for any other text.</summary>
    public static BounceEvidence? ReadTable(string text, BounceParserOptions options) => TableBody.AsJson(text) is { } rows ? Events(rows, options) : null;

    private static BounceEvidence? Events(string json, BounceParserOptions options)
    {
        var names = EventCatalogue.BuiltIn;
        using var walk = new EventWalk(names, options.MaxRecipients);
        var whole = walk.Read(json);
        var recipients = new List<RecipientEvidence>();
        var told = new List<ReadEvent>();
        (string? service, string? reporter) = (null, null);
        var isTruncated = walk.IsTruncated;
        foreach (var scope in whole.Events)
        {
            if (recipients.Count > options.MaxRecipients)
            {
                isTruncated = true;
                break;
            }

            var read = new ReadEvent(scope, names);
            service ??= read.Service;
            reporter ??= read.Reporter;
            isTruncated |= scope.IsTruncated || read.IsTruncated;
            var before = recipients.Count;
            recipients.AddRange(read.Recipients());
            if (recipients.Count > before) told.Add(read);
        }

        if (service is null && recipients.Count == 0) return null;
        return new BounceEvidence
        {
            Dialect = service,
            ReportingMta = reporter,
            MessageId = SharedId(told),
            Date = told is [var only] ? only.Time : null,
            Recipients = recipients,
            IsTruncated = isTruncated,
        };
    }

    // What one event knows of its mail says nothing of the mails of the others.
    private static string? SharedId(List<ReadEvent> events) => events is [{ MessageId: { } id }, .. var others] && others.TrueForAll(other => other.MessageId == id) ? id : null;
}
