using BounceParser.Text;

namespace BounceParser.Recognition;

/// <summary>The marks of one kind.</summary>
/// <param name="sign">The sign that marks of a single condition give.</param>
/// <param name="headers">The numbers of the headers that its marks look at.</param>
/// <param name="joined">The marks of several conditions, or of a negated one.</param>
internal sealed class KindMarks(UInt128 sign, byte[] headers, JoinedMark[] joined)
{
    public ReadOnlySpan<byte> Headers => headers;

    public static KindMarks Read(ref ImageReader image) => new(image.Array<UInt128>()[0], image.Array<byte>(), image.Array<JoinedMark>());

    public void Write(ImageWriter image)
    {
        image.Array<UInt128>([sign]);
        image.Array<byte>(headers);
        image.Array<JoinedMark>(joined);
    }

    /// <summary>True when a mark of a single condition has given its sign.</summary>
    public bool Shown(UInt128 signs) => (signs & sign) != 0;

    /// <summary>True when any mark holds, of a mail whose headers have all been read.</summary>
    public bool Hold(UInt128 signs)
    {
        if (Shown(signs)) return true;
        foreach (var mark in joined)
            if (mark.Holds(signs)) return true;
        return false;
    }
}

/// <summary>A mark that needs some signs, and that others are missing.</summary>
internal readonly record struct JoinedMark(UInt128 All, UInt128 None)
{
    public bool Holds(UInt128 signs) => (signs & (All | None)) == All;
}
