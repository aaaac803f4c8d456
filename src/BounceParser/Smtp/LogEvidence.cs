using BounceParser.Evidence;
using BounceParser.Text;

namespace BounceParser.Smtp;

/// <summary>What one log line says of one delivery, before it becomes evidence.</summary>
internal sealed record LogEvidence
{
    public required DsnAction? Action { get; init; }
    public string? Recipient { get; init; }

    /// <summary>What the program calls the message in its queue, by which its lines are joined; null when the line does not tell.</summary>
    public string? QueueId { get; init; }

    /// <summary>Others of whom the line says the same.</summary>
    public IReadOnlyList<string> OtherRecipients { get; init; } = [];

    public string? OriginalRecipient { get; init; }
    public string? Alias { get; init; }
    public EnhancedStatusCode? Status { get; init; }
    public string? RemoteMta { get; init; }
    public string Text { get; init; } = "";
    public string Comment { get; init; } = "";
    public SmtpStage Stage { get; init; }
    public bool Expired { get; init; }

    /// <summary>The evidence, the words of the refusing server taken out of <see cref="Text"/>.</summary>
    /// <param name="dialect">The program that wrote the line; null for one that we do not know.</param>
    /// <param name="time">When the line was written; null when that is not told.</param>
    public BounceEvidence ToEvidence(string? dialect, DateTimeOffset? time)
    {
        var parts = DiagnosticParts.Split(Text);
        var recipient = new RecipientEvidence
        {
            FinalRecipient = Recipient is "" ? null : Recipient,
            OriginalRecipient = OriginalRecipient is "" ? null : OriginalRecipient,
            Alias = Alias,
            Action = Action,
            Status = Status,
            DiagnosticText = parts.Words,
            Comment = parts.Comment.Length == 0 ? Comment : Comment.Length == 0 ? parts.Comment : Comment + "\n" + parts.Comment,
            Stage = Stage == SmtpStage.Unknown ? parts.Stage : Stage,
            RemoteMta = RemoteMta ?? parts.RemoteMta,
            Expired = Expired || parts.Expired,
            LastAttempt = time,
            IsHearsay = OtherRecipients.Count > 0,
        };
        return new BounceEvidence { Dialect = dialect, Date = time, QueueId = QueueId, Recipients = [recipient, .. OtherRecipients.Select(other => recipient with { FinalRecipient = other })] };
    }

    /// <summary>By the class of the reply or code in the text: 4 delayed, 5 failed; null without one.</summary>
    public static DsnAction? ActionOf(string text) => (ReplyReader.Find(text)?.Class ?? ReplyReader.FindStatus(text)?.Class) switch
    {
        2 => DsnAction.Delivered,
        4 => DsnAction.Delayed,
        5 => DsnAction.Failed,
        _ => null,
    };

    /// <summary>The host of <c>mx.example.net[192.0.2.1]:25</c> or <c>192.0.2.1 (mx.example.net)</c>; null for none.</summary>
    public static string? Host(string? relay)
    {
        if (string.IsNullOrWhiteSpace(relay) || relay is "none" or "-") return null;
        var open = relay.IndexOf('(', StringComparison.Ordinal);
        return (open >= 0 ? HostName.NameOrAddressAt(relay.AsSpan(open + 1)) : null) ?? HostName.NameOrAddressAt(relay);
    }
}
