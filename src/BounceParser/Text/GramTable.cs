using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BounceParser.Text;

/// <summary>Phrases, each under its rarest run of so many units, one that begins a word where it has any: a bitmap tells where in a text one may stand, a bucket which.</summary>
internal sealed class GramTable
{
    /// <summary>The lengths that a run may have, in units. Eight units of ASCII are looked at as quickly as four of any script.</summary>
    public static readonly int[] Widths = [8, 4, 3, 2, 1];

    // Units in a register.
    private const int Half = 4;

    // One bit in thirty-two is set: of a hundred places three are looked at in vain, however many phrases there are.
    private const int SparseBits = 5;

    // Two bits of the thirty-two for each bucket: those of a bucket are told apart at once.
    private const int BucketBits = SparseBits + 1;
    private const int LeastBits = 10;
    private const int TagShift = 20;

    // Units beside a run that tell its phrases apart.
    private const int SideUnits = 3;
    private const byte NoSide = 0;
    private const ulong Mix = 0x9E3779B97F4A7C15;

    private readonly int _width;

    // Of the first four units and the next, which stand in the gaps between these; and where the next are read, for want of such at the same place.
    private readonly ulong _low;
    private readonly ulong _high;
    private readonly int _reach;
    private readonly int _shift;
    private readonly ulong[] _bitmap;
    private readonly ushort[] _starts;

    // One for each entry, and as many again as are compared at once: a bucket may be the last.
    private readonly byte[] _tags;
    private readonly byte[] _sides;
    private readonly Entry[] _entries;
    private readonly TextList _phrases;
    private readonly RunPlaces _runs;

    /// <param name="phrases">Folded; their numbers are their places.</param>
    /// <param name="numbers">Those that stand in this table, none shorter than the width, fewer than 65,536.</param>
    /// <param name="width">One of <see cref="Widths"/>; more than four of phrases of ASCII alone.</param>
    /// <param name="runs">Where runs begin: each phrase has one that begins there.</param>
    public GramTable(TextList phrases, List<int> numbers, int width, RunPlaces runs)
    {
        (_phrases, _runs, _width, _low, _high, _reach) = (phrases, runs, width, MaskOf(Math.Min(width, Half)), width > Half ? ulong.MaxValue : 0, Math.Max(width, Half));
        var bits = Math.Max(LeastBits, BitOperations.Log2((uint)numbers.Count) + SparseBits);
        _shift = 64 - bits;
        _bitmap = new ulong[(1 << bits) / 64];
        _starts = new ushort[(1 << (bits - BucketBits)) + 1];
        (_tags, _sides, _entries) = (new byte[numbers.Count + Vector128<byte>.Count], new byte[numbers.Count + Vector128<byte>.Count], new Entry[numbers.Count]);
        var offsets = Rarest(numbers);
        foreach (var number in numbers)
        {
            var slot = Slot(Hash(Gram(phrases[number], offsets[number])));
            _bitmap[slot >> 6] |= 1UL << (slot & 63);
            _starts[(slot >> BucketBits) + 1]++;
        }

        for (var bucket = 1; bucket < _starts.Length; bucket++) _starts[bucket] += _starts[bucket - 1];
        var next = _starts.AsSpan().ToArray();
        foreach (var number in numbers)
        {
            var hash = Hash(Gram(phrases[number], offsets[number]));
            var place = next[Slot(hash) >> BucketBits]++;
            (_tags[place], _sides[place], _entries[place]) = (Tag(hash), SideOf(phrases[number], offsets[number]), new Entry((ushort)number, offsets[number]));
        }
    }

    private GramTable(TextList phrases, RunPlaces runs, ref ImageReader image)
    {
        (_phrases, _runs, _width) = (phrases, runs, image.Number());
        (_low, _high, _reach, _shift) = (MaskOf(Math.Min(_width, Half)), _width > Half ? ulong.MaxValue : 0, Math.Max(_width, Half), image.Number());
        (_bitmap, _starts, _tags, _sides, _entries) = (image.Array<ulong>(), image.Array<ushort>(), image.Array<byte>(), image.Array<byte>(), image.Array<Entry>());
    }

