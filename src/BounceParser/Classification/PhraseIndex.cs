using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace BounceParser.Classification;

/// <summary>Finds in one pass which of many literals a folded text holds. Immutable; finding allocates nothing.</summary>
/// <remarks>Each literal stands under its rarest run of four units (three for short words of unspaced scripts): a bitmap, then a bucket, then the literal itself.</remarks>
internal sealed class PhraseIndex
{
    private readonly GramTable _four;
    private readonly GramTable? _three;

    /// <param name="literals">Folded, each of four units at least, or three when it holds a unit beyond ASCII; bit N of a result is literal N.</param>
    public PhraseIndex(IReadOnlyList<string> literals)
    {
        Words = (literals.Count + 63) / 64;
        _four = new GramTable(literals, 4, literal => literal.Length > 3);
        if (literals.Any(literal => literal.Length == 3)) _three = new GramTable(literals, 3, literal => literal.Length == 3);
    }

    /// <summary>How many words of 64 bits a result takes.</summary>
    public int Words { get; }

    /// <summary>Sets the bit of each literal that the text holds, at whatever place.</summary>
    public void Find(ReadOnlySpan<char> folded, Span<ulong> hits)
    {
        _four.Find(folded, hits);
        if (_three is not null && folded.ContainsAnyExceptInRange('\0', '\u007F')) _three.Find(folded, hits);
    }

    private sealed class GramTable
    {
        private const int BitmapBits = 15;
        private const int BucketBits = 12;
        private const ulong Mix = 0x9E3779B97F4A7C15;

        private readonly int _width;
        private readonly ulong _mask;
        private readonly ulong[] _bitmap = new ulong[(1 << BitmapBits) / 64];
        private readonly ushort[] _starts = new ushort[(1 << BucketBits) + 1];
        private readonly Entry[] _entries;

        public GramTable(IReadOnlyList<string> literals, int width, Func<string, bool> takes)
        {
            _width = width;
            _mask = width == 4 ? ulong.MaxValue : (1UL << (16 * width)) - 1;
            var taken = Enumerable.Range(0, literals.Count).Where(number => takes(literals[number])).ToList();
            var counts = Count(taken.Select(number => literals[number]));
            _entries = [.. taken.Select(number => Place(number, literals[number], counts)).OrderBy(entry => entry.Hash >> (BitmapBits - BucketBits))];
            foreach (var entry in _entries)
            {
                _bitmap[entry.Hash >> 6] |= 1UL << (entry.Hash & 63);
                _starts[(entry.Hash >> (BitmapBits - BucketBits)) + 1]++;
            }

            for (var bucket = 1; bucket < _starts.Length; bucket++) _starts[bucket] += _starts[bucket - 1];
        }

        public void Find(ReadOnlySpan<char> text, Span<ulong> hits)
        {
            ref var first = ref MemoryMarshal.GetReference(text);
            var last = text.Length - 4;
            for (var at = 0; at <= last; at++)
            {
                var hash = Hash(Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<char, byte>(ref Unsafe.Add(ref first, at))) & _mask);
                if ((_bitmap[hash >> 6] >> (hash & 63) & 1) != 0) Verify(text, at, hash, hits);
            }

            // A text that ends in a run of three: there is no fourth unit to load.
            if (_width == 3 && text.Length > 2) FindAtEnd(text, hits);
        }

        private void FindAtEnd(ReadOnlySpan<char> text, Span<ulong> hits)
        {
            var at = text.Length - 3;
            var hash = Hash(Gram(text[at..]));
            if ((_bitmap[hash >> 6] >> (hash & 63) & 1) != 0) Verify(text, at, hash, hits);
        }

        private void Verify(ReadOnlySpan<char> text, int at, int hash, Span<ulong> hits)
        {
            var bucket = hash >> (BitmapBits - BucketBits);
            for (int index = _starts[bucket], end = _starts[bucket + 1]; index < end; index++)
            {
                ref readonly var entry = ref _entries[index];
                if (entry.Hash == hash && at >= entry.Offset && text[(at - entry.Offset)..].StartsWith(entry.Literal)) hits[entry.Number >> 6] |= 1UL << (entry.Number & 63);
            }
        }

        private Dictionary<ulong, int> Count(IEnumerable<string> literals)
        {
            var counts = new Dictionary<ulong, int>();
            foreach (var literal in literals)
                for (var at = 0; at + _width <= literal.Length; at++) CollectionsMarshal.GetValueRefOrAddDefault(counts, Gram(literal.AsSpan(at)), out _)++;
            return counts;
        }

        private Entry Place(int number, string literal, Dictionary<ulong, int> counts)
        {
            var best = 0;
            for (var at = 1; at + _width <= literal.Length; at++)
                if (counts[Gram(literal.AsSpan(at))] < counts[Gram(literal.AsSpan(best))]) best = at;
            return new Entry(Hash(Gram(literal.AsSpan(best))), number, best, literal);
        }

        private ulong Gram(ReadOnlySpan<char> text)
        {
            ulong gram = 0;
            for (var at = 0; at < _width; at++) gram |= (ulong)text[at] << (16 * at);
            return gram;
        }

        private static int Hash(ulong gram) => (int)((BitOperations.RotateLeft(gram, 17) ^ gram) * Mix >> (64 - BitmapBits));
    }

    private readonly record struct Entry(int Hash, int Number, int Offset, string Literal);
}
