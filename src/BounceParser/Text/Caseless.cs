using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BounceParser.Text;

/// <summary>Searches in any case: the framework's own search is slow where globalization is invariant.</summary>
internal static class Caseless
{
    // What parts the cases of a letter of ASCII.
    private const ushort CaseBit = 0x20;

    public static bool Contains(ReadOnlySpan<char> text, ReadOnlySpan<char> words) => IndexOf(text, words) >= 0;

    /// <summary>Where the words stand first; -1 when they do not.</summary>
    public static int IndexOf(ReadOnlySpan<char> text, ReadOnlySpan<char> words)
    {
        if (words.Length == 0 || text.Length < words.Length) return words.Length == 0 ? 0 : -1;
        if (!char.IsAscii(words[0]) || !char.IsAscii(words[^1])) return IndexOfForeign(text, words);
        var places = text.Length - words.Length + 1;
        var place = 0;
        for (; place <= places - Vector256<ushort>.Count; place += Vector256<ushort>.Count)
            if (First(text, words, place, Candidates(text, words, place)) is >= 0 and var found) return found;
        // Once more those that were looked at: their number has to be whole.
        if (places >= Vector256<ushort>.Count) return First(text, words, places - Vector256<ushort>.Count, Candidates(text, words, places - Vector256<ushort>.Count));
        for (; place < places; place++)
            if (IsAt(text, words, place)) return place;
        return -1;
    }

    // By its first unit of ASCII: an address has one.
    private static int IndexOfForeign(ReadOnlySpan<char> text, ReadOnlySpan<char> words)
    {
        var anchor = words.IndexOfAnyInRange('\0', '\u007F');
        if (anchor < 0) return text.IndexOf(words, StringComparison.OrdinalIgnoreCase);
        var (low, high) = (char.ToLowerInvariant(words[anchor]), char.ToUpperInvariant(words[anchor]));
        for (var start = 0; start <= text.Length - words.Length; start++)
        {
            var step = text[(start + anchor)..].IndexOfAny(low, high);
            if (step < 0 || (start += step) > text.Length - words.Length) return -1;
            if (IsAt(text, words, start)) return start;
        }

        return -1;
    }

    // Places where the first and the last unit stand, or their like in the other case: one bit each.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Candidates(ReadOnlySpan<char> text, ReadOnlySpan<char> words, int place)
    {
        ref var first = ref Unsafe.As<char, ushort>(ref Unsafe.Add(ref MemoryMarshal.GetReference(text), place));
        return (Same(Vector256.LoadUnsafe(ref first), words[0]) & Same(Vector256.LoadUnsafe(ref first, (nuint)(words.Length - 1)), words[^1])).ExtractMostSignificantBits();
    }

    private static Vector256<ushort> Same(Vector256<ushort> units, char unit) =>
        Vector256.Equals(units | Vector256.Create(CaseBit), Vector256.Create((ushort)(unit | CaseBit)));

    private static int First(ReadOnlySpan<char> text, ReadOnlySpan<char> words, int place, uint candidates)
    {
        for (; candidates != 0; candidates &= candidates - 1)
            if (place + BitOperations.TrailingZeroCount(candidates) is var start && IsAt(text, words, start)) return start;
        return -1;
    }

    private static bool IsAt(ReadOnlySpan<char> text, ReadOnlySpan<char> words, int start) => text.Slice(start, words.Length).Equals(words, StringComparison.OrdinalIgnoreCase);
}