    /// <summary>What a search reads, but for the phrases themselves.</summary>
    public int Bytes => (_bitmap.Length * sizeof(ulong)) + (_starts.Length * sizeof(ushort)) + _tags.Length + _sides.Length + (_entries.Length * Unsafe.SizeOf<Entry>());

    public static GramTable Read(TextList phrases, RunPlaces runs, ref ImageReader image) => new(phrases, runs, ref image);

    public void Write(ImageWriter image)
    {
        image.Number(_width);
        image.Number(_shift);
        image.Array<ulong>(_bitmap);
        image.Array<ushort>(_starts);
        image.Array<byte>(_tags);
        image.Array<byte>(_sides);
        image.Array<Entry>(_entries);
    }

    /// <summary>Where among the units of a phrase its run may begin; none when it has no word that is so long.</summary>
    public static IEnumerable<int> Offsets(string phrase, int width, RunPlaces runs) =>
        from at in Enumerable.Range(0, Math.Clamp(phrase.Length - width + 1, 0, byte.MaxValue + 1)) where runs.Has(phrase, at) select at;

    /// <summary>Shows the visitor each phrase whose run stands at one of the places.</summary>
    /// <param name="text">Folded.</param>
    /// <param name="from">Where the places are counted from.</param>
    /// <param name="places">Ascending.</param>
    /// <param name="room">As long as the places.</param>
    /// <param name="visitor">Called in the order of the runs, which is not quite that of the phrases.</param>
    public void Find<TVisitor>(ReadOnlySpan<char> text, int from, scoped ReadOnlySpan<ushort> places, scoped Span<ushort> room, ref TVisitor visitor)
        where TVisitor : IPhraseVisitor, allows ref struct
    {
        foreach (var place in room[..Candidates(text, from, places, room)]) Show(text, from + place, ref visitor);
    }

    private void Show<TVisitor>(ReadOnlySpan<char> text, int place, ref TVisitor visitor)
        where TVisitor : IPhraseVisitor, allows ref struct
    {
        var hash = Hash(Gram(text, place));
        var (start, end) = Bucket(hash);
        if (start == end) return;
        var (behind, before) = (Side(text, place + _width), Side(text, place - SideUnits));
        for (; start < end; start += Vector128<byte>.Count)
            for (var alike = Alike(Tag(hash), behind, before, start, end); alike != 0; alike &= alike - 1)
                if (_entries[start + BitOperations.TrailingZeroCount(alike)] is var entry) Show(text, place - entry.Offset, entry.Number, ref visitor);
    }

    private void Show<TVisitor>(ReadOnlySpan<char> text, int start, int number, ref TVisitor visitor)
        where TVisitor : IPhraseVisitor, allows ref struct
    {
        var phrase = _phrases[number].AsSpan();
        if (start >= 0 && start + phrase.Length <= text.Length && text.Slice(start, phrase.Length).SequenceEqual(phrase) && _runs.MayBegin(phrase, text, start)) visitor.Visit(number, start, phrase.Length);
    }

