using System.Buffers;
using System.Numerics;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>A text cut into lines once, so that a reader may look ahead and back; positions are UTF-16 units of the text.</summary>
/// <remarks>Of many blank lines in a row only the first ones are there.</remarks>
internal sealed class TextLines
{
    // Of more the rest is left out: readers look past blank lines in both directions, each for itself.
    private const int MostBlankInRow = 20;

    private readonly string _text;
    private Line[] _lines;
    private int _blankInRow;

    /// <param name="text">The text, line ends as LF (a CR before one is dropped).</param>
    public TextLines(string text)
    {
        _text = text;
        End = text.Length;
        // Lines of bounces are 40 to 80 units long.
        _lines = new Line[8 + (End / 40)];
        var (start, held, gap) = (0, Held.Nothing, 0UL);
        for (var block = 0; block < End; block += UnitBlock.Length)
        {
            var units = new LineUnits(UnitBlock.At(text, block), ref gap);
            var from = 0;
            for (var feeds = units.Feeds; feeds != 0; feeds &= feeds - 1)
            {
                var feed = BitOperations.TrailingZeroCount(feeds);
                Add(start, block + feed, held | units.Between(from, feed, block + from == start));
                (start, held, from) = (block + feed + 1, Held.Nothing, feed + 1);
            }

            held |= units.Between(from, UnitBlock.Length, block + from == start);
        }

        Add(start, End, held);
    }

    private TextLines(TextLines whole, int count) => (_text, _lines, Count, End) = (whole._text, whole._lines, count, whole.StartOf(count));

    /// <summary>Where the last line ends in the text.</summary>
    public int End { get; }

    public int Count { get; private set; }

    /// <summary>The line without its end; empty when there is no such line, so that looking past either end is harmless.</summary>
    public ReadOnlySpan<char> this[int line] => (uint)line < (uint)Count ? _text.AsSpan(_lines[line].Start, _lines[line].Length) : [];

    /// <summary>The first so many lines; the text is shared.</summary>
    public TextLines Until(int line) => new(this, line);

    /// <summary>The line without white space around it.</summary>
    public ReadOnlySpan<char> Trimmed(int line) => (uint)line < (uint)Count ? _text.AsSpan(_lines[line].First, _lines[line].Words) : [];

    public bool IsBlank(int line) => (uint)line >= (uint)Count || _lines[line].Words == 0;

    /// <summary>True when the line holds a sign as addresses have: without one it holds no address.</summary>
    public bool HasSign(int line) => Holds(line, Held.Sign);

    /// <summary>True when it holds a colon of ASCII.</summary>
    public bool HasColon(int line) => Holds(line, Held.Colon);

    /// <summary>True when its words may stand in running text as they are: they are printable ASCII with single spaces.</summary>
    public bool IsPlain(int line) => !Holds(line, Held.Unplain);

    /// <summary>True when white space stands at the start of a line that says something.</summary>
    public bool IsIndented(int line) => !IsBlank(line) && _text[_lines[line].Start] is ' ' or '\t' or '\u00a0';

    /// <summary>How much white space stands at the start of the line; 0 when there is no such line.</summary>
    public int IndentOf(int line) => (uint)line < (uint)Count ? _lines[line].First - _lines[line].Start : 0;

    /// <summary>True when a line that says something stands further in than another.</summary>
    public bool IsDeeper(int line, int than) => !IsBlank(line) && IndentOf(line) > IndentOf(than);

    /// <summary>Where the line starts in the text; the end of the text for a line past the last.</summary>
    public int StartOf(int line) => line < 0 ? 0 : line >= Count ? End : _lines[line].Start;

    /// <summary>The text from one line up to, without, another.</summary>
    public ReadOnlySpan<char> Between(int first, int after) => _text.AsSpan(StartOf(first)..StartOf(after));

    /// <summary>The first line from <paramref name="line"/> on that says something; <see cref="Count"/> when none does.</summary>
    public int SkipBlank(int line)
    {
        while (line < Count && IsBlank(line)) line++;
        return line;
    }

    /// <summary>The last line above that says something; -1 when none does.</summary>
    public int LineAbove(int line)
    {
        line--;
        while (line >= 0 && IsBlank(line)) line--;
        return line;
    }

    /// <summary>The line after the paragraph that <paramref name="line"/> belongs to: a blank one or <see cref="Count"/>.</summary>
    public int ParagraphEnd(int line)
    {
        while (line < Count && !IsBlank(line)) line++;
        return line;
    }

