namespace BounceParser;

/// <summary>What a program should do now.</summary>
/// <remarks>Numbers are never reused; members may be added in minor versions.</remarks>
public enum Recommendation
{
    /// <summary>Leave the decision to a person: the harmless value.</summary>
    ReviewByHand = 0,

    /// <summary>The address is dead, or its owner complained: send it nothing more.</summary>
    SuppressRecipient = 1,

    /// <summary>Send again later.</summary>
    RetryLater = 2,

    /// <summary>Correct or replace the address.</summary>
    UpdateAddress = 3,

    /// <summary>Reach the recipient by other means.</summary>
    ContactRecipient = 4,

    /// <summary>Tell the administrator of the receiving server.</summary>
    ContactRecipientAdministrator = 5,

    /// <summary>Mend the set-up of the sending side.</summary>
    FixSenderSetup = 6,

    /// <summary>Ask the blocklist or the provider to be taken off.</summary>
    RequestDelisting = 7,

    /// <summary>Send less at a time.</summary>
    SlowDown = 8,

    /// <summary>Send a smaller message.</summary>
    ShrinkMessage = 9,

    /// <summary>Change what the message holds.</summary>
    ChangeMessage = 10,

    /// <summary>Nothing is to be done.</summary>
    Nothing = 11,
}
