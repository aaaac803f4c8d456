using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BounceParser.Text;

/// <summary>
/// Finds where words begin in folded text: a letter or digit behind anything else, and where letters and digits meet.
/// Words are of ASCII, to which any other letter is something else, or of any alphabet: Latin, Greek, Cyrillic, Armenian.
/// </summary>
internal static class WordStarts
{
    private const char FirstLetterBeyondAscii = '\u00C0';
    private const char LastLetterOfAlphabets = '\u058F';

    // As many as are written at once, whether there are so many or not.
    private const int AtOnce = 8;
    private const int Block = 32;

    /// <summary>How many places more than the text has units must have room.</summary>
    public const int Spare = AtOnce;

    /// <summary>True where a word of ASCII begins.</summary>
    public static bool IsAt(ReadOnlySpan<char> text, int at) =>
        IsLetter(text[at]) ? at == 0 || !IsLetter(text[at - 1]) : char.IsAsciiDigit(text[at]) && (at == 0 || !char.IsAsciiDigit(text[at - 1]));

    /// <summary>True where a word of any alphabet begins.</summary>
    public static bool IsAtAny(ReadOnlySpan<char> text, int at) =>
        IsLetterOfAny(text[at]) ? at == 0 || !IsLetterOfAny(text[at - 1]) : char.IsAsciiDigit(text[at]) && (at == 0 || !char.IsAsciiDigit(text[at - 1]));

    /// <summary>True when the phrase stands in the text, and one that begins with a letter or digit begins a word there.</summary>
    public static bool Holds(ReadOnlySpan<char> text, ReadOnlySpan<char> phrase)
    {
        for (var from = 0; text[from..].IndexOf(phrase) is >= 0 and var at; from += at + 1)
            if (RunPlaces.Words.MayBegin(phrase, text, from + at)) return true;
        return false;
    }

    /// <summary>Writes the places of words of ASCII from <paramref name="from"/> on, ascending and counted from there, and tells how many.</summary>
    /// <param name="text">The text, folded.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="end">Where to end.</param>
    /// <param name="places">Room for as many as there are units between the two, and <see cref="Spare"/>.</param>
    public static int Find(ReadOnlySpan<char> text, int from, int end, Span<ushort> places) => Find(text, from, end, places, any: false);

    /// <summary>As <see cref="Find(ReadOnlySpan{char}, int, int, Span{ushort})"/>, of words of any alphabet.</summary>
    public static int FindAny(ReadOnlySpan<char> text, int from, int end, Span<ushort> places) => Find(text, from, end, places, any: true);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Find(ReadOnlySpan<char> text, int from, int end, Span<ushort> places, bool any)
    {
        ref var units = ref Unsafe.As<char, ushort>(ref Unsafe.Add(ref MemoryMarshal.GetReference(text), from));
        ref var found = ref MemoryMarshal.GetReference(places);
        var (length, count, at) = (end - from, 0, 0);
        // The kinds of the unit before, a bit each.
        var before = from == 0 ? default : (Letter: (any ? IsLetterOfAny(text[from - 1]) : IsLetter(text[from - 1])) ? 1u : 0, Digit: char.IsAsciiDigit(text[from - 1]) ? 1u : 0);
        for (; at <= length - Block; at += Block) count = Write(ref found, count, at, Starts(ref Unsafe.Add(ref units, at), any, ref before));
        if (at == length) return count;
        Span<ushort> last = stackalloc ushort[Block];
        last.Clear();
        MemoryMarshal.CreateSpan(ref Unsafe.Add(ref units, at), length - at).CopyTo(last);
        return Write(ref found, count, at, Starts(ref MemoryMarshal.GetReference(last), any, ref before));
    }

    // Units beyond ASCII become none of either kind, unless they are letters of an alphabet.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Starts(ref ushort units, bool any, ref (uint Letter, uint Digit) before)
    {
        var (low, high) = (Vector256.LoadUnsafe(ref units), Vector256.LoadUnsafe(ref units, (nuint)Vector256<ushort>.Count));
        var bytes = Vector256.NarrowWithSaturation(low, high);
        var letters = Vector256.LessThan(bytes - Vector256.Create((byte)'a'), Vector256.Create((byte)26)).ExtractMostSignificantBits();
        if (any) letters |= Vector256.Narrow(AreBeyondAscii(low), AreBeyondAscii(high)).ExtractMostSignificantBits();
        var digits = Vector256.LessThan(bytes - Vector256.Create((byte)'0'), Vector256.Create((byte)10)).ExtractMostSignificantBits();
        var starts = (letters & ~((letters << 1) | before.Letter)) | (digits & ~((digits << 1) | before.Digit));
        before = (letters >> 31, digits >> 31);
        return starts;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> AreBeyondAscii(Vector256<ushort> units) =>
        Vector256.LessThan(units - Vector256.Create((ushort)FirstLetterBeyondAscii), Vector256.Create((ushort)(LastLetterOfAlphabets - FirstLetterBeyondAscii + 1)));

    // Eight at once without asking how many there are: no loop whose end the text decides.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Write(ref ushort found, int count, int at, uint starts)
    {
        var all = BitOperations.PopCount(starts);
        ref var next = ref Unsafe.Add(ref found, count);
        for (var number = 0; number < AtOnce; number++, starts &= starts - 1) Unsafe.Add(ref next, number) = (ushort)(at + BitOperations.TrailingZeroCount(starts));
        for (var number = AtOnce; number < all; number++, starts &= starts - 1) Unsafe.Add(ref next, number) = (ushort)(at + BitOperations.TrailingZeroCount(starts));
        return count + all;
    }

    private static bool IsLetter(char unit) => char.IsAsciiLetterLower(unit);

    private static bool IsLetterOfAny(char unit) => IsLetter(unit) || unit is >= FirstLetterBeyondAscii and <= LastLetterOfAlphabets;
}
