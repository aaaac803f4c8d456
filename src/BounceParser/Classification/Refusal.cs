namespace BounceParser.Classification;

/// <summary>What is known of one refusal when it is classified.</summary>
internal readonly record struct Refusal
{
    public Refusal()
    {
    }

    /// <summary>The words of the server that refused, its codes included.</summary>
    public string Text { get; init; } = "";

    /// <summary>What the reporting program says around them.</summary>
    public string Comment { get; init; } = "";

    public SmtpReply? Reply { get; init; }

    public EnhancedStatusCode? Status { get; init; }

    public SmtpStage Stage { get; init; }

    public string? Dialect { get; init; }

    public DsnAction Action { get; init; }

    /// <summary>True when the queue gave up for lack of time.</summary>
    public bool Expired { get; init; }

    public string? RemoteHost { get; init; }

    public string? Recipient { get; init; }

    /// <summary>What a sending service calls it: a line of <c>Events.tsv</c>; null when it says nothing of its own.</summary>
    public string? EventName { get; init; }
}
