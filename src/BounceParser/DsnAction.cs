namespace BounceParser;

/// <summary>The <c>Action</c> field of RFC 3464 section 2.3.3.</summary>
/// <remarks>Numbers are never reused; members may be added in minor versions.</remarks>
public enum DsnAction
{
    /// <summary>The mail could not be delivered and is given up.</summary>
    Failed = 0,

    /// <summary>Delivery is late and still being tried.</summary>
    Delayed = 1,

    /// <summary>The mail was delivered.</summary>
    Delivered = 2,

    /// <summary>The mail was handed to a system that sends no reports.</summary>
    Relayed = 3,

    /// <summary>The mail was delivered to a list or alias that spreads it.</summary>
    Expanded = 4,
}
