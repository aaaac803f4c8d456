using System.Buffers;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>A text cut into lines once, so that a reader may look ahead and back; positions are UTF-16 units of the text.</summary>
internal sealed class TextLines
{
    private readonly string _text;
    private readonly Line[] _lines;

    /// <param name="text">The text, line ends as LF (a CR before one is dropped).</param>
    public TextLines(string text)
    {
        _text = text;
        End = text.Length;
        // Lines of bounces are 40 to 80 units long.
        _lines = new Line[8 + (End / 40)];
        var feed = 0;
        for (var at = 0; feed >= 0; at += feed + 1)
        {
            var rest = text.AsSpan(at);
            feed = rest.IndexOf('\n');
            if (Count == _lines.Length) Array.Resize(ref _lines, Count * 2);
            _lines[Count++] = Line.At(at, feed < 0 ? rest : rest[..feed]);
        }
    }

    private TextLines(TextLines whole, int count) => (_text, _lines, Count, End) = (whole._text, whole._lines, count, whole.StartOf(count));

    /// <summary>Where the last line ends in the text.</summary>
    public int End { get; }

    public int Count { get; }

    /// <summary>The line without its end; empty when there is no such line, so that looking past either end is harmless.</summary>
    public ReadOnlySpan<char> this[int line] => (uint)line < (uint)Count ? _text.AsSpan(_lines[line].Start, _lines[line].Length) : [];

    /// <summary>The first so many lines; the text is shared.</summary>
    public TextLines Until(int line) => new(this, line);

    /// <summary>The line without white space around it.</summary>
    public ReadOnlySpan<char> Trimmed(int line) => (uint)line < (uint)Count ? _text.AsSpan(_lines[line].First, _lines[line].Words) : [];

    public bool IsBlank(int line) => (uint)line >= (uint)Count || _lines[line].Words == 0;

    /// <summary>True when white space stands at the start of a line that says something.</summary>
    public bool IsIndented(int line) => !IsBlank(line) && _text[_lines[line].Start] is ' ' or '\t' or '\u00a0';

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

    /// <param name="Start">Where the line starts.</param>
    /// <param name="Length">Its length without the line's end.</param>
    /// <param name="First">Where its words start.</param>
    /// <param name="Words">Their length.</param>
    private readonly record struct Line(int Start, int Length, int First, int Words)
    {
        public static Line At(int start, ReadOnlySpan<char> line)
        {
            line = line.TrimEnd('\r');
            var words = line.TrimStart();
            return new Line(start, line.Length, start + line.Length - words.Length, words.TrimEnd().Length);
        }
    }
}
