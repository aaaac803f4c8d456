using BounceParser.Evidence;
using BounceParser.Text;

namespace BounceParser.Smtp;

/// <summary>Reads what <c>exim -bp</c> prints of a queue: a line for each mail, and below it those who wait; why, it does not tell.</summary>
internal static class EximQueue
{
    private const string Frozen = "*** frozen ***";
    private const string Delivered = "D ";

    /// <summary>Who waits; null for a text that is no such list. Linear in the text.</summary>
    public static BounceEvidence? Read(string text)
    {
        if (!text.Contains('<') || !text.Contains('@')) return null;
        var recipients = new List<RecipientEvidence>();
        var isOpen = false;
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            var line = raw.Trim();
            if (IsMail(line)) isOpen = true;
            else if (line.IsEmpty) isOpen = false;
            else if (!isOpen) return null;
            else if (!line.StartsWith(Delivered) && AddressLine.Alone(line) is { } address) recipients.Add(new RecipientEvidence { FinalRecipient = address, Action = DsnAction.Delayed, Stage = SmtpStage.Queue });
        }

        return recipients.Count > 0 ? new BounceEvidence { Dialect = "exim", Recipients = recipients } : null;
    }

    // "25h  2.9K 1eSVjc-0000GA-8b <anna@origin.example>", a bounce from "<>", perhaps "*** frozen ***" behind it.
    private static bool IsMail(ReadOnlySpan<char> line)
    {
        if (line.EndsWith(Frozen)) line = line[..^Frozen.Length].TrimEnd();
        Span<Range> words = stackalloc Range[5];
        return line.Split(words, ' ', StringSplitOptions.RemoveEmptyEntries) == 4
            && line[words[0]] is [>= '0' and <= '9', .., 'm' or 'h' or 'd' or 'w']
            && EximLog.IsMessageId(line[words[2]])
            && line[words[3]] is ['<', .., '>'];
    }
}
