namespace BounceParser;

/// <summary>What a program knows when a server refuses its mail: every member may stay at its default.</summary>
public readonly record struct SmtpContext
{
    /// <summary>The command that was refused.</summary>
    public SmtpStage Stage { get; init; }

    /// <summary>The name of the server that refused; null when not known.</summary>
    public string? Host { get; init; }

    /// <summary>The recipient of the refused command; null when not known.</summary>
    public string? Recipient { get; init; }

    /// <summary>The envelope sender (MAIL FROM), which is never taken for a recipient, wherever a reply names it; null when not known.</summary>
    public string? Sender { get; init; }
}
