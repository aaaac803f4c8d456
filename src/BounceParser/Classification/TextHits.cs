namespace BounceParser.Classification;

/// <summary>What the literals of a text lead to: the conditions that they decide, with the places, and those to be tried.</summary>
/// <param name="literals">How many literals there are; 65,536 at most.</param>
internal sealed class TextHits(int literals)
{
    private readonly ulong[] _held = new ulong[Bits.Words(literals)];
    private readonly HitList<ushort> _literals = new();

    /// <summary>How many literals there may be.</summary>
    public int Room => _held.Length * 64;

    /// <summary>Places of literals that decide, under their conditions.</summary>
    public HitList<FoundPlace> Places { get; } = new();

    /// <summary>What leads to a trial, under its condition; a trial as often as it has literals here.</summary>
    public HitList<Posting> Trials { get; } = new();

    /// <summary>Adds a literal; false when it is there.</summary>
    public bool Add(int literal)
    {
        if (Bits.Has(_held, literal)) return false;
        Bits.Set(_held, literal);
        _literals.Add(0, (ushort)literal);
        return true;
    }

    public bool HasAny(int[] literals) => Bits.HasAny(_held, literals);

    public void Clear()
    {
        foreach (var literal in _literals.Items) _held[literal >> 6] = 0;
        _literals.Clear();
        Places.Clear();
        Trials.Clear();
    }
}
