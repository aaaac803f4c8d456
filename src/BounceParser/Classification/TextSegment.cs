namespace BounceParser.Classification;

/// <summary>Words without a gap: literals, digits, ends of words and sets, one after the other; whole words at both ends.</summary>
internal sealed record TextSegment(TextPiece[] Pieces)
{
    // A set written out says more than its neighbour alone; a large one would fill the index.
    private const int MostAnchors = 64;

    /// <summary>True when the end of a word is all that follows the words.</summary>
    public bool IsStem => Pieces is [_, .., { Kind: PieceKind.WordEnd }];

    /// <summary>All words that the segment can stand for, but for the end of a stem, when that is a list, not too long and no word too short; else null.</summary>
    public string[]? Written => (field ??= WrittenOut(Pieces is [.. var words, { Kind: PieceKind.WordEnd }] ? words : Pieces)) is { Length: > 0 } written ? written : null;

    /// <summary>Groups of literals of which one stands wherever the segment does.</summary>
    public string[][] Anchors() => Written is null ? [.. Pieces.Select(piece => piece.Anchors)] : [Written];

    private static string[] WrittenOut(TextPiece[] pieces)
    {
        var written = new List<string> { "" };
        foreach (var piece in pieces)
        {
            var words = piece.Words;
            if (words.Length == 0 || written.Count * words.Length > MostAnchors) return [];
            written = [.. written.SelectMany(word => words.Select(next => word + next))];
        }

        return written.TrueForAll(TextPiece.IsLongEnough) ? [.. written.Distinct()] : [];
    }

    /// <summary>The first place from <paramref name="from"/> on where the segment stands, or -1.</summary>
    public int Find(ReadOnlySpan<char> text, int from, out int end)
    {
        var first = Pieces[0];
        for (var at = first.Next(text, from); at >= 0; at = first.Next(text, at + 1))
        {
            if (!Fits.StartsWord(text, at)) continue;
            end = End(text, at, 0);
            if (end >= 0) return at;
        }

        end = -1;
        return -1;
    }

    // The depth is the number of pieces of the rule, nothing of the input.
    private int End(ReadOnlySpan<char> text, int at, int number)
    {
        if (number == Pieces.Length) return Fits.EndsWord(text, at) ? at : -1;
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
