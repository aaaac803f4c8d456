using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>A line of a report that holds an address, and what a layout of reports asks of it.</summary>
internal readonly ref struct ReportLine
{
    private readonly Func<string, bool> _isOwn;
    private readonly int _start, _end, _label;

    public ReportLine(TextLines report, ReportSentences sentences, int number, Func<string, bool> isOwn)
    {
        (Report, Sentences, Number, _isOwn) = (report, sentences, number, isOwn);
        var words = report.Trimmed(number);
        List = AddressList.In(words);
        Words = List.Before.Count == 0 ? words : string.Concat(words[..List.Start], words[List.Last..List.End]);
        HasAddress = AddressLine.Find(Words, out _start, out _end);
        var colon = HasAddress ? Words[.._start].IndexOfAny(':', '：', '=') : -1;
        if (colon > 0) (_label, Meaning) = (colon, RecipientLabels.Of(Words[..colon]));
    }

    public TextLines Report { get; }

    public ReportSentences Sentences { get; }

    /// <summary>Which line of the report it is.</summary>
    public int Number { get; }

    /// <summary>The addresses that follow each other in it.</summary>
    public AddressList List { get; }

    /// <summary>The line, trimmed; of a <see cref="List"/> only the last address.</summary>
    public ReadOnlySpan<char> Words { get; }

    /// <summary>False when the sign in the line is no address's.</summary>
    public bool HasAddress { get; }

    /// <summary>The first address.</summary>
    public ReadOnlySpan<char> Address => Words[_start.._end];

    /// <summary>What stands before <see cref="Address"/>.</summary>
    public ReadOnlySpan<char> Before => Words[.._start];

    /// <summary>What stands behind <see cref="Address"/>.</summary>
    public ReadOnlySpan<char> After => Words[_end..];

    /// <summary>The words before a colon or an equals sign that stands before <see cref="Address"/>; empty for none.</summary>
    public ReadOnlySpan<char> Label => Words[.._label];

    /// <summary>What stands between <see cref="Label"/> and <see cref="Address"/>.</summary>
    public ReadOnlySpan<char> BehindLabel => Words[(_label + 1).._start];

    /// <summary>What <see cref="Label"/> makes of the address.</summary>
    public RecipientLabels.Meaning Meaning { get; }

    /// <summary>The next line.</summary>
    public ReadOnlySpan<char> Below => Report.Trimmed(Number + 1);

    /// <summary>True for an address of the report's reader.</summary>
    public bool IsOwn(string address) => _isOwn(address);

    /// <summary><see cref="Address"/> as one of a list.</summary>
    public RecipientPlace Listed(string said) => Listed(Address.ToString(), said);

    public RecipientPlace Listed(string address, string said) => new(address, Number, said, PlaceStanding.Listed);

    /// <summary><see cref="Address"/> as one of a list; null for an address of the report's reader.</summary>
    public RecipientPlace? ListedOther(string said) => Listed(said) is var place && !IsOwn(place.Address) ? place : null;
}
