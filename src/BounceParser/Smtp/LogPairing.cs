using BounceParser.Evidence;

namespace BounceParser.Smtp;

/// <summary>Reads the lines of one log in order, and joins those that tell of one delivery: the two of qmail-send, and of others an end without a cause with the delay before it.</summary>
/// <remarks>Not thread-safe: one instance for each log. What it keeps of deliveries that have not ended is bounded.</remarks>
internal sealed class LogPairing
{
    // qmail runs 255 deliveries at a time at most, patched ones some thousands: an earlier start has ended or is lost.
    private const int MostStarted = 4_096;

    private readonly Dictionary<string, string> _recipients = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();
    private readonly DeferredDeliveries _deferred = new();

    /// <summary>The evidence of the line; null for one that says nothing of a delivery's outcome.</summary>
    /// <param name="line">The line, without its end.</param>
    /// <param name="opens">True when it only says that a delivery starts.</param>
    public BounceEvidence? Read(string line, out bool opens)
    {
        opens = false;
        if (!line.Contains("delivery ", StringComparison.Ordinal)) return ReadLine(line);
        var message = LogHeader.Read(LogLineReader.Bounded(line)).Message;
        if (QmailLog.Read(message, out var starting) is not { } ending)
        {
            if (starting is null) return ReadLine(line);
            Remember(starting);
            opens = true;
            return null;
        }

        return ending.ToEvidence(_recipients.Remove(ending.Number, out var recipient) ? recipient : null).ToEvidence(QmailLog.Dialect, LogTime.Of(line));
    }

    private BounceEvidence? ReadLine(string line) => LogLineReader.Read(line) is { } said ? _deferred.Joined(said) : null;

    private void Remember(QmailDelivery starting)
    {
        if (_recipients.TryAdd(starting.Number, starting.Recipient!)) _order.Enqueue(starting.Number);
        else _recipients[starting.Number] = starting.Recipient!;
        while (_order.Count > MostStarted) _recipients.Remove(_order.Dequeue());
    }
}
