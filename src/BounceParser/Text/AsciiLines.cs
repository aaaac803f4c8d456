using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BounceParser.Text;

/// <summary>Turns lines of ASCII that end with CRLF or LF into text whose lines end with LF, many bytes at a time.</summary>
internal static class AsciiLines
{
    /// <summary>So many units more than there are bytes may be written.</summary>
    public const int Margin = 32;

    /// <summary>Reads up to a NUL, a byte beyond ASCII or a CR without its LF, or up to the end, but for a last piece.</summary>
    /// <returns>How much was read, and the units that it gave.</returns>
    public static (int Read, int Written) Start(ReadOnlySpan<byte> bytes, Span<char> units)
    {
        ref var from = ref MemoryMarshal.GetReference(bytes);
        ref var to = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(units));
        var (read, written) = (0, 0);
        while (read < bytes.Length - Vector256<byte>.Count)
        {
            var block = Vector256.LoadUnsafe(ref from, (nuint)read);
            var returns = Vector256.Equals(block, Vector256.Create((byte)'\r')).ExtractMostSignificantBits();
            var feedsBehind = Vector256.Equals(Vector256.LoadUnsafe(ref from, (nuint)read + 1), Vector256.Create((byte)'\n')).ExtractMostSignificantBits();
            if ((block.ExtractMostSignificantBits() | Vector256.Equals(block, default).ExtractMostSignificantBits() | (returns & ~feedsBehind)) != 0) break;
            var (low, high) = Vector256.Widen(block);
            low.StoreUnsafe(ref to, (nuint)written);
            high.StoreUnsafe(ref to, (nuint)(written + Vector256<ushort>.Count));
            // What stands behind a CR is read again; without a branch, since lines are of any length.
            var plain = BitOperations.TrailingZeroCount(returns);
            written += plain;
            read += plain + (plain < Vector256<byte>.Count ? 1 : 0);
        }

        return (read, written);
    }
}
