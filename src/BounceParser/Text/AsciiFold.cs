using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BounceParser.Text;

/// <summary>Folds ASCII as <see cref="FoldedText"/> does, many units at a time.</summary>
internal static class AsciiFold
{
    /// <summary>Folds the text up to its first unit beyond ASCII, or up to its end, but for a last piece; how much was folded.</summary>
    public static int Start(ReadOnlySpan<char> text, Span<char> folded)
    {
        ref var from = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        ref var to = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(folded));
        var at = 0;
        for (; at <= text.Length - Vector256<ushort>.Count; at += Vector256<ushort>.Count)
        {
            var units = Vector256.LoadUnsafe(ref from, (nuint)at);
            if (Vector256.GreaterThanAny(units, All((char)0x7F))) break;
            Folded(units).StoreUnsafe(ref to, (nuint)at);
        }

        return at;
    }

    private static Vector256<ushort> Folded(Vector256<ushort> units)
    {
        var isUpper = Vector256.LessThan(units - All('A'), All((char)26));
        var isControl = Vector256.LessThan(units, All(' ')) | Vector256.Equals(units, All((char)0x7F));
        var isGrave = Vector256.Equals(units, All('`'));
        var low = units | (isUpper & All((char)0x20));
        return Vector256.ConditionalSelect(isControl, All(' '), Vector256.ConditionalSelect(isGrave, All('\''), low));
    }

    private static Vector256<ushort> All(char unit) => Vector256.Create((ushort)unit);
}
