namespace BounceParser.Classification;

/// <summary>The literals that a text holds, where they stand, and the patterns to be tried that they lead to.</summary>
/// <param name="literals">How many literals there are; 65,536 at most.</param>
internal sealed class TextHits(int literals)
{
    private readonly ulong[] _held = new ulong[Bits.Words(literals)];

    /// <summary>How many literals there may be.</summary>
    public int Room => _held.Length * 64;

    /// <summary>Each place of each literal, under its number.</summary>
    public HitList<FoundLiteral> Literals { get; } = new();

    /// <summary>What leads to a trial, under its condition; a trial as often as it has literals here.</summary>
    public HitList<Posting> Trials { get; } = new();

    /// <summary>Adds a place of a literal; false when it stands elsewhere too.</summary>
    public bool Add(int literal, FoundLiteral place)
    {
        Literals.Add(literal, place);
        if (Bits.Has(_held, literal)) return false;
        Bits.Set(_held, literal);
        return true;
    }

    public bool HasAny(int[] literals) => Bits.HasAny(_held, literals);

    public void Clear()
    {
        foreach (var literal in Literals.Numbers) _held[literal >> 6] = 0;
        Literals.Clear();
        Trials.Clear();
    }
}

/// <summary>Where a literal stands in a folded text, and all that it is there.</summary>
internal readonly record struct FoundLiteral(ushort Start, ushort Length, Fit Fits);
