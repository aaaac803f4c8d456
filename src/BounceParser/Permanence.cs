namespace BounceParser;

/// <summary>Whether the same message to the same address could succeed later.</summary>
/// <remarks>Numbers are never reused; members may be added in minor versions.</remarks>
public enum Permanence
{
    /// <summary>The text does not tell.</summary>
    Unknown = 0,

    /// <summary>It would fail again.</summary>
    Permanent = 1,

    /// <summary>It could succeed later.</summary>
    Transient = 2,
}
