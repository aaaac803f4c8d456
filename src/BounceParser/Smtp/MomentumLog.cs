namespace BounceParser.Smtp;

/// <summary>The lines of Momentum's bounce logger, whose fields are parted by '@': the time, three ids, B or T, recipient, sender, the bindings, ..., the answer.</summary>
internal sealed class MomentumLog : LogFormat
{
    private const int Type = 4;
    private const int Fewest = 12;

    public override string Name => "momentum";

    /// <summary>What the line says; null for any other.</summary>
    public override LogEvidence? Read(string line)
    {
        // 1762944501@91/6D-07914-E67BC044@...@B@anna@dest.example@news@origin.example@...@550 5.1.1 User unknown
        if (line.IndexOf('@', StringComparison.Ordinal) != 10 || line.AsSpan(0, 10).ContainsAnyExceptInRange('0', '9')) return null;
        var fields = line.Split('@');
        if (fields.Length < Fewest || fields[Type] is not ("B" or "P" or "T" or "D")) return null;
        return new LogEvidence
        {
            Action = fields[Type] switch { "D" => DsnAction.Relayed, "T" => DsnAction.Delayed, _ => DsnAction.Failed },
            Recipient = fields[Type + 1] + "@" + fields[Type + 2],
            Text = Answer(fields),
        };
    }

    // The answer may hold addresses: it begins at its code.
    private static string Answer(string[] fields)
    {
        var start = Array.FindIndex(fields, Fewest - 1, field => field is [>= '2' and <= '5', >= '0' and <= '9', >= '0' and <= '9', ' ' or '-', ..]);
        return string.Join('@', fields[(start < 0 ? fields.Length - 1 : start)..]);
    }
}