    // Without a branch in the loop: one that the processor guesses wrong costs more than the store. No slot is beyond the
    // bitmap, and no count beyond the places, so that nothing is checked.
    private int Candidates(ReadOnlySpan<char> text, int from, scoped ReadOnlySpan<ushort> places, scoped Span<ushort> room)
    {
        // The last places of shorter runs are no rarer than a false alarm.
        var (whole, last) = (places.Length, text.Length - from);
        while (whole > 0 && places[whole - 1] > last - _reach) whole--;
        var (low, high, next, shift, count) = (_low, _high, (_reach - Half) * sizeof(char), _shift, 0);
        ref var units = ref Unsafe.As<char, byte>(ref Unsafe.Add(ref MemoryMarshal.GetReference(text), from));
        ref var bitmap = ref MemoryMarshal.GetArrayDataReference(_bitmap);
        ref var found = ref MemoryMarshal.GetReference(room);
        foreach (var place in places[..whole])
        {
            Unsafe.Add(ref found, count) = place;
            ref var start = ref Unsafe.Add(ref units, place * sizeof(char));
            var gram = (Unsafe.ReadUnaligned<ulong>(ref start) & low) | ((Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, next)) << 8) & high);
            var slot = (int)(Hash(gram) >> shift);
            count += (int)(Unsafe.Add(ref bitmap, slot >> 6) >> slot) & 1;
        }

        foreach (var place in places[whole..])
            if (place <= last - _width) room[count++] = place;
        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (int Start, int End) Bucket(ulong hash)
    {
        ref var start = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_starts), Slot(hash) >> BucketBits);
        return (start, Unsafe.Add(ref start, 1));
    }

    // Which of the next entries of a bucket have the tag and one of the sides, a bit each: told at once, since no loop over them is guessed right.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Alike(byte tag, byte behind, byte before, int start, int end)
    {
        var sides = Next(_sides, start);
        var beside = Vector128.Equals(sides, Vector128.Create(behind)) | Vector128.Equals(sides, Vector128.Create(before)) | Vector128.Equals(sides, Vector128.Create(NoSide));
        return (Vector128.Equals(Next(_tags, start), Vector128.Create(tag)) & beside).ExtractMostSignificantBits() & ((1u << Math.Min(end - start, Vector128<byte>.Count)) - 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Next(byte[] bytes, int start) => Vector128.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(bytes), (nuint)start);

    // Where in each phrase its rarest run stands, by the phrase's number.
    private byte[] Rarest(List<int> numbers)
    {
        var (runs, offsets) = (0, new byte[_phrases.Count]);
        foreach (var number in numbers) runs += _phrases[number].Length;
        var counts = new GramCounts(runs);
        foreach (var number in numbers)
            foreach (var at in Offsets(_phrases[number], _width, _runs)) counts[Hash(Gram(_phrases[number], at))]++;
        foreach (var number in numbers) offsets[number] = Rarest(_phrases[number], counts);
        return offsets;
    }

    private byte Rarest(string phrase, GramCounts counts)
    {
        var (best, least) = (0, int.MaxValue);
        foreach (var at in Offsets(phrase, _width, _runs))
            if (counts[Hash(Gram(phrase, at))] is var count && count < least) (best, least) = (at, count);
        return (byte)best;
    }

    // What stands behind the run, else what stands before it: many phrases share a run, and few both.
    private byte SideOf(string phrase, int offset) => Side(phrase, offset + _width) is not NoSide and var behind ? behind : Side(phrase, offset - SideUnits);

    // A part of the hash of the units there; where so many do not stand, none.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte Side(ReadOnlySpan<char> text, int at) =>
        at < 0 || at + SideUnits > text.Length ? NoSide : (byte)(Tag(Hash(text[at] | (ulong)text[at + 1] << 16 | (ulong)text[at + 2] << 32)) | 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Gram(ReadOnlySpan<char> text, int at)
    {
        if (at > text.Length - _reach) return LastGram(text, at);
        ref var start = ref Unsafe.As<char, byte>(ref Unsafe.Add(ref MemoryMarshal.GetReference(text), at));
        return (Unsafe.ReadUnaligned<ulong>(ref start) & _low) | ((Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, (_reach - Half) * sizeof(char))) << 8) & _high);
    }

    private ulong LastGram(ReadOnlySpan<char> text, int at)
    {
        ulong gram = 0;
        for (var unit = 0; unit < _width; unit++) gram |= (ulong)text[at + unit] << (unit < Half ? 16 * unit : (16 * (unit - Half)) + 8);
        return gram;
    }

    private static ulong MaskOf(int width) => ulong.MaxValue >> (64 - (16 * width));

    private int Slot(ulong hash) => (int)(hash >> _shift);

    private static byte Tag(ulong hash) => (byte)(hash >> TagShift);

    private static ulong Hash(ulong gram) => gram * Mix;

    /// <param name="Number">The phrase's number.</param>
    /// <param name="Offset">Where in the phrase its rarest run stands.</param>
    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct Entry(ushort Number, byte Offset);
}

/// <summary>Is shown the phrases that a text holds.</summary>
internal interface IPhraseVisitor
{
    /// <param name="phrase">The phrase's number.</param>
    /// <param name="start">Where it stands.</param>
    /// <param name="length">Its length.</param>
    void Visit(int phrase, int start, int length);
}
