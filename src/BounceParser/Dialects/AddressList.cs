using BounceParser.Catalogue;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>Addresses that follow each other in one line: <c>a@b; Carla &lt;c@d&gt; and e@f</c>.</summary>
/// <param name="Before">All but the last one; empty for fewer than two.</param>
/// <param name="Start">Where the first one starts, its bracket counted.</param>
/// <param name="Last">Where the last one starts, its bracket counted.</param>
/// <param name="End">Where the words of them all end: the line, where it is no longer than a paragraph, or for more addresses than any report names the last one.</param>
internal readonly record struct AddressList(IReadOnlyList<string> Before, int Start, int Last, int End)
{
    private const int LongestAddress = 320;
    private const int LongestName = 80;
    private const int LongestRest = 16_000;
    private const int LongestAnd = 8;

    private static readonly AddressList None = new([], 0, 0, 0);

    /// <summary>The first list of the line.</summary>
    public static AddressList In(ReadOnlySpan<char> line)
    {
        if (!AddressLine.Find(line, out var first, out var end) || !IsFollowed(line, end, out var start, out var next)) return None;
        var before = new List<string> { line[first..end].ToString() };
        while (before.Count < RecipientPlaces.Most && IsFollowed(line, next, out var another, out var behind))
        {
            before.Add(line[start..next].ToString());
            (start, next) = (another, behind);
        }

        return new AddressList(before, Bracket(line, first), Bracket(line, start), before.Count < RecipientPlaces.Most ? Math.Min(line.Length, next + LongestRest) : next);
    }

    // Where the next one stands; false when something else follows.
    private static bool IsFollowed(ReadOnlySpan<char> line, int end, out int start, out int next)
    {
        var rest = line[end..].TrimStart("'\">");
        var isSeparated = rest is [',' or ';', ..];
        if (isSeparated) rest = rest[1..];
        rest = rest.TrimStart();
        if (rest[..Math.Min(rest.Length, LongestAnd)].IndexOf(' ') is > 0 and var word && DeliveryWords.And.Contains(rest[..word]))
        {
            isSeparated = true;
            rest = rest[word..].TrimStart();
        }

        var window = rest[..Math.Min(rest.Length, LongestAddress)];
        (start, next) = (0, 0);
        if (!isSeparated || !AddressLine.Find(window, out var first, out var stop) || !IsName(window[..first])) return false;
        var offset = line.Length - rest.Length;
        (start, next) = (offset + first, offset + stop);
        return true;
    }

    // Nothing, or the name of a person before the bracket.
    private static bool IsName(ReadOnlySpan<char> words) =>
        words.Trim(" \t<'\"").IsEmpty || (words is [.., '<'] && words.Length <= LongestName && !words.ContainsAny(".!?:;,=@>"));

    private static int Bracket(ReadOnlySpan<char> line, int start) => start > 0 && line[start - 1] == '<' ? start - 1 : start;
}
