namespace BounceParser;

/// <summary>Who can mend it.</summary>
/// <remarks>Numbers are never reused; members may be added in minor versions.</remarks>
public enum Responsible
{
    /// <summary>The text does not tell.</summary>
    Unknown = 0,

    /// <summary>The person who sent the mail.</summary>
    Sender = 1,

    /// <summary>The administrator of the sending server.</summary>
    SenderAdministrator = 2,

    /// <summary>The recipient.</summary>
    Recipient = 3,

    /// <summary>The administrator of the receiving server.</summary>
    RecipientAdministrator = 4,

    /// <summary>Nobody has to do anything.</summary>
    Nobody = 5,
}
