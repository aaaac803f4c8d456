using BounceParser.Text;

namespace BounceParser.Classification;

/// <summary>Reads the words of a text condition: <c>#</c> a digit, <c> ... </c> a gap, <c>word*</c> a stem, <c>$ip</c> an IP address, <c>$set</c>.</summary>
/// <param name="members">The members of a set; throws when there is no such set.</param>
/// <param name="problem">Makes the exception that names file and line.</param>
internal sealed class PatternReader(Func<string, IReadOnlyList<string>> members, Func<string, CatalogueException> problem)
{
    /// <summary>What stands for an IP address, and names no set.</summary>
    public const string IpAddress = "ip";

    private const string Gap = " ... ";

    private readonly Dictionary<string, TextPiece> _sets = new(StringComparer.Ordinal);

    public TextPattern Read(string text)
    {
        var source = FoldedText.Of(text).Trim();
        return new TextPattern(source, [.. source.Split(Gap).Select(segment => Segment(segment.Trim()))]);
    }

    private TextSegment Segment(string text)
    {
        if (text.Length == 0) throw problem("a text needs words, also on both sides of a gap");
        return new TextSegment(Pieces(text, Set));
    }

    private TextPiece Set(string name)
    {
        if (name.Equals(IpAddress, StringComparison.OrdinalIgnoreCase)) return TextPiece.IpAddress;
        if (!_sets.TryGetValue(name, out var set))
            _sets[name] = set = TextPiece.Set([.. members(name).Select(member => Pieces(member, _ => throw problem("a set stands in another set only as a member of its own")))]);
        return set;
    }

    private TextPiece[] Pieces(string text, Func<string, TextPiece> set)
    {
        if (text.Contains("...", StringComparison.Ordinal)) throw problem("a gap needs a space on both sides, and none stands in a set");
        if (text[0] == '*') throw problem($"'*' in \"{text}\" needs a word before it");
        var pieces = new List<TextPiece>();
        for (var at = 0; at < text.Length; at++)
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
        }

        return [.. pieces];
    }

    private static string SetName(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && char.IsAsciiLetterOrDigit(text[length])) length++;
        return text[..length].ToString();
    }
}
