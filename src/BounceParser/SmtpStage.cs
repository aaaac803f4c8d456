namespace BounceParser;

/// <summary>The step of a delivery at which it was refused (RFC 5321).</summary>
/// <remarks>Numbers are never reused; members may be added in minor versions.</remarks>
public enum SmtpStage
{
    /// <summary>The text does not tell.</summary>
    Unknown = 0,

    /// <summary>Opening the connection.</summary>
    Connect = 1,

    /// <summary>The banner of the server.</summary>
    Greeting = 2,

    /// <summary>EHLO or HELO.</summary>
    Ehlo = 3,

    /// <summary>STARTTLS.</summary>
    StartTls = 4,

    /// <summary>AUTH.</summary>
    Auth = 5,

    /// <summary>MAIL FROM.</summary>
    MailFrom = 6,

    /// <summary>RCPT TO.</summary>
    RcptTo = 7,

    /// <summary>DATA, before the content.</summary>
    Data = 8,

    /// <summary>After the content.</summary>
    EndOfData = 9,

    /// <summary>Filing on the receiving host.</summary>
    LocalDelivery = 10,

    /// <summary>Waiting in the queue.</summary>
    Queue = 11,
}
