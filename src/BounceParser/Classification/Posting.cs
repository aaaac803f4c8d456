using System.Numerics;
using System.Runtime.InteropServices;

namespace BounceParser.Classification;

/// <summary>What a literal leads to. There are many: no byte is left between two.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct Posting
{
    private const int FitBits = 2;

    private readonly byte _wordAndFit;

    /// <param name="number">The condition or marker; the trial, for <see cref="Fit.Trial"/>.</param>
    /// <param name="pattern">The pattern's place in its condition; from the 256th on they count as one.</param>
    /// <param name="fit">What the literal must be in the text to decide.</param>
    /// <param name="word">The literal's place among those of the pattern, below 64; 0 for a trial.</param>
    public Posting(int number, int pattern, Fit fit, int word = 0) =>
        (Number, Pattern, _wordAndFit) = ((ushort)number, (byte)Math.Min(pattern, byte.MaxValue), (byte)((word << FitBits) | BitOperations.Log2(((uint)fit << 1) | 1)));

    public ushort Number { get; }

    public byte Pattern { get; }

    public Fit Fit => (Fit)((1 << (_wordAndFit & ((1 << FitBits) - 1))) >> 1);

    public byte Word => (byte)(_wordAndFit >> FitBits);
}
