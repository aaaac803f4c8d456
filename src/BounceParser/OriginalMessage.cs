namespace BounceParser;

/// <summary>What a report returns of the message it is about; each member is null when it was not returned.</summary>
public sealed record OriginalMessage
{
    /// <summary>Nothing was returned.</summary>
    public static OriginalMessage None { get; } = new();

    /// <summary>The Message-ID, without angle brackets; of a sending service's event that does not tell it, what the service calls the mail, if all events of the report agree.</summary>
    public string? MessageId { get; init; }

    /// <summary>The Subject, decoded.</summary>
    public string? Subject { get; init; }

    /// <summary>The From field, decoded.</summary>
    public string? From { get; init; }

    /// <summary>The To field, decoded.</summary>
    public string? To { get; init; }

    /// <summary>The Date field as written.</summary>
    public string? Date { get; init; }

    /// <summary>The List-Id field as written.</summary>
    public string? ListId { get; init; }

    /// <summary>The Feedback-ID field as written.</summary>
    public string? FeedbackId { get; init; }
}
