namespace BounceParser.Classification;

/// <summary>A set of few numbers out of many: told at once whether it has one, and gone through without looking for them.</summary>
/// <param name="below">What all numbers are below; 65,536 at most.</param>
internal sealed class NumberSet(int below)
{
    private readonly ulong[] _bits = new ulong[Bits.Words(below)];
    private readonly ushort[] _numbers = new ushort[below];
    private int _count;

    /// <summary>What all numbers are below.</summary>
    public int Below => _numbers.Length;

    /// <summary>In the order in which they were added.</summary>
    public ReadOnlySpan<ushort> Numbers => _numbers.AsSpan(0, _count);

    public void Add(int number)
    {
        if (Bits.Has(_bits, number)) return;
        Bits.Set(_bits, number);
        _numbers[_count++] = (ushort)number;
    }

    public bool HasAny(int[] numbers) => Bits.HasAny(_bits, numbers);

    public void Clear()
    {
        foreach (var number in Numbers) _bits[number >> 6] = 0;
        _count = 0;
    }
}
