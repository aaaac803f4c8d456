using BounceParser.Evidence;

namespace BounceParser.Smtp;

/// <summary>Reads the lines of one log in order; joins qmail-send's <c>starting delivery N</c> with its <c>delivery N: failure</c>.</summary>
/// <remarks>Not thread-safe: one instance for each log. Its memory is bounded.</remarks>
internal sealed class LogPairing
{
    // qmail runs 255 deliveries at a time at most, patched ones some thousands.
    private const int MaxOpenDeliveries = 4_096;

    private readonly Dictionary<string, string> recipients = new(StringComparer.Ordinal);
    private readonly Queue<string> order = new();

    /// <summary>The evidence of the line; null for one that says nothing of a delivery's outcome.</summary>
    /// <param name="line">The line, without its end.</param>
    /// <param name="opens">True when it only says that a delivery starts.</param>
    public BounceEvidence? Read(string line, out bool opens)
    {
        opens = false;
        if (!line.Contains("delivery ", StringComparison.Ordinal)) return LogLineReader.Read(line);
        var message = LogHeader.Read(LogLineReader.Bounded(line)).Message;
        if (QmailLog.Read(message, out var starting) is not { } ending)
        {
            if (starting is null) return LogLineReader.Read(line);
            Remember(starting);
            opens = true;
            return null;
        }

        return ending.ToEvidence(recipients.Remove(ending.Number, out var recipient) ? recipient : null).ToEvidence(LogTime.Of(line));
    }

    private void Remember(QmailDelivery starting)
    {
        if (recipients.TryAdd(starting.Number, starting.Recipient!)) order.Enqueue(starting.Number);
        else recipients[starting.Number] = starting.Recipient!;
        while (order.Count > MaxOpenDeliveries) recipients.Remove(order.Dequeue());
    }
}
