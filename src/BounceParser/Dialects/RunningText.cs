using System.Buffers;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>Lines as running text, so that a phrase is found however it was wrapped: white space folded, paragraphs parted. Every line knows its place in it.</summary>
internal sealed class RunningText : IDisposable
{
    // White space other than the space, and the apostrophe that is made plain.
    private static readonly SearchValues<char> Unfolded = SearchValues.Create(
        "’\t\n\v\f\r\u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000");

    // The words, then the same folded.
    private readonly char[] _units;
    private readonly int[] _starts;
    private readonly int _room;
    private int _whole;

    /// <param name="report">The lines.</param>
    /// <param name="quotes">Whether what somebody quotes there is of the text too.</param>
    /// <param name="separator">What stands between the report and the returned message.</param>
    public RunningText(TextLines report, bool quotes, ReadOnlySpan<char> separator = default)
    {
        // A line gives at most its own length and a space.
        _room = report.End + separator.Length + report.Count + 2;
        _units = ArrayPool<char>.Shared.Rent(2 * _room);
        _starts = new int[report.Count + 1];
        for (var line = 0; line < report.Count; line++)
        {
            _starts[line] = _whole;
            var words = report.Trimmed(line);
            var isQuoted = IsQuoted(words);
            HasQuotes |= isQuoted;
            if (words.IsEmpty || (isQuoted && !quotes)) EndParagraph();
            else if (report.IsPlain(line) || IsClosed(words)) Append(words);
            else AppendClosed(words);
        }

        Length = _starts[^1] = _whole;
        if (!separator.IsEmpty) AppendClosed(separator.Trim());
        FoldedText.Fold(WordsToOriginal, _units.AsSpan(_room, _whole));
    }

    /// <summary>How long the report is.</summary>
    public int Length { get; }

    /// <summary>True when lines of the report quote another text.</summary>
    public bool HasQuotes { get; }

    /// <summary>The lines in one, white space folded, case kept; a line feed where a paragraph ends, else a space behind each line.</summary>
    public ReadOnlySpan<char> Words => _units.AsSpan(0, Length);

    /// <summary><see cref="Words"/> folded, position for position; the ends of paragraphs are spaces.</summary>
    public ReadOnlySpan<char> Folded => _units.AsSpan(_room, Length);

    /// <summary>The same with the separator before the returned message, which is a mark of the program too.</summary>
    public ReadOnlySpan<char> FoldedToOriginal => _units.AsSpan(_room, _whole);

    /// <summary><see cref="Words"/> with the separator.</summary>
    public ReadOnlySpan<char> WordsToOriginal => _units.AsSpan(0, _whole);

    /// <summary>Gives the room of the words back: nobody may look at them any longer.</summary>
    public void Dispose() => ArrayPool<char>.Shared.Return(_units);

    public int StartOf(int line) => _starts[Math.Clamp(line, 0, _starts.Length - 1)];

    /// <summary>The line that the position is in.</summary>
    public int LineAt(int position)
    {
        var found = Array.BinarySearch(_starts, position);
        if (found < 0) return ~found - 1;
        // A line that takes no room shares its start with the next.
        while (found + 1 < _starts.Length - 1 && _starts[found + 1] == position) found++;
        return found;
    }

    // "> quoted", but not "> a@b" in a list nor ">>> RCPT TO".
    private static bool IsQuoted(ReadOnlySpan<char> words) =>
        words is ['>', ..] && (words is ['>', ' ', ..] && !words[1..].Contains('@') || words is ['>', not ('>' or ' '), ..]);

    private static bool IsClosed(ReadOnlySpan<char> words) => !words.ContainsAny(Unfolded) && words.IndexOf("  ") < 0;

    private void EndParagraph()
    {
        if (_whole > 0) _units[_whole - 1] = '\n';
    }

    private void Append(ReadOnlySpan<char> line)
    {
        line.CopyTo(_units.AsSpan(_whole));
        _whole += line.Length;
        _units[_whole++] = ' ';
    }

    private void AppendClosed(ReadOnlySpan<char> line)
    {
        var gap = false;
        foreach (var c in line)
        {
            if (c <= ' ' ? char.IsWhiteSpace(c) : c >= '\u0080' && char.IsWhiteSpace(c))
            {
                gap = true;
                continue;
            }

            if (gap) _units[_whole++] = ' ';
            gap = false;
            _units[_whole++] = c is '’' ? '\'' : c;
        }

        _units[_whole++] = ' ';
    }
}
