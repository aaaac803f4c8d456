using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace BounceParser.Classification;

/// <summary>Literals, each under its rarest run of three or four units: a bitmap tells where in a text one may stand, a bucket which.</summary>
internal sealed class GramTable
{
    // One bit in thirty-two is set: of a hundred places three are looked at in vain, however many literals there are.
    private const int SparseBits = 5;
    private const int LeastBits = 10;
    private const int TagShift = 20;
    private const ulong Mix = 0x9E3779B97F4A7C15;

    private readonly int _width;
    private readonly ulong _mask;
    private readonly int _shift;
    private readonly ulong[] _bitmap;
    private readonly int[] _starts;
    private readonly Entry[] _entries;
    private readonly string[] _literals;

    /// <param name="literals">Folded; their numbers are their places.</param>
    /// <param name="numbers">Those that stand in this table, none shorter than the width.</param>
    /// <param name="width">Three or four.</param>
    public GramTable(string[] literals, IReadOnlyList<int> numbers, int width)
    {
        (_literals, _width, _mask) = (literals, width, ulong.MaxValue >> (64 - (16 * width)));
        var bits = Math.Max(LeastBits, BitOperations.Log2((uint)numbers.Count) + SparseBits);
        _shift = 64 - bits;
        _bitmap = new ulong[(1 << bits) / 64];
        _starts = new int[(1 << (bits - SparseBits)) + 1];
        var counts = Count(numbers);
        var placed = numbers.Select(number => (Number: number, Offset: Rarest(literals[number], counts)))
            .Select(entry => (entry.Number, entry.Offset, Hash: Hash(Gram(literals[entry.Number], entry.Offset)))).OrderBy(entry => Slot(entry.Hash)).ToList();
        _entries = [.. placed.Select(entry => new Entry(entry.Number, Tag(entry.Hash), (byte)entry.Offset))];
        foreach (var (_, _, hash) in placed)
        {
            _bitmap[Slot(hash) >> 6] |= 1UL << (Slot(hash) & 63);
            _starts[(Slot(hash) >> SparseBits) + 1]++;
        }

        for (var bucket = 1; bucket < _starts.Length; bucket++) _starts[bucket] += _starts[bucket - 1];
    }

    public bool IsEmpty => _entries.Length == 0;

    /// <summary>What a search reads, but for the literals themselves.</summary>
    public int Bytes => (_bitmap.Length * sizeof(ulong)) + (_starts.Length * sizeof(int)) + (_entries.Length * Unsafe.SizeOf<Entry>());

    /// <summary>Shows the visitor each literal at each place where it stands.</summary>
    /// <param name="text">Folded.</param>
    /// <param name="places">Room for as many places as the text has units.</param>
    /// <param name="visitor">Called in the order of the text.</param>
    public void Find<TVisitor>(ReadOnlySpan<char> text, Span<ushort> places, ref TVisitor visitor)
        where TVisitor : IPhraseVisitor, allows ref struct
    {
        foreach (var place in places[..Candidates(text, places)])
        {
            var hash = Hash(Gram(text, place));
            var bucket = Slot(hash) >> SparseBits;
            for (int index = _starts[bucket], end = _starts[bucket + 1]; index < end; index++)
            {
                var entry = _entries[index];
                var start = place - entry.Offset;
                if (entry.Tag == Tag(hash) && start >= 0 && text[start..].StartsWith(_literals[entry.Number])) visitor.Visit(entry.Number, start, _literals[entry.Number].Length);
            }
        }
    }

    // Without a branch in the loop: one that the processor guesses wrong costs more than the store. Four units are read at a
    // place, also where three count; the last run of three is no rarer than a false alarm.
    private int Candidates(ReadOnlySpan<char> text, Span<ushort> places)
    {
        if (text.Length < _width) return 0;
        var count = 0;
        ref var units = ref Unsafe.As<char, byte>(ref MemoryMarshal.GetReference(text));
        for (var at = 0; at <= text.Length - 4; at++)
        {
            places[count] = (ushort)at;
            var slot = Slot(Hash(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref units, at * sizeof(char))) & _mask));
            count += (int)(_bitmap[slot >> 6] >> (slot & 63)) & 1;
        }

        if (_width == 3) places[count++] = (ushort)(text.Length - 3);
        return count;
    }

    private Dictionary<ulong, int> Count(IReadOnlyList<int> numbers)
    {
        var counts = new Dictionary<ulong, int>(numbers.Count * 8);
        foreach (var number in numbers)
            for (var at = 0; at + _width <= _literals[number].Length; at++) CollectionsMarshal.GetValueRefOrAddDefault(counts, Gram(_literals[number], at), out _)++;
        return counts;
    }

    private int Rarest(string literal, Dictionary<ulong, int> counts)
    {
        var best = 0;
        for (var at = 1; at + _width <= literal.Length && at <= byte.MaxValue; at++)
            if (counts[Gram(literal, at)] < counts[Gram(literal, best)]) best = at;
        return best;
    }

    private ulong Gram(ReadOnlySpan<char> text, int at)
    {
        var units = MemoryMarshal.AsBytes(text.Slice(at, _width));
        return _width == 4 ? MemoryMarshal.Read<ulong>(units) : MemoryMarshal.Read<uint>(units) | ((ulong)text[at + 2] << 32);
    }

    private int Slot(ulong hash) => (int)(hash >> _shift);

    private static ushort Tag(ulong hash) => (ushort)(hash >> TagShift);

    private static ulong Hash(ulong gram) => gram * Mix;

    private readonly record struct Entry(int Number, ushort Tag, byte Offset);
}

/// <summary>Is shown the literals that a text holds.</summary>
internal interface IPhraseVisitor
{
    /// <param name="literal">The literal's number.</param>
    /// <param name="start">Where it stands.</param>
    /// <param name="length">Its length.</param>
    void Visit(int literal, int start, int length);
}
