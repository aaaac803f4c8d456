namespace BounceParser.Smtp;

/// <summary>The log lines of programs that nobody has met, where these write names and values: <c>to="a@b" code=550 details="User unknown"</c>.</summary>
internal sealed class FieldLog : LogFormat
{
    private static readonly string[] Recipients = ["to", "rcpt", "recipient", "recipients", "rcpt_to", "rcptto", "envelope_to"];
    private static readonly string[] Codes = ["code", "rejcode", "smtp_code", "smtpstatus", "status_code", "reply_code", "status", "reply"];
    private static readonly string[] Words = ["details", "rejinfo", "smtpmsg", "error", "err", "reason", "response", "reply", "diagnostic", "description", "message", "msg", "classifier"];
    private static readonly string[] Outcomes = ["disposition", "action", "act", "result", "outcome", "status"];

    public override string? Name => null;

    public override IReadOnlyList<string> Marks { get; } = ["to=", "to =", "rcpt=", "rcpt =", "recipient=", "recipient =", "recipients="];

    /// <summary>What the line says; null without a recipient, without words, and where no code tells that they refuse.</summary>
    public override LogEvidence? Read(string line)
    {
        var fields = Fields(line);
        if (First(fields, Recipients, value => value.Contains('@', StringComparison.Ordinal)) is not { } recipient) return null;
        // postgrey: "action=greylist" is all that it says.
        if ((First(fields, Words, value => value.Contains(' ', StringComparison.Ordinal) || IsGreylisting(value)) ?? First(fields, Outcomes, IsGreylisting)) is not { } words) return null;
        var code = First(fields, Codes, value => value is [>= '4' and <= '5', _, _] && value.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0);
        var text = code is null || words.StartsWith(code, StringComparison.Ordinal) ? words : code + " " + words;
        return (LogEvidence.ActionOf(text) ?? Outcome(fields)) is { } action and not DsnAction.Delivered ? new LogEvidence { Action = action, Recipient = recipient, Text = text } : null;
    }

    private static DsnAction? Outcome(List<(string Name, string Value)> fields) => First(fields, Outcomes, value => value.Length > 0)?.ToLowerInvariant() switch
    {
        "rej" or "reject" or "rejected" or "refused" or "bounce" or "bounced" or "failed" or "failure" or "block" or "blocked" => DsnAction.Failed,
        "defer" or "deferred" or "delayed" or "tempfail" or "temporary" => DsnAction.Delayed,
        { } outcome when IsGreylisting(outcome) => DsnAction.Delayed,
        _ => null,
    };

    private static bool IsGreylisting(string value) => value.StartsWith("greylist", StringComparison.OrdinalIgnoreCase) || value.StartsWith("graylist", StringComparison.OrdinalIgnoreCase);

    private static string? First(List<(string Name, string Value)> fields, string[] names, Func<string, bool> fits)
    {
        foreach (var name in names)
            foreach (var field in fields)
                if (field.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && fits(field.Value)) return field.Value;
        return null;
    }

    private static List<(string Name, string Value)> Fields(string line)
    {
        var fields = new List<(string Name, string Value)>();
        var last = 0;
        for (var at = line.IndexOf('=', StringComparison.Ordinal); at > 0; at = line.IndexOf('=', at))
        {
            // No further back than the value before: a line of signs alone is not read once for each.
            var name = line.AsSpan(last, at - last).TrimEnd(' ');
            name = name[(name.LastIndexOfAny(" ,;|\t[({\"") + 1)..];
            at++;
            while (at < line.Length && line[at] == ' ') at++;
            if (at == line.Length) break;
            var (start, end) = Value(line, at);
            fields.Add((name.ToString(), line[start..end]));
            at = last = end;
        }

        return fields;
    }

    // In quotes or brackets, the first of a list, else up to what parts fields.
    private static (int Start, int End) Value(string line, int at)
    {
        if (line[at] == '[' && at + 1 < line.Length && line[at + 1] is '"' or '\'') at++;
        var close = line[at] switch { '"' => '"', '\'' => '\'', '<' => '>', _ => '\0' };
        if (close != '\0' && line.IndexOf(close, at + 1) is > 0 and var quote) return (at + 1, quote);
        return (at, line.AsSpan(at).IndexOfAny(" ,;|\t") is >= 0 and var length ? at + length : line.Length);
    }
}
