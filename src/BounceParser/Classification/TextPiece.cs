using BounceParser.Text;

namespace BounceParser.Classification;

/// <summary>One piece of a segment: a literal, a digit (<c>#</c>), the end of a word (<c>*</c>), an IP address (<c>$ip</c>), or a set.</summary>
internal sealed record TextPiece
{
    private const int Least = 3;

    private static readonly string[] Digits = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

    private TextPiece(string literal, PieceKind kind, TextPiece[][] members) => (LiteralText, Kind, Members) = (literal, kind, members);

    public string LiteralText { get; }

    public PieceKind Kind { get; }

    /// <summary>The members of a set; empty for any other piece. A member holds no set.</summary>
    public TextPiece[][] Members { get; }

    /// <summary>The literals of which one stands wherever the piece does, long enough to look for; else empty.</summary>
    public string[] Anchors => field ??= FindAnchors();

    /// <summary>All that a literal or a set of plain literals can stand for; empty for anything else.</summary>
    public string[] Words => Kind == PieceKind.Literal ? [LiteralText]
        : Kind == PieceKind.Set && Members.All(member => member is [{ Kind: PieceKind.Literal }]) ? [.. Members.Select(member => member[0].LiteralText)]
        : [];

    // What the members of a set start with.
    private WordSearch Starts => field ??= new WordSearch([.. Members.SelectMany(member => member[0].Kind == PieceKind.Digit ? Digits : [member[0].LiteralText])]);

    public static TextPiece Digit { get; } = new("", PieceKind.Digit, []);

    public static TextPiece WordEnd { get; } = new("", PieceKind.WordEnd, []);

    public static TextPiece IpAddress { get; } = new("", PieceKind.IpAddress, []);

    public static TextPiece Literal(string text) => new(text, PieceKind.Literal, []);

    public static TextPiece Set(TextPiece[][] members) => new("", PieceKind.Set, members);

    /// <summary>The next place where the piece may stand, or -1.</summary>
    public int Next(ReadOnlySpan<char> text, int from)
    {
        if (from > text.Length) return -1;
        var rest = text[from..];
        var at = Kind switch
        {
            PieceKind.Literal => rest.IndexOf(LiteralText),
            PieceKind.Digit => rest.IndexOfAnyInRange('0', '9'),
            PieceKind.IpAddress => rest.IndexOf(FoldedText.BlankIp),
            PieceKind.Set => Starts.IndexIn(rest),
            _ => -1,
        };
        return at < 0 ? -1 : from + at;
    }

    /// <summary>Where the piece ends when it stands at that place; -1 when it does not. Not for a set.</summary>
    public int End(ReadOnlySpan<char> text, int at)
    {
        if (Kind == PieceKind.Literal) return text[at..].StartsWith(LiteralText) ? at + LiteralText.Length : -1;
        if (Kind == PieceKind.Digit) return at < text.Length && char.IsAsciiDigit(text[at]) ? at + 1 : -1;
        if (Kind == PieceKind.IpAddress) return at < text.Length && text[at] == FoldedText.BlankIp ? text[at..].IndexOfAnyExcept(FoldedText.BlankIp) is >= 0 and var end ? at + end : text.Length : -1;
        return Fits.WordEnd(text, at);
    }

    private string[] FindAnchors()
    {
        if (Kind == PieceKind.Literal) return IsLongEnough(LiteralText.Trim()) ? [LiteralText.Trim()] : [];
        if (Kind != PieceKind.Set) return [];
        var best = Members.Select(member => member.SelectMany(piece => piece.Anchors).MaxBy(anchor => anchor.Length)).ToList();
        return best.Contains(null) ? [] : [.. best.Select(anchor => anchor!).Distinct()];
    }

    /// <summary>True for three letters, or three units of an unspaced script.</summary>
    public static bool IsLongEnough(string literal) =>
        literal.Count(char.IsLetterOrDigit) >= Least || (literal.Length >= Least && literal.Any(FoldedText.IsUnspaced));
}

/// <summary>What a <see cref="TextPiece"/> is.</summary>
internal enum PieceKind
{
    Literal,
    Digit,
    WordEnd,
    Set,
    IpAddress,
}
