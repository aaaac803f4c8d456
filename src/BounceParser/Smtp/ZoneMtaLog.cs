namespace BounceParser.Smtp;

/// <summary>The log lines of ZoneMTA: <c>15e091ac.001 DEFERRED[dns] from=b@origin.example to=a@dest.example mx=mx.dest.example[192.0.2.1] (450 4.2.1 busy)</c>.</summary>
internal sealed class ZoneMtaLog : LogFormat
{
    private static readonly string[] Outcomes = [" DEFERRED[", " REJECTED[", " ACCEPTED from="];

    public override string Name => "zonemta";

    public override IReadOnlyList<string> Marks => Outcomes;

    /// <summary>What the line says; null for any other, and for one without an answer, which stands in a line before it. What ZoneMTA defers, it tries again, whatever the code.</summary>
    public override LogEvidence? Read(string line)
    {
        var mark = Array.FindIndex(Outcomes, mark => line.Contains(mark, StringComparison.Ordinal));
        if (mark < 0) return null;
        var said = line[line.IndexOf(Outcomes[mark], StringComparison.Ordinal)..];
        if (Answer(said) is not { Length: > 0 } answer || LogTokens.Field(said, " to=", ' ') is not { } recipient || !recipient.Contains('@', StringComparison.Ordinal)) return null;
        return new LogEvidence
        {
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
