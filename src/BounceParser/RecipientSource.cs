namespace BounceParser;

/// <summary>Where the recipient of a diagnosis comes from.</summary>
public enum RecipientSource
{
    /// <summary>Nobody is named.</summary>
    Unknown = 0,

    /// <summary>The bounce names it, in a field of the report or in its words.</summary>
    Report = 1,

    /// <summary>The header <c>X-Failed-Recipients</c> names it.</summary>
    FailedRecipientsHeader = 2,

    /// <summary>The bounce names nobody: the returned message is addressed to this one alone, or to several who share one answer. Nothing says that this one failed, so it is never suppressed.</summary>
    ReturnedMessage = 3,

    /// <summary>The program that asked knows it (<see cref="SmtpContext.Recipient"/>).</summary>
    Caller = 4,

    /// <summary>It is who writes: the author of an automatic reply or a challenge.</summary>
    Author = 5,
}
