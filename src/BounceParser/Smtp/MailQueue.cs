using System.Buffers;
using BounceParser.Evidence;
using BounceParser.Text;

namespace BounceParser.Smtp;

/// <summary>Reads what <c>mailq</c> prints of a queue that waits: Postfix's and sendmail's, each mail's reason and the recipients below it. Linear in the text.</summary>
internal static class MailQueue
{
    // The folder, the columns and the sum: text that goes on is something else.
    private const int MostHeads = 3;

    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Days = new HashSet<string>(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The recipients of mails that have a reason to wait; null for a text that is no such list.</summary>
    public static BounceEvidence? Read(string text)
    {
        if (!text.Contains('(') || !text.Contains('@')) return null;
        var recipients = new List<RecipientEvidence>();
        var (isOpen, reason, heads) = (false, "", 0);
        // A mail, why it waits, and who waits for it.
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            var line = raw.Trim();
            if (line.StartsWith("-")) continue;
            if (IsMail(line)) (isOpen, reason) = (true, "");
            else if (line.IsEmpty) isOpen = false;
            else if (!isOpen)
            {
                if (++heads > MostHeads) break;
            }
            else if (line is ['(', .., ')']) reason = line[1..^1].ToString();
            else if (reason.Length > 0 && AddressLine.Alone(line) is { } address) recipients.Add(Recipient(address, reason));
        }

        return recipients.Count > 0 ? new BounceEvidence { Recipients = recipients } : null;
    }

    // "4dqbk21WfPz3Q*   48211 Mon Jan 12 11:02:55  anna@origin.example"; sendmail writes no seconds.
    private static bool IsMail(ReadOnlySpan<char> line)
    {
        Span<Range> words = stackalloc Range[8];
        if (line.SplitAny(words, " \t", StringSplitOptions.RemoveEmptyEntries) != 7) return false;
        return line[words[0]].TrimEnd("*!#-?X").IndexOfAnyExcept(Letters) < 0
            && line[words[1]].IndexOfAnyExceptInRange('0', '9') < 0
            && Days.Contains(line[words[2]])
            && line[words[5]] is [>= '0' and <= '2', _, ':', ..];
    }

    private static RecipientEvidence Recipient(string address, string reason)
    {
        var said = new LogEvidence { Action = DsnAction.Delayed, Recipient = address, Text = WithoutState(reason) };
        return said.ToEvidence(dialect: null, time: null).Recipients[0];
    }

    // "Deferred: Connection timed out with mx.dest.example."
    private static string WithoutState(string reason) => reason.StartsWith("Deferred: ", StringComparison.OrdinalIgnoreCase) ? reason["Deferred: ".Length..] : reason;
}
