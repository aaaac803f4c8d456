namespace BounceParser.Classification;

/// <summary>Which text conditions hold, by number. One that no literal decides is tried when it is asked for, and once.</summary>
internal readonly ref struct FoundConditions(ConditionIndex index, FindingBuffers buffers, ReadOnlySpan<char> blanked)
{
    private readonly ReadOnlySpan<char> _blanked = blanked;

    /// <summary>True when no text was searched.</summary>
    public bool IsEmpty => buffers is null;

    public bool Has(int number) => Bits.Has(buffers.Conditions, number) || (Bits.Has(buffers.Untried, number) && Try(number));

    private bool Try(int number)
    {
        Bits.Clear(buffers.Untried, number);
        if (!index.Try(number, _blanked, buffers.Hits)) return false;
        Bits.Set(buffers.Conditions, number);
        return true;
    }
}
