using System.Buffers;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>A report folded into running text, so that a sentence is found however it was wrapped; every line knows its place in it.</summary>
internal sealed class ReportSentences
{
    private const int LongestSentence = 400;
    private const int LongestVerb = 24;

    // Most lines hold none of these: white space other than the space, and the apostrophe that is made plain.
    private static readonly SearchValues<char> Unfolded = SearchValues.Create(
        "’\t\n\v\f\r\u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000");

    private static readonly SearchValues<char> Ends = SearchValues.Create("\n.!?。！？");

    private readonly int[] _starts;
    private readonly Statements _statements;
    private readonly List<int> _failures;
    private readonly bool _isOfGoods;
    private bool? _hasCode;

    public ReportSentences(TextLines report)
    {
        // A line gives at most its own length and a space.
        var words = ArrayPool<char>.Shared.Rent(report.End + report.Count + 1);
        var length = 0;
        _starts = new int[report.Count + 1];
        for (var line = 0; line < report.Count; line++)
        {
            _starts[line] = length;
            // What somebody quotes is not what this text says; a paragraph ends like a sentence.
            if (report.IsBlank(line) || IsQuoted(report.Trimmed(line))) words[length++] = '\n';
            else length = Append(words, length, report.Trimmed(line));
        }

        _starts[^1] = length;
        Words = new string(words, 0, length);
        ArrayPool<char>.Shared.Return(words);
        Folded = FoldedOf(Words);
        _statements = new Statements(Folded);
        _isOfGoods = IsOfGoods();
        _failures = [.. _statements.Places(Idea.Failed).Where(IsStatement)];
        var mails = Says(Idea.Mail);
        IsDelayed = mails && _statements.Places(Idea.Late).Any(IsStatement);
        IsFinal = Says(Idea.Final);
        IsExpired = mails && Says(Idea.Expired);
        IsSuccess = mails && Says(Idea.Arrived);
        TalkedTo = Fragment.HostAfter(Words, "while talking to ");
    }

    /// <summary>The lines in one, white space folded, case kept; a line feed where a paragraph ends.</summary>
    public string Words { get; }

    /// <summary><see cref="Words"/> folded, position for position.</summary>
    public string Folded { get; }

    /// <summary>True when the text holds a refusing reply or an enhanced status code.</summary>
    public bool HasCode => _hasCode ??= RefusalWords.HasCode(Words);

    public bool IsFailure => _failures.Count > 0;
    public bool IsDelayed { get; }
    public bool IsFinal { get; }
    public bool IsExpired { get; }
    public bool IsSuccess { get; }

    /// <summary>The host that the text says it was talking to; null when it says none.</summary>
    public string? TalkedTo { get; }

    /// <summary>True when the text states that a mail failed or is late.</summary>
    public bool TellsOfDelivery => (IsFailure || IsDelayed || IsSuccess) && Says(Idea.Mail);

    /// <summary>True when one sentence states that the very mail the report is about failed or is late, in so many words.</summary>
    public bool TellsOfOwnMessage()
    {
        if (!Says(Idea.Own)) return false;
        foreach (var failure in _failures)
        {
            var (start, end) = Sentence(failure);
            if (Says(Idea.Own, start, end)) return true;
        }

        return IsDelayed;
    }

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

    /// <summary>True when a statement of failure lies between the two positions.</summary>
    public bool FailsWithin(int start, int end)
    {
        var at = _failures.BinarySearch(start);
        if (at < 0) at = ~at;
        return at < _failures.Count && _failures[at] < end;
    }

    /// <summary>The sentence around the position; at most 400 characters to either side.</summary>
    public (int Start, int End) Sentence(int position)
    {
        var lowest = Math.Max(0, position - LongestSentence);
        var start = position;
        while (start > lowest)
        {
            start = lowest + Words.AsSpan(lowest, start - lowest).LastIndexOfAny(Ends) + 1;
            if (start == lowest || EndsSentence(start - 1)) break;
            start--;
        }

        var highest = Math.Min(Folded.Length, position + LongestSentence);
        var end = position;
        while (end < highest && Words.AsSpan(end, highest - end).IndexOfAny(Ends) is var step)
        {
            end = step < 0 ? highest : end + step;
            if (end == highest || EndsSentence(end)) break;
            end++;
        }

        return (start, end);
    }

