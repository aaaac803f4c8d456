using BounceParser.Text;

namespace BounceParser.Classification;

/// <summary>What a run of characters is made of: most runs are seen to be no name without a closer look.</summary>
internal static class NameMarks
{
    /// <summary>"1.1.1.1"; a queue id is longer yet.</summary>
    public const int ShortestOfNumbers = 7;

    private const int Shortest = 4;

    private static readonly Marks[] Table = UnitTable.Of(128, Mark);

    [Flags]
    public enum Marks : byte
    {
        Other = 0,
        Digit = 1,
        Letter = 2,
        Dot = 4,
        Colon = 8,
        Slash = 16,
        Joint = 32,
    }

    public static Marks Of(ReadOnlySpan<char> run)
    {
        var marks = Marks.Other;
        foreach (var unit in run) marks |= unit < Table.Length ? Table[unit] : Marks.Letter;
        return marks;
    }

    public static bool MayBeUrl(Marks marks) => (marks & (Marks.Colon | Marks.Slash)) == (Marks.Colon | Marks.Slash);

    /// <summary>False for words and short numbers, status codes among them.</summary>
    public static bool MayBeName(Marks marks, int length) => length >= ((marks & ~(Marks.Digit | Marks.Dot)) == 0 ? ShortestOfNumbers : Shortest) && (marks & ~Marks.Letter) != 0;

    private static Marks Mark(char unit) => unit switch
    {
        '.' => Marks.Dot,
        ':' => Marks.Colon,
        '/' => Marks.Slash,
        '@' or '=' => Marks.Joint,
        _ when char.IsAsciiDigit(unit) => Marks.Digit,
        _ when char.IsAsciiLetter(unit) => Marks.Letter,
        _ => Marks.Other,
    };
}
