namespace BounceParser;

/// <summary>The address that a bounce was sent to, with what its sender had coded into it.</summary>
public sealed record ReturnPath
{
    /// <summary>The address as it stands in the bounce.</summary>
    public required string Address { get; init; }

    /// <summary>The sender's own address without what was coded into it: <c>bounces@list.example</c>, or the one that SRS rewrote; null when it cannot be had.</summary>
    public string? Sender { get; init; }

    /// <summary>The recipient of a variable return path (VERP): <c>user@example.net</c> of <c>bounces+user=example.net@list.example</c>; null without one.</summary>
    public string? Recipient { get; init; }

    /// <summary>The hash and the day of SRS, as in <c>hHhH=T6</c>; null without one. Only the host that made it can check it.</summary>
    public string? SrsSignature { get; init; }

    /// <summary>The tag of BATV, as in <c>0123a1b2c3</c>; null without one. Only the host that made it can check it.</summary>
    public string? BatvSignature { get; init; }
}
