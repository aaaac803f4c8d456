namespace BounceParser.Dialects;

/// <summary>The words that say why a recipient did not get the mail.</summary>
/// <param name="Text">What was said of him.</param>
/// <param name="Comment">What else the report says around it.</param>
/// <param name="Weight">How much the text says of why: see <see cref="RefusalWords.Weight"/>.</param>
internal readonly record struct RefusalText(string Text, string Comment, int Weight)
{
    /// <summary>True for words above the list, which are said of all in it.</summary>
    public bool IsFromAbove { get; init; }

    /// <summary>True when these words tell more of a recipient than others of the same report: his own before those of all.</summary>
    public bool TellsMoreThan(in RefusalText other) => Weight > other.Weight || (Weight > 0 && other is { IsFromAbove: true, Weight: < RefusalWords.Most } && !IsFromAbove);
}
