namespace BounceParser;

/// <summary>Who reads a piece of advice.</summary>
public enum Audience
{
    /// <summary>The person who sent one mail.</summary>
    Sender = 0,

    /// <summary>The owner of a mailing list.</summary>
    ListOwner = 1,

    /// <summary>The administrator of the sending server.</summary>
    SenderAdministrator = 2,

    /// <summary>The administrator of the receiving server.</summary>
    RecipientAdministrator = 3,
}
