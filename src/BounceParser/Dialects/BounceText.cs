namespace BounceParser.Dialects;

/// <summary>The human part of a bounce as a dialect sees it.</summary>
internal sealed class BounceText
{
    /// <summary>The text, line ends as LF; of a pasted text the quoting is already taken off.</summary>
    public required string Text { get; init; }

    /// <summary>The headers of the bounce; null for a pasted text.</summary>
    public Func<string, string?>? Header { get; init; }

    /// <summary>The value of the first header of that name; null when there is none.</summary>
    public string? HeaderOf(string name) => Header?.Invoke(name);
}
