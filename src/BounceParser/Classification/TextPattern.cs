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
    public string[][] Anchors => field ??= [.. Segments.SelectMany(segment => segment.Anchors()).Where(group => group.Length > 0).OrderByDescending(Shortest).ThenBy(group => group.Length)];

    /// <summary>What a literal of <see cref="Anchors"/> must be in the text to decide the pattern by itself.</summary>
    public Fit Fit => Segments is [{ Written: not null } only] ? only.IsStem ? Fit.Stem : Fit.Words : Fit.Trial;

    // Words that no index looks for; a look tells that most texts are without them.
    private string[] Short => field ??= [.. Segments.Where(segment => segment.Written is null).SelectMany(segment => segment.Pieces).Where(piece => piece.Anchors.Length == 0 && piece.LiteralText.Count(char.IsLetterOrDigit) > 1).Select(piece => piece.LiteralText)];

    /// <summary>Finds the pattern in a folded text with its names blanked.</summary>
    public bool TryFind(ReadOnlySpan<char> text, out int start, out int length)
    {
        if (Segments.Length > 1) return TryFindChain(text, out start, out length);
        start = Segments[0].Find(text, 0, out var end);
        length = end - start;
        return start >= 0;
    }

    /// <summary>True when the text fits the pattern.</summary>
    public bool Fits(ReadOnlySpan<char> text)
    {
        foreach (var literal in Short)
            if (text.IndexOf(literal) < 0) return false;
        int from = 0, before = 0;
        var isNear = true;
        foreach (var segment in Segments)
        {
            var at = segment.Find(text, from, out var end);
            if (at < 0) return false;
            isNear &= from == 0 || (at >= before && at - before <= MaxGap);
            (from, before) = (at + 1, end);
        }

        // The first of each may be too far from one another, and later ones near.
        return isNear || TryFindChain(text, out _, out _);
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
