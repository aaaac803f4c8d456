namespace BounceParser.Classification;

/// <summary>What a literal leads to.</summary>
/// <param name="Number">The condition or marker; the trial, for <see cref="Fit.Trial"/>.</param>
/// <param name="Pattern">The pattern's place in its condition.</param>
/// <param name="Fit">What the literal must be in the text to decide.</param>
/// <param name="Word">The literal's place among those of the pattern.</param>
internal readonly record struct Posting(ushort Number, ushort Pattern, Fit Fit, byte Word = 0);
