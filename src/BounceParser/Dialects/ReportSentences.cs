using System.Buffers;
using BounceParser.Catalogue;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>A report folded into running text, so that a sentence is found however it was wrapped; every line knows its place in it.</summary>
internal sealed class ReportSentences
{
    private const int LongestSentence = 400;
    private const int LongestVerb = 24;
    private const int LongestCondition = 24;
    private const int MostAbove = 2;

    private static readonly SearchValues<char> Ends = SearchValues.Create("\n.!?:。！？");

    private readonly RunningText _text;
    private readonly Statements _statements;
    private readonly int[] _failures;
    private readonly bool _isOfGoods;
    private bool? _hasCode;

    // Where no word of a condition stands.
    private (int Start, int End) _plain;

    public ReportSentences(RunningText text)
    {
        _text = text;
        _statements = new Statements(Words, Folded);
        _isOfGoods = IsOfGoods();
        _failures = Failures();
        var mails = Says(Idea.Mail);
        IsDelayed = mails && States(Idea.Late);
        IsFinal = Says(Idea.Final);
        IsExpired = mails && Says(Idea.Expired);
        IsSuccess = mails && Says(Idea.Arrived);
        TalkedTo = HostName.After(Words, Folded, "while talking to ");
    }

    /// <summary>The lines in one, white space folded, case kept; a line feed where a paragraph ends.</summary>
    public ReadOnlySpan<char> Words => _text.Words;

    /// <summary><see cref="Words"/> folded, position for position; the ends of paragraphs are spaces.</summary>
    public ReadOnlySpan<char> Folded => _text.Folded;

    /// <summary>True when lines that quote another text were left out.</summary>
    public bool HasQuotes => _text.HasQuotes;

    /// <summary>True when the text holds a refusing reply or an enhanced status code.</summary>
    public bool HasCode => _hasCode ??= RefusalWords.HasCode(Words);

    public bool IsFailure => _failures.Length > 0;
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
            if (Says(Idea.Own, WithAbove(start), end)) return true;
        }

        return IsDelayed;
    }

    public int StartOf(int line) => _text.StartOf(line);

    /// <summary>The line that the position is in.</summary>
    public int LineAt(int position) => _text.LineAt(position);

    /// <summary>True when a statement of failure lies between the two positions.</summary>
    public bool FailsWithin(int start, int end)
    {
        var at = Array.BinarySearch(_failures, start);
        if (at < 0) at = ~at;
        return at < _failures.Length && _failures[at] < end;
    }

    /// <summary>The sentence around the position; at most 400 characters to either side.</summary>
    public (int Start, int End) Sentence(int position)
    {
        var lowest = Math.Max(0, position - LongestSentence);
        var start = position;
        while (start > lowest)
        {
            start = lowest + Words[lowest..start].LastIndexOfAny(Ends) + 1;
            if (start == lowest || EndsSentence(start - 1)) break;
            start--;
        }

        var highest = Math.Min(Folded.Length, position + LongestSentence);
        var end = position;
        while (end < highest && Words[end..highest].IndexOfAny(Ends) is var step)
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

    // "A message you sent to", an address, "was not delivered": each a paragraph, and one sentence that goes on without a capital.
    private int WithAbove(int start)
    {
        for (var above = 0; above < MostAbove && start > 0 && Words[start - 1] == '\n' && char.IsLower(Words[start]); above++) start = Sentence(start - 1).Start;
        return start;
    }

    private bool EndsSentence(int at) => Words[at] switch
    {
        '\n' or '。' or '！' or '？' => true,
        '.' or '!' or '?' => at + 1 >= Folded.Length || Folded[at + 1] is ' ' or '\n',
        // "If I write to him I get this:" and what he gets below it.
        ':' => at + 2 == StartOf(LineAt(at) + 1),
        _ => false,
    };

    // Words in a statement, not in a condition, a question or a subject.
    private bool IsStatement(int at)
    {
        var (start, end) = Sentence(at);
        if (end < Folded.Length && Folded[end] is '?' or '？') return false;
        var before = Folded[start..at];
        if (before.TrimStart().StartsWith("subject:", StringComparison.Ordinal) && before.IndexOf(" to:") < 0 && LineAt(start) == LineAt(at)) return false;
        if (_isOfGoods && !Says(Idea.Own, start, end)) return false;
        return !Says(Idea.ForReader, start, end) && !Says(Idea.Person, start, end) && !Says(Idea.IfAfter, at, Math.Min(end, at + LongestVerb)) && !IsInCase(start, at) && !OpensWithCondition(before);
    }

    // "if it could not be delivered". What was gone through for the statement before is not gone through again: sentences may be long.
    private bool IsInCase(int start, int at)
    {
        var isKnown = start >= _plain.Start && start <= _plain.End;
        var from = isKnown ? start + Folded[start..Math.Max(start, Math.Min(at, _plain.End) - LongestCondition)].LastIndexOf(' ') + 1 : start;
        if (DeliveryWords.If.IsIn(Folded[from..at])) return true;
        _plain = (isKnown ? _plain.Start : start, at);
        return false;
    }

    // A text that says of a parcel what reports say of a mail means the parcel, unless it names the mail.
    private bool IsOfGoods()
    {
        if (!Says(Idea.Goods)) return false;
        for (var at = _statements.Next(Idea.Failed, 0); at >= 0; at = _statements.Next(Idea.Failed, at + 1))
        {
            var (start, end) = Sentence(at);
            if (Says(Idea.Goods, start, end) && !Says(Idea.Own, start, end)) return true;
        }

        return false;
    }

    private bool States(Idea idea)
    {
        for (var at = _statements.Next(idea, 0); at >= 0; at = _statements.Next(idea, at + 1))
            if (IsStatement(at)) return true;
        return false;
    }

    private int[] Failures()
    {
        if (!Says(Idea.Failed)) return [];
        var failures = new List<int>();
        for (var at = _statements.Next(Idea.Failed, 0); at >= 0; at = _statements.Next(Idea.Failed, at + 1))
            if (IsStatement(at)) failures.Add(at);
        return [.. failures];
    }

    // "si", "se", "om": elsewhere in a sentence they mean something else.
    private static bool OpensWithCondition(ReadOnlySpan<char> before)
    {
        for (var clause = before.TrimStart(); ; clause = clause[(clause.IndexOf(',') + 1)..].TrimStart())
        {
            if (DeliveryWords.IfFirst.Begins(clause)) return true;
            if (clause.IndexOf(',') < 0) return false;
        }
    }
}
