namespace BounceParser.Cli.Redaction;

/// <summary>What is replaced beside addresses and IPs. Each step keeps one thing more, where the diagnosis rests on it.</summary>
internal sealed record RedactionDepth(bool Bodies, bool Tokens, bool Hosts)
{
    public static IReadOnlyList<RedactionDepth> DeepestFirst { get; } =
        [new(true, true, true), new(true, false, true), new(false, true, true), new(false, false, true), new(true, true, false), new(false, false, false)];

    /// <summary>What was kept, in words; null when nothing was.</summary>
    public string? Kept => string.Join(", ", new[] { Bodies ? null : "texts", Tokens ? null : "ids", Hosts ? null : "host names" }.Where(word => word is not null)) is { Length: > 0 } kept ? kept : null;
}
