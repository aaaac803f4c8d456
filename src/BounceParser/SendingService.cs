namespace BounceParser;

/// <summary>The sender's own mail service: what advice says of it when it is known. Each member may be null.</summary>
public sealed record SendingService
{
    /// <summary>The submission host, as in <c>smtp.example.net</c>.</summary>
    public string? Host { get; init; }

    /// <summary>The submission port, usually 587.</summary>
    public int? Port { get; init; }

    /// <summary>The security of the connection, as in <c>STARTTLS</c>.</summary>
    public string? Security { get; init; }

    /// <summary>The form of the login, as in <c>user%domain</c>.</summary>
    public string? LoginForm { get; init; }

    /// <summary>For how many minutes reading mail opens the relay; null where POP-before-SMTP is not in use.</summary>
    public int? PopBeforeSmtpMinutes { get; init; }

    /// <summary>The POP host.</summary>
    public string? PopHost { get; init; }

    /// <summary>The IMAP host.</summary>
    public string? ImapHost { get; init; }

    /// <summary>How often a mailbox may be polled, in minutes.</summary>
    public int? PollingMinutes { get; init; }

    /// <summary>The largest message, in bytes.</summary>
    public long? SizeLimit { get; init; }

    /// <summary>How long the queue tries.</summary>
    public TimeSpan? QueueLifetime { get; init; }

    /// <summary>Where customers ask for help.</summary>
    public string? SupportAddress { get; init; }
}