    /// <summary>The first line from <paramref name="line"/> on that contains the words, in any case; -1 when none does.</summary>
    public int Find(string words, int line = 0)
    {
        var start = StartOf(line);
        var found = Caseless.IndexOf(_text.AsSpan(start, End - start), words);
        return found < 0 ? -1 : LineAt(start + found);
    }

    /// <summary>The lines from <paramref name="first"/> up to, without, <paramref name="after"/>, each trimmed, joined by LF, blank ones around them dropped; not much more than so many characters.</summary>
    public string Join(int first, int after, int longest = int.MaxValue)
    {
        first = SkipBlank(Math.Max(first, 0));
        after = Math.Min(after, Count);
        while (after > first && IsBlank(after - 1)) after--;
        if (first >= after) return "";
        if (first + 1 == after) return Cut(Trimmed(first), longest).ToString();
        // A line gives at most its own length and a line feed.
        var joined = ArrayPool<char>.Shared.Rent(StartOf(after) - StartOf(first) + 1);
        var length = 0;
        for (var line = first; line < after && length < longest; line++)
        {
            if (length > 0) joined[length++] = '\n';
            var words = Cut(Trimmed(line), longest);
            words.CopyTo(joined.AsSpan(length));
            length += words.Length;
        }

        var text = joined.AsSpan(0, length).TrimEnd().ToString();
        ArrayPool<char>.Shared.Return(joined);
        return text;
    }

    private static ReadOnlySpan<char> Cut(ReadOnlySpan<char> words, int longest) => words.Length > longest ? words[..longest].TrimEnd() : words;

    private int LineAt(int position)
    {
        var (low, high) = (0, Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_lines[middle].Start <= position) low = middle;
            else high = middle - 1;
        }

        return low;
    }

    private bool Holds(int line, Held units) => (uint)line < (uint)Count && (_lines[line].Held & units) != 0;

    private void Add(int start, int end, Held held)
    {
        while (end > start && _text[end - 1] == '\r') end--;
        var (first, after) = (start, end);
        while (first < after && char.IsWhiteSpace(_text[first])) first++;
        while (after > first && char.IsWhiteSpace(_text[after - 1])) after--;
        _blankInRow = first == after ? _blankInRow + 1 : 0;
        if (_blankInRow > MostBlankInRow) return;
        if (Count == _lines.Length) Array.Resize(ref _lines, Count * 2);
        _lines[Count++] = new Line(start, end - start, first, after - first, held);
    }

    /// <summary>What readers ask of each line, noted while the lines are cut.</summary>
    [Flags]
    private enum Held : byte
    {
        Nothing,
        Sign,
        Colon,
        Unplain = 4,
    }

    /// <param name="Start">Where the line starts.</param>
    /// <param name="Length">Its length without the line's end.</param>
    /// <param name="First">Where its words start.</param>
    /// <param name="Words">Their length.</param>
    /// <param name="Held">What stands in it.</param>
    private readonly record struct Line(int Start, int Length, int First, int Words, Held Held);

    /// <summary>The units of a block that are noted, one bit each.</summary>
    private readonly struct LineUnits
    {
        private readonly ulong _spaces, _signs, _colons, _unplain;

        /// <param name="units">The block.</param>
        /// <param name="gap">1 when the block before ended with a space, then whether this one does.</param>
        public LineUnits(UnitBlock units, ref ulong gap)
        {
            (Feeds, _spaces, _signs, _colons) = (units.Are('\n'), units.Are(' '), units.Are('@'), units.Are(':'));
            _unplain = units.AreNotPrintable() | (_spaces & ((_spaces << 1) | gap));
            gap = _spaces >> (UnitBlock.Length - 1);
        }

        public ulong Feeds { get; }

        /// <summary>What stands between two places; spaces that a line opens with are not of its words.</summary>
        public Held Between(int start, int end, bool opensLine)
        {
            if (start == end) return Held.Nothing;
            if (opensLine) start = Math.Min(start + BitOperations.TrailingZeroCount(~(_spaces >> start)), UnitBlock.Length - 1);
            var within = (ulong.MaxValue >> (UnitBlock.Length - end)) & (ulong.MaxValue << start);
            return (Held)(Any(_signs & within) | (Any(_colons & within) << 1) | (Any(_unplain & within) << 2));
        }

        // 1 for any bit, without a branch.
        private static int Any(ulong bits) => (int)((bits | (0 - bits)) >> 63);
    }
}
