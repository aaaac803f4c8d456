namespace BounceParser.Evidence;

/// <summary>What was said of one recipient, uninterpreted.</summary>
internal sealed record RecipientEvidence
{
    /// <summary>The address that delivery was tried to; null when the text names nobody.</summary>
    public string? FinalRecipient { get; init; }

    /// <summary>The name without a domain that the text gives instead of an address; null when it gives an address, or nobody.</summary>
    public string? LocalName { get; init; }

    /// <summary>Where the final recipient comes from.</summary>
    public RecipientSource Source { get; init; } = RecipientSource.Report;

    /// <summary>The address that the sender wrote (ORCPT, Original-Recipient).</summary>
    public string? OriginalRecipient { get; init; }

    /// <summary>The alias, list or forward that led here ("expanded from", "generated from", a differing X-Actual-Recipient).</summary>
    public string? Alias { get; init; }

    /// <summary>Null when the text does not say.</summary>
    public DsnAction? Action { get; init; }

    /// <summary>The report's own Status field, or a code that stands beside the recipient outside the reply.</summary>
    public EnhancedStatusCode? Status { get; init; }

    /// <summary>The words of the server that refused, with its codes, as found (line ends allowed): "550 5.1.1 User unknown". Empty when it said nothing.</summary>
    public string DiagnosticText { get; init; } = "";

    /// <summary>What the reporting program itself says around it ("Connected to 192.0.2.1 but sender was rejected."); empty when nothing.</summary>
    public string Comment { get; init; } = "";

    public SmtpStage Stage { get; init; }
    public string? RemoteMta { get; init; }
    public DateTimeOffset? LastAttempt { get; init; }
    public DateTimeOffset? WillRetryUntil { get; init; }

    /// <summary>True when the text says that the queue gave up.</summary>
    public bool Expired { get; init; }

    /// <summary>True when the words may be a sending service's own, so that no server was heard, or were said of several at once: no address dies of them.</summary>
    public bool IsHearsay { get; init; }

    /// <summary>What a sending service calls it, as <c>Events.tsv</c> names the line; null when it says nothing of its own.</summary>
    public string? EventName { get; init; }

    /// <summary>The complaint that the recipient made; null for what tells of a delivery.</summary>
    public Feedback? Complaint { get; init; }

    /// <summary>True when it tells nothing of whom it is about.</summary>
    public bool IsNameless => this is { FinalRecipient: null, LocalName: null, OriginalRecipient: null };

    /// <summary>True for the address of this recipient: the one that failed or the one that the sender wrote.</summary>
    public bool IsNamedBy(ReadOnlySpan<char> address) => ReadableAddress.Same(address, FinalRecipient) || ReadableAddress.Same(address, OriginalRecipient);
}
