using System.Numerics;

namespace BounceParser.Text;

/// <summary>How often runs of units occur in some phrases, give or take those that share a place.</summary>
internal readonly struct GramCounts
{
    // Room for each run twice over: few share a place, and a wrong count costs time alone.
    private const int Spare = 1;

    private readonly int[] _counts;
    private readonly int _shift;

    /// <param name="runs">How many will be counted.</param>
    public GramCounts(int runs)
    {
        var bits = BitOperations.Log2((uint)Math.Max(runs, 1)) + 1 + Spare;
        (_counts, _shift) = (new int[1 << bits], 64 - bits);
    }

    /// <summary>The count under the hash of a run.</summary>
    public ref int this[ulong hash] => ref _counts[(int)(hash >> _shift)];
}
