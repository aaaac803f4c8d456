namespace BounceParser.Cli.Parsing;

/// <summary>Reasons as they are written on the command line.</summary>
internal static class ReasonNames
{
    /// <summary>The reason of <c>Reason</c> or <c>Reason/situation</c>, in any case; null when there is none of that name.</summary>
    public static (BounceReason Reason, string? Situation)? Read(string text)
    {
        var parts = text.Split('/', 2);
        foreach (var reason in Enum.GetValues<BounceReason>())
            if (parts[0].Equals(reason.ToString(), StringComparison.OrdinalIgnoreCase)) return (reason, parts.Length > 1 ? parts[1] : null);
        return null;
    }

    public static string Unknown(string text) =>
        $"{text}: no such reason. There are: {string.Join(", ", Enum.GetNames<BounceReason>().Order(StringComparer.Ordinal))}";
}
