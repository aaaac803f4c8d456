namespace BounceParser.Smtp;

/// <summary>The log lines of ZoneMTA: <c>15e091ac.001 DEFERRED[dns] from=b@origin.example to=a@dest.example mx=mx.dest.example[192.0.2.1] (450 4.2.1 busy)</c>.</summary>
internal static class ZoneMtaLog
{
    /// <summary>One of these stands in every line that is read here.</summary>
    public static readonly string[] Marks = [" DEFERRED[", " REJECTED[", " ACCEPTED from="];

    /// <summary>What the line says; null for any other, and for one without an answer, which stands in a line before it. What ZoneMTA defers, it tries again, whatever the code.</summary>
    public static LogEvidence? Read(string message)
    {
        var mark = Array.FindIndex(Marks, mark => message.Contains(mark, StringComparison.Ordinal));
        if (mark < 0) return null;
        var said = message[message.IndexOf(Marks[mark], StringComparison.Ordinal)..];
        if (Answer(said) is not { Length: > 0 } answer || LogTokens.Field(said, " to=", ' ') is not { } recipient || !recipient.Contains('@', StringComparison.Ordinal)) return null;
        return new LogEvidence
        {
            Dialect = "zonemta",
            Action = mark switch { 0 => DsnAction.Delayed, 1 => DsnAction.Failed, _ => DsnAction.Relayed },
            Recipient = recipient,
            RemoteMta = LogEvidence.Host(LogTokens.Field(said, " mx=", ' ')),
            Text = answer,
        };
    }

    // All between the brackets at the end.
    private static string Answer(string said)
    {
        var open = said.IndexOf(" (", StringComparison.Ordinal);
        var answer = open < 0 ? "" : said[(open + 2)..].TrimEnd();
        return answer.EndsWith(')') ? answer[..^1] : answer;
    }
}