    public bool Says(Idea idea) => _statements.Hold(idea);

    /// <summary>True when words of the idea stand between the two positions.</summary>
    public bool Says(Idea idea, int start, int end) => _statements.Hold(idea, start, end);

    /// <summary>Where they stand first there; -1 when they do not.</summary>
    public int First(Idea idea, int start, int end) => _statements.First(idea, start, end);

    private bool EndsSentence(int at) => Words[at] switch
    {
        '\n' or '。' or '！' or '？' => true,
        '.' or '!' or '?' => at + 1 >= Folded.Length || Folded[at + 1] is ' ' or '\n',
        _ => false,
    };

    // Words in a statement, not in a condition, a question or a subject.
    private bool IsStatement(int at)
    {
        var (start, end) = Sentence(at);
        if (end < Folded.Length && Folded[end] is '?' or '？') return false;
        var before = Folded.AsSpan(start, at - start);
        if (before.TrimStart().StartsWith("subject:", StringComparison.Ordinal) && before.IndexOf(" to:") < 0 && LineAt(start) == LineAt(at)) return false;
        if (_isOfGoods && !Says(Idea.Own, start, end)) return false;
        return !Says(Idea.ForReader, start, end) && !Says(Idea.Person, start, end) && !Says(Idea.CaseBehind, at, Math.Min(end, at + LongestVerb)) && !DeliveryWords.Conditions.IsIn(before) && !OpensWithCondition(before);
    }

    // A text that says of a parcel what reports say of a mail means the parcel, unless it names the mail.
    private bool IsOfGoods()
    {
        if (!Says(Idea.Goods)) return false;
        foreach (var at in _statements.Places(Idea.Failed))
        {
            var (start, end) = Sentence(at);
            if (Says(Idea.Goods, start, end) && !Says(Idea.Own, start, end)) return true;
        }

        return false;
    }

    // "si", "se", "om": elsewhere in a sentence they mean something else.
    private static bool OpensWithCondition(ReadOnlySpan<char> before)
    {
        for (var clause = before.TrimStart(); ; clause = clause[(clause.IndexOf(',') + 1)..].TrimStart())
        {
            if (DeliveryWords.OpeningConditions.Begins(clause)) return true;
            if (clause.IndexOf(',') < 0) return false;
        }
    }

    // Position for position; the ends of paragraphs stay.
    private static string FoldedOf(string words) => string.Create(words.Length, words, static (folded, words) =>
    {
        for (var at = 0; at < words.Length; at++)
        {
            var length = words.AsSpan(at).IndexOf('\n') is >= 0 and var end ? end : words.Length - at;
            FoldedText.Fold(words.AsSpan(at, length), folded[at..]);
            at += length;
            if (at < words.Length) folded[at] = '\n';
        }
    });

    // "> quoted", but not "> a@b" in a list nor ">>> RCPT TO".
    private static bool IsQuoted(ReadOnlySpan<char> words) =>
        words is ['>', ' ', ..] && !words[1..].Contains('@') || words is ['>', not ('>' or ' '), ..];

    // White space folded, a space behind; the new length.
    private static int Append(char[] words, int length, ReadOnlySpan<char> line)
    {
        if (!line.ContainsAny(Unfolded) && line.IndexOf("  ") < 0)
        {
            line.CopyTo(words.AsSpan(length));
            length += line.Length;
            words[length++] = ' ';
            return length;
        }

        var gap = false;
        foreach (var c in line)
        {
            if (c <= ' ' ? char.IsWhiteSpace(c) : c >= '\u0080' && char.IsWhiteSpace(c))
            {
                gap = true;
                continue;
            }

            if (gap) words[length++] = ' ';
            gap = false;
            words[length++] = c is '’' ? '\'' : c;
        }

        words[length++] = ' ';
        return length;
    }
}
