using System.Numerics;
using System.Runtime.InteropServices;

namespace BounceParser.Text;

/// <summary>Finds every place of many phrases in one pass over folded text. Immutable; finding allocates nothing.</summary>
/// <remarks>The first four units of a phrase (all of a shorter one) are its key: a bitmap of keys, then a bucket, then the phrase itself.</remarks>
internal sealed class PhraseTable
{
    private const int BitmapBits = 14;
    private const int BucketBits = 10;
    private const int LongestKey = 4;
    private const int AsciiUnits = 128;

    private readonly ulong[] _bitmap = new ulong[(1 << BitmapBits) / 64];
    private readonly ushort[] _starts = new ushort[(1 << BucketBits) + 1];
    private readonly Entry[] _entries;
    private readonly bool[] _firstUnits = new bool[AsciiUnits];
    private readonly int[] _widths;
    private readonly bool _atWords;

    /// <param name="phrases">Folded, none empty; the place in the list is the number of a phrase.</param>
    /// <param name="atWords">True when a phrase that begins with a letter is found only where a word begins.</param>
    public PhraseTable(IReadOnlyList<string> phrases, bool atWords)
    {
        _atWords = atWords;
        _widths = [.. phrases.Select(phrase => Math.Min(phrase.Length, LongestKey)).Distinct().OrderDescending()];
        _entries = [.. phrases.Select((phrase, number) => new Entry(Hash(Gram(phrase, Math.Min(phrase.Length, LongestKey))), number, phrase)).OrderBy(entry => entry.Hash)];
        foreach (var entry in _entries)
        {
            _bitmap[entry.Hash >> 6] |= 1UL << (entry.Hash & 63);
            _starts[Bucket(entry.Hash) + 1]++;
            if (entry.Phrase[0] < AsciiUnits) _firstUnits[entry.Phrase[0]] = true;
        }

        for (var bucket = 1; bucket < _starts.Length; bucket++) _starts[bucket] += _starts[bucket - 1];
    }

    /// <summary>Every phrase at every place, in the order of the places.</summary>
    public Hits Find(ReadOnlySpan<char> folded) => new(this, folded);

    /// <summary>Where the first phrase stands; -1 for none.</summary>
    public int IndexIn(ReadOnlySpan<char> folded)
    {
        foreach (var (position, _) in Find(folded)) return position;
        return -1;
    }

    /// <summary>False within a word: where a letter follows a letter.</summary>
    public static bool BeginsWord(ReadOnlySpan<char> text, int at) => at == 0 || !IsAlphabetic(text[at]) || !IsAlphabetic(text[at - 1]);

    // Latin, Greek, Cyrillic: scripts that part their words and write no article onto them.
    private static bool IsAlphabetic(char unit) => unit < AsciiUnits ? char.IsAsciiLetter(unit) : unit < '\u0590' && char.IsLetter(unit);

    private static int Bucket(int hash) => hash >> (BitmapBits - BucketBits);

    private static int Hash(ulong gram) => (int)((BitOperations.RotateLeft(gram, 17) ^ gram) * 0x9E3779B97F4A7C15 >> (64 - BitmapBits));

    private static ulong Gram(ReadOnlySpan<char> text, int width)
    {
        ulong gram = 0;
        for (var at = 0; at < width; at++) gram |= (ulong)text[at] << (16 * at);
        return gram;
    }

    // The next place where a key of the given width or a shorter one stands; widths go from the longest down at each place.
    private bool FindKey(ReadOnlySpan<char> text, ref int at, ref int width, out int hash)
    {
        var (widths, bitmap, firstUnits) = (_widths, _bitmap, _firstUnits);
        var inWord = _atWords && at > 0 && IsAlphabetic(text[at - 1]);
        for (var place = at; place < text.Length; place++, width = 0)
        {
            var unit = text[place];
            var afterLetter = inWord;
            inWord = _atWords && IsAlphabetic(unit);
            if ((unit < AsciiUnits && !firstUnits[unit]) || (afterLetter && inWord)) continue;
            var room = text.Length - place;
            var units = room >= LongestKey ? MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(text.Slice(place, LongestKey))) : Gram(text[place..], room);
            for (; width < widths.Length; width++)
            {
                if (widths[width] > room) continue;
                hash = Hash(units & (ulong.MaxValue >> (16 * (LongestKey - widths[width]))));
                if ((bitmap[hash >> 6] >> (hash & 63) & 1) == 0) continue;
                at = place;
                width++;
                return true;
            }
        }

        hash = 0;
        return false;
    }

    private readonly record struct Entry(int Hash, int Number, string Phrase);

    /// <summary>The pass over one text.</summary>
    public ref struct Hits
    {
        private readonly PhraseTable _table;
        private readonly ReadOnlySpan<char> _text;
        private int _at, _width, _hash, _next, _end, _number;

        internal Hits(PhraseTable table, ReadOnlySpan<char> text)
        {
            _table = table;
            _text = text;
        }

        /// <summary>Where the phrase stands, and which it is.</summary>
        public readonly (int Position, int Number) Current => (_at, _number);

        public readonly Hits GetEnumerator() => this;

        public bool MoveNext()
        {
            do
            {
                while (_next < _end)
                {
                    ref readonly var entry = ref _table._entries[_next++];
                    if (entry.Hash != _hash || !_text[_at..].StartsWith(entry.Phrase)) continue;
                    _number = entry.Number;
                    return true;
                }

                if (!_table.FindKey(_text, ref _at, ref _width, out _hash)) return false;
                _next = _table._starts[Bucket(_hash)];
                _end = _table._starts[Bucket(_hash) + 1];
            }
            while (true);
        }
    }
}
