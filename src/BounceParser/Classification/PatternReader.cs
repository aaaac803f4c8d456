using BounceParser.Text;

namespace BounceParser.Classification;

/// <summary>Reads the words of a text condition: <c>#</c> a digit, <c> ... </c> a gap, <c>word*</c> a stem, <c>$set</c>.</summary>
internal static class PatternReader
{
    private const string Gap = " ... ";

    public static TextPattern Read(string text, Func<string, IReadOnlyList<string>> members, Func<string, CatalogueException> problem)
    {
        var source = FoldedText.Of(text).Trim();
        var segments = source.Split(Gap).Select(segment => Segment(segment.Trim(), members, problem)).ToList();
        return new TextPattern(source, segments);
    }

    private static TextSegment Segment(string text, Func<string, IReadOnlyList<string>> members, Func<string, CatalogueException> problem)
    {
        if (text.Length == 0) throw problem("a text needs words, also on both sides of a gap");
        var pieces = Pieces(text, name => Set(members(name), problem), problem);
        return pieces[0].Kind == PieceKind.WordEnd ? throw problem($"'*' in \"{text}\" needs a word before it") : new TextSegment(pieces);
    }

    private static TextPiece Set(IReadOnlyList<string> members, Func<string, CatalogueException> problem) =>
        TextPiece.Set([.. members.Select(member => Pieces(member, _ => throw problem("a set stands in another set only as a member of its own"), problem))]);

    private static List<TextPiece> Pieces(string text, Func<string, TextPiece> set, Func<string, CatalogueException> problem)
    {
        if (text.Contains("...", StringComparison.Ordinal)) throw problem("a gap needs a space on both sides, and none stands in a set");
        var pieces = new List<TextPiece>();
        for (var at = 0; at < text.Length;)
        {
            var length = text.AsSpan(at).IndexOfAny('#', '*', '$');
            if (length < 0) length = text.Length - at;
            if (length > 0) pieces.Add(TextPiece.Literal(text.Substring(at, length)));
            at += length;
            if (at == text.Length) break;
            if (text[at] != '$') pieces.Add(text[at] == '#' ? TextPiece.Digit : TextPiece.WordEnd);
            else
            {
                var name = SetName(text.AsSpan(at + 1));
                pieces.Add(set(name));
                at += name.Length;
            }

            at++;
        }

        return pieces;
    }

    private static string SetName(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && char.IsAsciiLetterOrDigit(text[length])) length++;
        return text[..length].ToString();
    }
}
