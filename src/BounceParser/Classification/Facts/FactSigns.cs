using System.Buffers;

namespace BounceParser.Classification.Facts;

/// <summary>Which facts a text can hold at all: most refusals hold none, and this tells it in a few vectorised searches.</summary>
/// <param name="Digit">A digit behind the codes that the text starts with.</param>
/// <param name="Number">A number that stands by itself there.</param>
/// <param name="Code">The code of a provider that has no digit.</param>
/// <param name="Url">A page.</param>
/// <param name="Move">Words that announce a new address.</param>
internal readonly record struct FactSigns(bool Digit, bool Number, bool Code, bool Url, bool Move)
{
    private const int LongestCodes = 12;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");
    private static readonly SearchValues<char> InCodes = SearchValues.Create("0123456789.- #(");
    private static readonly SearchValues<char> BeforeNumber = SearchValues.Create(" (:=[<\n'\"~≈");
    private static readonly SearchValues<string> Codes = SearchValues.Create(ProviderCodeFact.WithoutDigit, StringComparison.Ordinal);

    // Pieces of AddressFacts.Moves, few and ASCII: each text is searched for them, whatever its case, before it is put into lower case.
    private static readonly SearchValues<string> MoveSigns = SearchValues.Create(
        ["moved to", "new ", "changed ", "forwarding", "reached at", "reach me", "is now", "nouvelle", "sormais", "neue ", "nuev", "nuov", "novo ", "nieuw"], StringComparison.OrdinalIgnoreCase);

    public bool Any => Digit || Number || Code || Url || Move;

    /// <param name="text">The text.</param>
    /// <param name="ofServer">False for what the reporting program says: codes and pages in it are its own.</param>
    public static FactSigns Of(ReadOnlySpan<char> text, bool ofServer)
    {
        // Not further than codes reach: "421 4.7.0 192.0.2.7 Too many messages".
        text = text[Math.Clamp(text.IndexOfAnyExcept(InCodes), 0, Math.Min(LongestCodes, text.Length))..];
        var number = HasNumber(text, out var digit);
        var move = text.Contains('@') && text.ContainsAny(MoveSigns);
        if (!ofServer) return new FactSigns(Digit: false, number, Code: false, Url: false, move);
        var url = text.IndexOf("://") >= 0 || text.IndexOf("www.", StringComparison.Ordinal) >= 0;
        return new FactSigns(digit, number, text.ContainsAny(Codes), url, move);
    }

    private static bool HasNumber(ReadOnlySpan<char> text, out bool digit)
    {
        digit = false;
        for (var at = 0; text[at..].IndexOfAny(Digits) is >= 0 and var hit;)
        {
            at += hit;
            // "(#5.1.1)", the code of qmail and its kin.
            var isCode = at > 0 && text[at - 1] == '#';
            digit |= !isCode;
            if (at > 0 && BeforeNumber.Contains(text[at - 1])) return true;
            if (text[at..].IndexOfAnyExcept(isCode ? InCodes : Digits) is not (> 0 and var end)) return false;
            at += end;
        }

        return false;
    }
}
