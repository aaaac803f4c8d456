using BounceParser.Text;

namespace BounceParser.Classification;

/// <summary>A pattern that is more than its literals.</summary>
/// <param name="Condition">The condition that it stands in.</param>
/// <param name="Pattern">The pattern.</param>
/// <param name="Others">Literals of which one in each group must be in the text too.</param>
internal sealed record Trial(int Condition, TextPattern Pattern, int[][] Others)
{
    public static Trial Read(ref ImageReader image) => new(image.Number(), PatternImage.Read(ref image), image.All(static (ref from) => from.Array<int>()));

    public void Write(ImageWriter image)
    {
        image.Number(Condition);
        PatternImage.Write(image, Pattern);
        image.All(Others, group => image.Array<int>(group));
    }

    public bool Holds(ReadOnlySpan<char> blanked, NumberSet literals)
    {
        foreach (var group in Others)
            if (!literals.HasAny(group)) return false;
        return Pattern.Fits(blanked);
    }
}
