namespace BounceParser.Text;

/// <summary>Addresses that follow each other in one line: <c>&lt;a@b&gt;, &lt;c@d&gt;; e@f</c>.</summary>
/// <param name="Before">All but the last one; empty for fewer than two.</param>
/// <param name="Start">Where the first one starts, its bracket counted.</param>
/// <param name="Last">Where the last one starts, its bracket counted.</param>
internal readonly record struct AddressList(IReadOnlyList<string> Before, int Start, int Last)
{
    private const int Most = 100;
    private const int LongestAddress = 320;

    private static readonly AddressList None = new([], 0, 0);

    /// <summary>The first list of the line.</summary>
    public static AddressList In(ReadOnlySpan<char> line)
    {
        if (!AddressLine.Find(line, out var start, out var end) || Next(line, end) is not { } next) return None;
        var before = new List<string>();
        var first = Bracket(line, start);
        for (var last = start; ;)
        {
            before.Add(line[last..end].ToString());
            last = next;
            if (!AddressLine.Find(line[last..], out start, out end)) return None;
            (last, end) = (last + start, last + end);
            if (before.Count >= Most || Next(line, end) is not { } another) return new AddressList(before, first, Bracket(line, last));
            next = another;
        }
    }

    // Where the next one starts; null when something else follows.
    private static int? Next(ReadOnlySpan<char> line, int end)
    {
        var rest = line[end..].TrimStart("'\">");
        if (rest is not [',' or ';', ..]) return null;
        rest = rest[1..].TrimStart(" \t<'\"");
        return AddressLine.Find(rest[..Math.Min(rest.Length, LongestAddress)], out var start, out _) && start == 0 ? line.Length - rest.Length : null;
    }

    private static int Bracket(ReadOnlySpan<char> line, int start) => start > 0 && line[start - 1] == '<' ? start - 1 : start;
}
