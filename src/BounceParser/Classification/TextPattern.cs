using System.Buffers;
using BounceParser.Text;

namespace BounceParser.Classification;

/// <summary>The words of a rule, ready to be found in a folded text: segments, with a gap of up to 80 characters between two.</summary>
/// <param name="Source">The pattern as written, folded.</param>
/// <param name="Segments">In order, at least one.</param>
internal sealed record TextPattern(string Source, TextSegment[] Segments)
{
    /// <summary>The longest gap that <c>...</c> stands for.</summary>
    public const int MaxGap = 80;

    /// <summary>
    /// Groups of literals, the rarest first: of each group one stands in every text that the pattern matches. Empty when all
    /// are too short to look for.
    /// </summary>
    public string[][] Anchors { get; } = [.. Segments.SelectMany(segment => segment.Anchors()).Where(group => group.Length > 0).OrderByDescending(Shortest).ThenBy(group => group.Length)];

    /// <summary>True when the pattern is its literals and nothing else: one of them as a whole word suffices.</summary>
    public bool IsPlain { get; } = Segments is [{ Written: not null }];

    /// <summary>Finds the pattern in a folded text with its names blanked.</summary>
    public bool TryFind(ReadOnlySpan<char> text, out int start, out int length)
    {
        if (Segments.Length > 1) return TryFindChain(text, out start, out length);
        start = Segments[0].Find(text, 0, out var end);
        length = end - start;
        return start >= 0;
    }

    /// <summary>The length of the shortest: the longer, the rarer.</summary>
    public static int Shortest(string[] anchors) => anchors.Length == 0 ? 0 : anchors.Min(anchor => anchor.Length);

    // Segment by segment: at each place where a segment may end, where its chain began (plus one). Linear in the text,
    // however often the segments occur.
    private bool TryFindChain(ReadOnlySpan<char> text, out int start, out int length)
    {
        Span<ushort> before = stackalloc ushort[text.Length + 1];
        Span<ushort> after = stackalloc ushort[text.Length + 1];
        (start, length) = (-1, 0);
        for (var number = 0; number < Segments.Length; number++)
        {
            after.Clear();
            var any = false;
            for (var at = Segments[number].Find(text, 0, out var end); at >= 0; at = Segments[number].Find(text, at + 1, out end))
            {
                var chain = number == 0 ? at + 1 : ChainEndingBefore(before, at);
                if (chain == 0) continue;
                (start, length, any) = (chain - 1, end - chain + 1, true);
                if (number == Segments.Length - 1) return true;
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
internal sealed record TextSegment(TextPiece[] Pieces)
{
    // A set written out says more than its neighbour alone; a large one would fill the index.
    private const int MostAnchors = 64;

    /// <summary>All that the segment can stand for, when that is a list of plain words, not too many and none too short; else null.</summary>
    public string[]? Written { get; } = WrittenOut(Pieces);

    /// <summary>Groups of literals of which one stands wherever the segment does.</summary>
    public string[][] Anchors() => Written is null ? [.. Pieces.Select(piece => piece.Anchors)] : [Written];

    /// <summary>True when the text holds these words as whole words.</summary>
    public static bool Stands(ReadOnlySpan<char> text, string words)
    {
        for (var at = text.IndexOf(words); at >= 0;)
        {
            if (IsWhole(text, at, at + words.Length)) return true;
            var next = text[(at + 1)..].IndexOf(words);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    private static bool IsWhole(ReadOnlySpan<char> text, int start, int end) => StartsWord(text, start) && EndsWord(text, end);

    private static bool StartsWord(ReadOnlySpan<char> text, int at) => at == 0 || !FoldedText.IsWordUnit(text[at - 1]) || !FoldedText.IsWordUnit(text[at]);

    private static bool EndsWord(ReadOnlySpan<char> text, int at) => at == text.Length || !FoldedText.IsWordUnit(text[at]) || !FoldedText.IsWordUnit(text[at - 1]);

    private static string[]? WrittenOut(TextPiece[] pieces)
    {
        var written = new List<string> { "" };
        foreach (var piece in pieces)
        {
            var words = piece.Words;
            if (words.Length == 0 || written.Count * words.Length > MostAnchors) return null;
            written = [.. written.SelectMany(word => words.Select(next => word + next))];
        }

        return written.TrueForAll(TextPiece.IsLongEnough) ? [.. written.Distinct()] : null;
    }

    /// <summary>The first place from <paramref name="from"/> on where the segment stands, or -1.</summary>
    public int Find(ReadOnlySpan<char> text, int from, out int end)
    {
        var first = Pieces[0];
        for (var at = first.Next(text, from); at >= 0; at = first.Next(text, at + 1))
        {
            if (!StartsWord(text, at)) continue;
            end = End(text, at, 0);
            if (end >= 0) return at;
        }

        end = -1;
        return -1;
    }

    // The depth is the number of pieces of the rule, nothing of the input.
    private int End(ReadOnlySpan<char> text, int at, int number)
    {
        if (number == Pieces.Length) return EndsWord(text, at) ? at : -1;
        var piece = Pieces[number];
        if (piece.Members.Length == 0) return piece.End(text, at) is >= 0 and var next ? End(text, next, number + 1) : -1;
        foreach (var member in piece.Members)
        {
            if (at < text.Length && member[0].Kind == PieceKind.Literal && member[0].LiteralText[0] != text[at]) continue;
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

    private TextPiece(string literal, PieceKind kind, TextPiece[][] members)
    {
        (LiteralText, Kind, Members) = (literal, kind, members);
        Anchors = FindAnchors();
        if (members.Length > 0) Firsts = SearchValues.Create(string.Concat(members.Select(member => member[0].Kind == PieceKind.Digit ? "0123456789" : member[0].LiteralText[..1])));
    }

    public string LiteralText { get; }

    public PieceKind Kind { get; }

    /// <summary>The members of a set; empty for any other piece. A member holds no set.</summary>
    public TextPiece[][] Members { get; }

    /// <summary>The literals of which one stands wherever the piece does, long enough to look for; else empty.</summary>
    public string[] Anchors { get; }

    /// <summary>All that a literal or a set of plain literals can stand for; empty for anything else.</summary>
    public string[] Words => Kind == PieceKind.Literal ? [LiteralText]
        : Kind == PieceKind.Set && Members.All(member => member is [{ Kind: PieceKind.Literal }]) ? [.. Members.Select(member => member[0].LiteralText)]
        : [];

    private SearchValues<char>? Firsts { get; }

    public static TextPiece Digit { get; } = new("", PieceKind.Digit, []);

    public static TextPiece WordEnd { get; } = new("", PieceKind.WordEnd, []);

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

    private string[] FindAnchors()
    {
        if (Kind == PieceKind.Literal) return IsLongEnough(LiteralText.Trim()) ? [LiteralText.Trim()] : [];
        if (Kind != PieceKind.Set) return [];
        var best = Members.Select(member => member.SelectMany(piece => piece.Anchors).MaxBy(anchor => anchor.Length)).ToList();
        return best.Contains(null) ? [] : [.. best.Select(anchor => anchor!).Distinct()];
    }

    /// <summary>True for four letters, or three units of an unspaced script.</summary>
    public static bool IsLongEnough(string literal) =>
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
