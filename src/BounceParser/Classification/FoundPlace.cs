namespace BounceParser.Classification;

/// <summary>Where a literal stands that decides a condition: the first pattern of the condition counts, there the first place, there the first of its words.</summary>
/// <param name="Pattern">The pattern's place in its condition.</param>
/// <param name="Start">Where it starts in the folded text.</param>
/// <param name="Length">Of a stem, without the rest of the word.</param>
/// <param name="Word">The literal's place among those of the pattern.</param>
/// <param name="Fit">What it must be.</param>
internal readonly record struct FoundPlace(ushort Pattern, ushort Start, ushort Length, byte Word, Fit Fit)
{
    public FoundPlace(Posting posting, FoundLiteral literal)
        : this(posting.Pattern, literal.Start, literal.Length, posting.Word, posting.Fit)
    {
    }

    /// <summary>Any other is before it.</summary>
    public static FoundPlace None => new(ushort.MaxValue, 0, 0, 0, Fit.Trial);

    public bool IsBefore(in FoundPlace other) => Pattern != other.Pattern ? Pattern < other.Pattern : Start != other.Start ? Start < other.Start : Word < other.Word;
}
