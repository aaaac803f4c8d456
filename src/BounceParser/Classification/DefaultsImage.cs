using BounceParser.Text;

namespace BounceParser.Classification;

/// <summary>Defaults as the image of the catalogue holds them.</summary>
internal static class DefaultsImage
{
    public static void Write(ImageWriter image, ReasonDefaults defaults)
    {
        image.Number((int)defaults.Family);
        image.Number(defaults.Permanence is { } permanence ? (int)permanence : -1);
        image.Number((int)defaults.Responsible);
        image.Number((int)defaults.Recommendation);
    }

    public static ReasonDefaults Read(ref ImageReader image) => new()
    {
        Family = (ReasonFamily)image.Number(),
        Permanence = image.Number() is >= 0 and var permanence ? (Permanence)permanence : null,
        Responsible = (Responsible)image.Number(),
        Recommendation = (Recommendation)image.Number(),
    };
}
