using System.Buffers;
using BounceParser.Text;

namespace BounceParser.Classification;

/// <summary>The words of a rule, ready to be found in a folded text: segments, with a gap of up to 80 characters between two.</summary>
/// <param name="Source">The pattern as written, folded.</param>
/// <param name="Segments">In order, at least one.</param>
internal sealed record TextPattern(string Source, IReadOnlyList<TextSegment> Segments)
{
    /// <summary>The longest gap that <c>...</c> stands for.</summary>
    public const int MaxGap = 80;

    /// <summary>The literals of which one stands in every text that the pattern matches; empty when all are too short to look for.</summary>
    public IReadOnlyList<string> Anchors { get; } = Segments.SelectMany(segment => segment.Pieces).Select(piece => piece.Anchors).MaxBy(Shortest) ?? [];

    /// <summary>Finds the pattern in a folded text with its names blanked.</summary>
    public bool TryFind(ReadOnlySpan<char> text, out int start, out int length)
    {
        if (Segments.Count > 1) return TryFindChain(text, out start, out length);
        start = Segments[0].Find(text, 0, out var end);
        length = end - start;
        return start >= 0;
    }

    private static int Shortest(IReadOnlyList<string> anchors) => anchors.Count == 0 ? 0 : anchors.Min(anchor => anchor.Length);

    // Segment by segment: at each place where a segment may end, where its chain began (plus one). Linear in the text,
    // however often the segments occur.
    private bool TryFindChain(ReadOnlySpan<char> text, out int start, out int length)
    {
        Span<ushort> before = stackalloc ushort[text.Length + 1];
        Span<ushort> after = stackalloc ushort[text.Length + 1];
        (start, length) = (-1, 0);
        for (var number = 0; number < Segments.Count; number++)
        {
            after.Clear();
            var any = false;
            for (var at = Segments[number].Find(text, 0, out var end); at >= 0; at = Segments[number].Find(text, at + 1, out end))
            {
                var chain = number == 0 ? at + 1 : ChainEndingBefore(before, at);
                if (chain == 0) continue;
                (start, length, any) = (chain - 1, end - chain + 1, true);
                if (number == Segments.Count - 1) return true;
                after[end] = (ushort)chain;
            }

            if (!any) return false;
            var spare = before;
            before = after;
            after = spare;
        }

        return false;
    }

    private static int ChainEndingBefore(ReadOnlySpan<ushort> ends, int at)
    {
        var window = ends[Math.Max(0, at - MaxGap)..(at + 1)];
        var last = window.LastIndexOfAnyExcept((ushort)0);
        return last < 0 ? 0 : window[last];
    }
}

/// <summary>Words without a gap: literals, digits, ends of words and sets, one after the other; whole words at both ends.</summary>
internal sealed record TextSegment(IReadOnlyList<TextPiece> Pieces)
{
    /// <summary>The first place from <paramref name="from"/> on where the segment stands, or -1.</summary>
    public int Find(ReadOnlySpan<char> text, int from, out int end)
    {
        var first = Pieces[0];
        for (var at = first.Next(text, from); at >= 0; at = first.Next(text, at + 1))
        {
            if (at > 0 && FoldedText.IsWordUnit(text[at]) && FoldedText.IsWordUnit(text[at - 1])) continue;
            end = End(text, at, 0);
            if (end >= 0) return at;
        }

        end = -1;
        return -1;
    }

    // The depth is the number of pieces of the rule, nothing of the input.
    private int End(ReadOnlySpan<char> text, int at, int number)
    {
        if (number == Pieces.Count) return at < text.Length && FoldedText.IsWordUnit(text[at]) && FoldedText.IsWordUnit(text[at - 1]) ? -1 : at;
        var piece = Pieces[number];
        if (piece.Members.Count == 0) return piece.End(text, at) is >= 0 and var next ? End(text, next, number + 1) : -1;
        foreach (var member in piece.Members)
        {
            var next = at;
            foreach (var part in member)
                if ((next = part.End(text, next)) < 0) break;
            if (next >= 0 && End(text, next, number + 1) is >= 0 and var end) return end;
        }

        return -1;
    }
}

/// <summary>One piece of a segment: a literal, a digit (<c>#</c>), the end of a word (<c>*</c>), or a set.</summary>
internal sealed record TextPiece
{
    private const int LeastLetters = 4;
    private const int LeastUnspaced = 3;

    private TextPiece(string literal, PieceKind kind, IReadOnlyList<IReadOnlyList<TextPiece>> members)
    {
        (LiteralText, Kind, Members) = (literal, kind, members);
        Anchors = FindAnchors();
        if (members.Count > 0) Firsts = SearchValues.Create(string.Concat(members.Select(member => member[0].Kind == PieceKind.Digit ? "0123456789" : member[0].LiteralText[..1])));
    }

    public string LiteralText { get; }

    public PieceKind Kind { get; }

    /// <summary>The members of a set; empty for any other piece. A member holds no set.</summary>
    public IReadOnlyList<IReadOnlyList<TextPiece>> Members { get; }

    /// <summary>The literals of which one stands wherever the piece does, long enough to look for; else empty.</summary>
    public IReadOnlyList<string> Anchors { get; }

    private SearchValues<char>? Firsts { get; }

    public static TextPiece Digit { get; } = new("", PieceKind.Digit, []);

    public static TextPiece WordEnd { get; } = new("", PieceKind.WordEnd, []);

    public static TextPiece Literal(string text) => new(text, PieceKind.Literal, []);

    public static TextPiece Set(IReadOnlyList<IReadOnlyList<TextPiece>> members) => new("", PieceKind.Set, members);

    /// <summary>The next place where the piece may stand, or -1.</summary>
    public int Next(ReadOnlySpan<char> text, int from)
    {
        if (from > text.Length) return -1;
        var rest = text[from..];
        var at = Kind switch
        {
            PieceKind.Literal => rest.IndexOf(LiteralText),
            PieceKind.Digit => rest.IndexOfAnyInRange('0', '9'),
            PieceKind.Set => rest.IndexOfAny(Firsts!),
            _ => -1,
        };
        return at < 0 ? -1 : from + at;
    }

    /// <summary>Where the piece ends when it stands at that place; -1 when it does not. Not for a set.</summary>
    public int End(ReadOnlySpan<char> text, int at)
    {
        if (Kind == PieceKind.Literal) return text[at..].StartsWith(LiteralText) ? at + LiteralText.Length : -1;
        if (Kind == PieceKind.Digit) return at < text.Length && char.IsAsciiDigit(text[at]) ? at + 1 : -1;
        while (at < text.Length && FoldedText.IsWordUnit(text[at])) at++;
        return at;
    }

    private IReadOnlyList<string> FindAnchors()
    {
        if (Kind == PieceKind.Literal) return IsLongEnough(LiteralText.Trim()) ? [LiteralText.Trim()] : [];
        if (Kind != PieceKind.Set) return [];
        var best = Members.Select(member => member.SelectMany(piece => piece.Anchors).MaxBy(anchor => anchor.Length)).ToList();
        return best.Contains(null) ? [] : [.. best.Select(anchor => anchor!).Distinct()];
    }

    private static bool IsLongEnough(string literal) =>
        literal.Count(char.IsLetterOrDigit) >= LeastLetters || (literal.Length >= LeastUnspaced && literal.Any(FoldedText.IsUnspaced));
}

/// <summary>What a <see cref="TextPiece"/> is.</summary>
internal enum PieceKind
{
    Literal,
    Digit,
    WordEnd,
    Set,
}
