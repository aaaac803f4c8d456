using System.Buffers;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>A text cut into lines once, so that a reader may look ahead and back; positions are UTF-16 units of the text.</summary>
internal sealed class TextLines
{
    private readonly string _text;
    private readonly List<int> _starts;

    /// <param name="text">The text, line ends as LF (a CR before one is dropped).</param>
    public TextLines(string text)
    {
        _text = text;
        End = text.Length;
        // Lines of bounces are 40 to 80 units long.
        _starts = new List<int>(16 + (End / 64)) { 0 };
        for (var at = 0; text.AsSpan(at).IndexOf('\n') is >= 0 and var feed; _starts.Add(at)) at += feed + 1;
        Count = _starts.Count;
    }

    private TextLines(TextLines whole, int end)
    {
        _text = whole._text;
        _starts = whole._starts;
        End = end;
        Count = _starts.BinarySearch(end) is >= 0 and var line ? line + 1 : ~_starts.BinarySearch(end);
    }

    /// <summary>Where the last line ends in the text.</summary>
    public int End { get; }

    public int Count { get; }

    /// <summary>The line without its end; empty when there is no such line, so that looking past either end is harmless.</summary>
    public ReadOnlySpan<char> this[int line] =>
        line < 0 || line >= Count ? [] : _text.AsSpan(_starts[line], EndOf(line) - _starts[line]).TrimEnd('\r');

    /// <summary>The lines up to a place in the text; those of the whole text are shared.</summary>
    public TextLines Until(int end) => new(this, Math.Clamp(end, 0, End));

    /// <summary>The line without white space around it.</summary>
    public ReadOnlySpan<char> Trimmed(int line) => this[line].Trim();

    public bool IsBlank(int line) => this[line].IsWhiteSpace();

    /// <summary>True when white space stands at the start of a line that says something.</summary>
    public bool IsIndented(int line) => this[line] is [' ' or '\t' or '\u00a0', ..] && !IsBlank(line);

    /// <summary>Where the line starts in the text; the end of the text for a line past the last.</summary>
    public int StartOf(int line) => line < 0 ? 0 : line >= Count ? End : _starts[line];

    private int EndOf(int line) => line + 1 < Count ? _starts[line + 1] - 1 : End;

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
        for (; line < Count; line++)
            if (Caseless.Contains(this[line], words)) return line;
        return -1;
    }

    /// <summary>The lines from <paramref name="first"/> up to, without, <paramref name="after"/>, each trimmed, joined by LF, blank ones around them dropped; not much more than so many characters.</summary>
    public string Join(int first, int after, int longest = int.MaxValue)
    {
        first = Math.Max(first, 0);
        after = Math.Min(after, Count);
        if (first >= after) return "";
        // A line gives at most its own length and a line feed.
        var joined = ArrayPool<char>.Shared.Rent(StartOf(after) - StartOf(first) + 1);
        var length = 0;
        for (var line = first; line < after && length < longest; line++)
        {
            if (length > 0) joined[length++] = '\n';
            var words = Trimmed(line);
            if (words.Length > longest) words = words[..longest];
            words.CopyTo(joined.AsSpan(length));
            length += words.Length;
        }

        var text = joined.AsSpan(0, length).Trim().ToString();
        ArrayPool<char>.Shared.Return(joined);
        return text;
    }
}
