using System.Numerics;

namespace BounceParser.Classification;

/// <summary>The numbers whose bits are set, ascending.</summary>
internal readonly ref struct Bits(ReadOnlySpan<ulong> words)
{
    private readonly ReadOnlySpan<ulong> _words = words;

    /// <summary>How many words of 64 bits that many numbers take.</summary>
    public static int Words(int numbers) => (numbers + 63) / 64;

    public static bool Has(ReadOnlySpan<ulong> words, int number) => (words[number >> 6] >> (number & 63) & 1) != 0;

    public static bool HasAny(ReadOnlySpan<ulong> words, int[] numbers)
    {
        foreach (var number in numbers)
            if (Has(words, number)) return true;
        return false;
    }

    public static void Set(Span<ulong> words, int number) => words[number >> 6] |= 1UL << (number & 63);

    public static void Clear(Span<ulong> words, int number) => words[number >> 6] &= ~(1UL << (number & 63));

    /// <summary>Clears all of the others.</summary>
    public static void Clear(Span<ulong> words, ReadOnlySpan<ulong> others)
    {
        for (var at = 0; at < words.Length; at++) words[at] &= ~others[at];
    }

    public Enumerator GetEnumerator() => new(_words);

    public ref struct Enumerator(ReadOnlySpan<ulong> words)
    {
        private readonly ReadOnlySpan<ulong> _words = words;
        private ulong _left;
        private int _word = -1;

        public int Current { get; private set; }

        public bool MoveNext()
        {
            while (_left == 0)
            {
                var next = _words[(_word + 1)..].IndexOfAnyExcept(0UL);
                if (next < 0) return false;
                _word += next + 1;
                _left = _words[_word];
            }

            Current = (_word << 6) + BitOperations.TrailingZeroCount(_left);
            _left &= _left - 1;
            return true;
        }
    }
}
