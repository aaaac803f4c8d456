using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>Counts the markers of each dialect that a text holds, each marker once.</summary>
internal ref struct MarkerCounts : IPhraseVisitor
{
    private readonly ReadOnlySpan<int> _dialectOf;
    private readonly Span<bool> _seen;
    private readonly Span<Count> _counts;
    private readonly Span<int> _claiming;

    /// <param name="dialectOf">The dialect of each phrase.</param>
    /// <param name="seen">Room for a mark for each phrase.</param>
    /// <param name="counts">Room for a count for each dialect.</param>
    /// <param name="claiming">Room for the number of each.</param>
    public MarkerCounts(ReadOnlySpan<int> dialectOf, Span<bool> seen, Span<Count> counts, Span<int> claiming)
    {
        _dialectOf = dialectOf;
        _seen = seen;
        _counts = counts;
        _claiming = claiming;
        _seen.Clear();
        _counts.Clear();
    }

    /// <summary>How many dialects have a marker there.</summary>
    public int Claiming { get; private set; }

    public void Visit(int phrase, int start, int length)
    {
        if (_seen[phrase]) return;
        _seen[phrase] = true;
        Add(_dialectOf[phrase], start);
    }

    /// <param name="dialect">The dialect's number.</param>
    /// <param name="start">Where its marker stands; below 0 before the text.</param>
    public void Add(int dialect, int start)
    {
        ref var count = ref _counts[dialect];
        if (count.Markers == 0) _claiming[Claiming++] = dialect;
        count = new Count(count.Markers + 1, count.Markers == 0 ? start : Math.Min(count.First, start));
    }

    /// <summary>Takes out the dialect of the most markers, then the one whose first stands earliest, then the first of the list.</summary>
    public (int Dialect, int Markers) TakeStrongest()
    {
        var best = 0;
        for (var place = 1; place < Claiming; place++)
            if (IsStronger(_claiming[place], _claiming[best])) best = place;
        var dialect = _claiming[best];
        _claiming[best] = _claiming[--Claiming];
        return (dialect, _counts[dialect].Markers);
    }

    private readonly bool IsStronger(int dialect, int than)
    {
        var (one, other) = (_counts[dialect], _counts[than]);
        if (one.Markers != other.Markers) return one.Markers > other.Markers;
        return one.First != other.First ? one.First < other.First : dialect < than;
    }

    /// <param name="Markers">How many markers of a dialect were found.</param>
    /// <param name="First">Where the first of them stands.</param>
    public readonly record struct Count(int Markers, int First);
}
