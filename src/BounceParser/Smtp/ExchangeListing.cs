using BounceParser.Evidence;

namespace BounceParser.Smtp;

/// <summary>What Exchange's shell prints of its tracking log, a field a line: <c>Get-MessageTrackingLog | Format-List</c>.</summary>
internal static class ExchangeListing
{
    private const string Event = "EventId", Recipients = "Recipients", Status = "RecipientStatus";

    /// <summary>The recipients of the events that tell of a delivery, the last of each; null for any other text.</summary>
    public static BounceEvidence? Read(string text)
    {
        if (!text.Contains(Status, StringComparison.Ordinal) || !text.Contains(Event, StringComparison.Ordinal)) return null;
        var told = new Dictionary<string, RecipientEvidence>(StringComparer.OrdinalIgnoreCase);
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var last = "";
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.IsWhiteSpace()) Take(fields, told);
            else if (line[0] is not (' ' or '\t') && line.IndexOf(" :") is > 0 and var colon) fields[last = line[..colon].TrimEnd().ToString()] = line[(colon + 2)..].Trim().ToString();
            // What is too wide for the window goes on below.
            else if (fields.TryGetValue(last, out var begun)) fields[last] = begun + ' ' + line.Trim().ToString();
        }

        Take(fields, told);
        return told.Count > 0 ? new BounceEvidence { Dialect = ExchangeLog.Dialect, Recipients = [.. told.Values] } : null;
    }

    private static void Take(Dictionary<string, string> fields, Dictionary<string, RecipientEvidence> told)
    {
        if (fields.TryGetValue(Event, out var name) && ExchangeLog.ActionOf(name) is { } action && fields.TryGetValue(Recipients, out var recipients))
        {
            var (addresses, answers) = (Elements(recipients, ", "), Elements(fields.GetValueOrDefault(Status, ""), "], ["));
            for (var at = 0; at < addresses.Length; at++)
            {
                var words = action is DsnAction.Failed or DsnAction.Delayed && answers.Length == addresses.Length ? ExchangeLog.StatusOf(answers[at]) : "";
                told[addresses[at]] = new LogEvidence { Action = action, Recipient = addresses[at], Text = words }.ToEvidence(ExchangeLog.Dialect, time: null).Recipients[0];
            }
        }

        fields.Clear();
    }

    // "{a@b, c@d}", "{[{LED=550 5.1.1 ...};{MSG=}], [{LED=...}]}"
    private static string[] Elements(string list, string separator) => (list.StartsWith('{') && list.EndsWith('}') ? list[1..^1] : list).Split(separator);
}
