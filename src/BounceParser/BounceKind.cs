namespace BounceParser;

/// <summary>What kind of mail a report was made from.</summary>
/// <remarks>Numbers are never reused; members may be added in minor versions.</remarks>
public enum BounceKind
{
    /// <summary>Ordinary mail, or text that says nothing of a delivery: no diagnosis.</summary>
    NotABounce = 0,

    /// <summary>At least one recipient did not get the mail.</summary>
    Failure = 1,

    /// <summary>Delivery is late and still being tried.</summary>
    Delay = 2,

    /// <summary>A success report: delivered, relayed or expanded.</summary>
    Success = 3,

    /// <summary>A feedback report (RFC 5965), or a complaint that a sending service tells of.</summary>
    Complaint = 4,

    /// <summary>A disposition notification (RFC 8098): read, deleted, dispatched.</summary>
    Disposition = 5,

    /// <summary>An automatic reply (RFC 3834): absence, acknowledgement, ticket.</summary>
    AutoReply = 6,

    /// <summary>A filter asks the sender to prove being a person.</summary>
    Challenge = 7,
}
