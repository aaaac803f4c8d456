using BounceParser.Evidence;
using BounceParser.Text;

namespace BounceParser.Smtp;

/// <summary>What the lines of one log said last of deliveries that are tried again, for the lines behind them that end one without saying why.</summary>
internal sealed class DeferredDeliveries
{
    // A busy server has so many in its queue; of more the oldest messages are forgotten.
    private const int Most = 16_384;

    // How Exim says that it did not ask the host again, and how a queue says that it has asked for long enough.
    private static readonly string[] WordsWithoutCause = ["retry time not reached", "retry timeout exceeded"];

    private readonly Dictionary<string, List<RecipientEvidence>> _messages = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();
    private int _recipients;

    /// <summary>What a line says, with what those before it said of the same message: of an expiry that names nobody, everybody who was still waited for.</summary>
    public BounceEvidence Joined(BounceEvidence said)
    {
        if (said is not { QueueId: { } message, Recipients: [var recipient] }) return said;
        if (recipient.IsNameless) return recipient.Expired && Forget(message) is { Count: > 0 } left ? said with { Recipients = [.. left.Select(one => GivenUp(one, recipient))] } : said;
        var before = Forget(message, recipient);
        if (before is not null && LacksCause(recipient)) recipient = WithCause(recipient, before);
        if (recipient.Action == DsnAction.Delayed) Remember(message, recipient);
        return said with { Recipients = [recipient] };
    }

    private static bool LacksCause(RecipientEvidence recipient) =>
        recipient.Action is DsnAction.Failed or DsnAction.Delayed && Array.Exists(WordsWithoutCause, words => recipient.DiagnosticText.StartsWith(words, StringComparison.Ordinal));

    private static RecipientEvidence WithCause(RecipientEvidence recipient, RecipientEvidence before) =>
        before with { Action = recipient.Action, Expired = recipient.Expired || recipient.Action == DsnAction.Failed, LastAttempt = recipient.LastAttempt };

    private static RecipientEvidence GivenUp(RecipientEvidence deferred, RecipientEvidence expiry) =>
        deferred with { Action = DsnAction.Failed, Expired = true, LastAttempt = expiry.LastAttempt };

    private void Remember(string message, RecipientEvidence recipient)
    {
        if (!_messages.TryGetValue(message, out var waiting))
        {
            _messages.Add(message, waiting = []);
            _order.Enqueue(message);
        }

        waiting.Add(recipient);
        for (_recipients++; (_recipients > Most || _order.Count > Most) && _order.TryDequeue(out var oldest);) Forget(oldest);
    }

    private RecipientEvidence? Forget(string message, RecipientEvidence recipient)
    {
        if (!_messages.TryGetValue(message, out var waiting) || waiting.FindIndex(one => ReadableAddress.Same(one.FinalRecipient, recipient.FinalRecipient)) is not (>= 0 and var place)) return null;
        var before = waiting[place];
        waiting.RemoveAt(place);
        _recipients--;
        if (waiting.Count == 0) _messages.Remove(message);
        return before;
    }

    private List<RecipientEvidence>? Forget(string message)
    {
        if (!_messages.Remove(message, out var waiting)) return null;
        _recipients -= waiting.Count;
        return waiting;
    }
}
