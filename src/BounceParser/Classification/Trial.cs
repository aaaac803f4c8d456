using BounceParser.Text;

namespace BounceParser.Classification;

/// <summary>A pattern that is more than its literals.</summary>
/// <param name="Pattern">The pattern.</param>
/// <param name="Others">Literals of which one in each group must be in the text too.</param>
internal sealed record Trial(TextPattern Pattern, int[][] Others)
{
    public static Trial Read(ref ImageReader image) => new(PatternImage.Read(ref image), image.All(static (ref from) => from.Array<int>()));

    public void Write(ImageWriter image)
    {
        PatternImage.Write(image, Pattern);
        image.All(Others, group => image.Array<int>(group));
    }

    public bool MayHold(TextHits hits)
    {
        foreach (var group in Others)
            if (!hits.HasAny(group)) return false;
        return true;
    }
}
