using BounceParser.Evidence;

namespace BounceParser.Smtp;

/// <summary>Reads several lines of a mail log that somebody pastes, wrapped or not: whom they name, and of each what they say last. Linear in the text.</summary>
internal static class PastedLog
{
    private const int MostRecipients = 10_000;

    // Narrower windows wrap no lines.
    private const int WrapWidth = 60;

    /// <summary>What the lines say; null for a text of one line, or one that is not of a log for the most part, or that tells of no delivery.</summary>
    /// <param name="text">The text, line ends as LF.</param>
    public static BounceEvidence? Read(string text)
    {
        if (!text.AsSpan().Trim().Contains('\n')) return null;
        var records = Records(text, out var others);
        if (records.Count < others || records.Count == 0) return null;
        var pairing = new LogPairing();
        var named = new Dictionary<string, RecipientEvidence>(StringComparer.OrdinalIgnoreCase);
        RecipientEvidence? unnamed = null;
        string? dialect = null;
        foreach (var record in records)
        {
            if (named.Count == MostRecipients) break;
            if (pairing.Read(record, out _) is not { } said) continue;
            dialect ??= said.Dialect;
            foreach (var recipient in said.Recipients)
                if (recipient.FinalRecipient is { } address) named[address] = recipient;
                else unnamed = recipient;
        }

        // A session or a queue of which a line tells leads to the delivery that another one reports.
        return named.Count > 0 ? new BounceEvidence { Dialect = dialect, Recipients = [.. named.Values] }
            : unnamed is not null ? new BounceEvidence { Dialect = dialect, Recipients = [unnamed] } : null;
    }

    // The lines that a log begins with a stamp, each with those that it was wrapped into.
    private static List<string> Records(string text, out int others)
    {
        var records = new List<string>();
        others = 0;
        var last = 0;
        foreach (var line in text.AsSpan().Trim().EnumerateLines())
        {
            var words = line.Trim();
            if (LogHeader.IsStamped(words) || ExchangeLog.HasStamp(words)) records.Add(words.ToString());
            else if (records.Count > 0 && last >= WrapWidth && !words.IsEmpty) records[^1] += $" {words}";
            else if (!words.IsEmpty) others++;
            last = words.Length;
        }

        return records;
    }
}
