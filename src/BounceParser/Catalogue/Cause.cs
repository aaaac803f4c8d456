namespace BounceParser.Catalogue;

/// <summary>A reason with its situation, as the catalogue writes both: <c>Reason</c> or <c>Reason/situation</c>.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Situation">The finer name under the reason; null when there is none.</param>
internal readonly record struct Cause(BounceReason Reason, string? Situation)
{
    /// <summary>Reads exactly what <see cref="ToString"/> writes.</summary>
    public static bool TryParse(string text, out Cause cause)
    {
        var slash = text.IndexOf('/');
        var isRead = MemberName.TryRead<BounceReason>(slash < 0 ? text : text[..slash], ignoreCase: false, out var reason) && slash != text.Length - 1;
        cause = new Cause(reason, slash < 0 ? null : text[(slash + 1)..]);
        return isRead;
    }

    /// <inheritdoc/>
    public override string ToString() => Situation is null ? Reason.ToString() : $"{Reason}/{Situation}";
}
