using BounceParser.Evidence;

namespace BounceParser.Smtp;

/// <summary>Reads the lines of one log in order; joins qmail-send's <c>starting delivery N</c> with its <c>delivery N: failure</c>.</summary>
/// <remarks>Not thread-safe: one instance for each log. It keeps the last 4,096 deliveries that started, so its memory is bounded.</remarks>
internal sealed class LogPairing
{
    // qmail runs 255 deliveries at a time at most, patched ones some thousands: an earlier start has ended or is lost.
    private const int MostStarted = 4_096;

    private readonly Dictionary<string, string> _recipients = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

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

        return ending.ToEvidence(_recipients.Remove(ending.Number, out var recipient) ? recipient : null).ToEvidence(QmailLog.Dialect, LogTime.Of(line));
    }

    private void Remember(QmailDelivery starting)
    {
        if (_recipients.TryAdd(starting.Number, starting.Recipient!)) _order.Enqueue(starting.Number);
        else _recipients[starting.Number] = starting.Recipient!;
        while (_order.Count > MostStarted) _recipients.Remove(_order.Dequeue());
    }
}
