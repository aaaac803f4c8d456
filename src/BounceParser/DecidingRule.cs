namespace BounceParser;

/// <summary>The rule that decided a diagnosis. For people: file and line are not stable across versions.</summary>
public sealed record DecidingRule
{
    /// <summary>The rule file, as in <c>20-phrases.rules</c>.</summary>
    public required string File { get; init; }

    /// <summary>The line of the rule, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The words of <see cref="Diagnosis.DiagnosticText"/> that the rule matched; null for a rule on codes alone, and where it matched words that stand around them.</summary>
    public string? Matched { get; init; }

    /// <summary>Where the matched words start, in UTF-16 units of the diagnostic text; 0 when nothing was matched.</summary>
    public int Start { get; init; }

    /// <summary>The length of the matched words, in UTF-16 units; 0 when nothing was matched.</summary>
    public int Length { get; init; }

    /// <summary>File, line and the words, for a debugger or a log.</summary>
    public override string ToString() => Matched is null ? $"{File}({Line})" : $"{File}({Line}): \"{Matched}\"";
}
