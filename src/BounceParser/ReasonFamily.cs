namespace BounceParser;

/// <summary>Whom or what a refusal is about.</summary>
/// <remarks>Numbers are never reused; members may be added in minor versions.</remarks>
public enum ReasonFamily
{
    /// <summary>Not known.</summary>
    None = 0,

    /// <summary>The recipient: the address, the mailbox, its owner's choice.</summary>
    Recipient = 1,

    /// <summary>The way to the recipient: the domain, its DNS, the connection.</summary>
    Route = 2,

    /// <summary>The sender: who sends, from where, how much, and the rules of the site that refused.</summary>
    Sender = 3,

    /// <summary>The message: what it holds, its size, its form.</summary>
    Content = 4,

    /// <summary>A program or a machine that failed.</summary>
    System = 5,

    /// <summary>No failure: what else became of the mail.</summary>
    Outcome = 6,
}
