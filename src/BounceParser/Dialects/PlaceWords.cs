using BounceParser.Catalogue;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>What stands on one line with an address that a report lists.</summary>
internal static class PlaceWords
{
    /// <summary>What may stand before an address in a list.</summary>
    public const string Bullets = "-*•·>|#– \t ";

    private const int LongestTime = 60;
    private const int ShortestStamp = 10;

    // A month, and AM or PM.
    private const int MostLettersOfStamp = 12;

    /// <summary>The address that the words begin with; null when they begin with none.</summary>
    public static string? AddressAt(ReadOnlySpan<char> words, out ReadOnlySpan<char> rest) =>
        AddressLine.Leading(words, out rest) is { } address && address.Contains('@') && !address.AsSpan().ContainsAny(" \t<") ? address : null;

    /// <summary>True for what may follow an address that a list names, and not one in the middle of a sentence.</summary>
    public static bool Fits(ReadOnlySpan<char> rest, string said)
    {
        if (rest.IsWhiteSpace() || said.Length == 0) return true;
        if (rest[0] is ':' or ';' or '(' or '[' or '{' or '=' or '|' or '\t' or '–' or '—' || rest.StartsWith("...") || rest.StartsWith("  ") || rest.StartsWith(" - ") || rest.StartsWith(" -- ") || rest.StartsWith(" (") || rest.StartsWith(" [")) return true;
        if (rest.StartsWith(" on ", StringComparison.OrdinalIgnoreCase) || rest.StartsWith(" : ") || rest.StartsWith(" –") || rest.StartsWith(" ... ") || rest.StartsWith(" =")) return true;
        return RefusalWords.Weight(said) > 0 || DeliveryWords.Failed.IsIn(FoldedText.Closed(said));
    }

    /// <summary>What follows without the address once more: "a@b (a@b)&lt;mailto:a@b&gt;", "&lt;a@b&gt; a@b".</summary>
    public static ReadOnlySpan<char> WithoutRepetition(ReadOnlySpan<char> rest, ReadOnlySpan<char> address)
    {
        if (rest.Trim().Equals(address, StringComparison.OrdinalIgnoreCase)) return default;
        for (var i = 0; i < 3; i++)
        {
            var next = rest.TrimStart();
            if (next is not ['<' or '(' or '[', ..] || AddressLine.First(next, out _, out var end) is not { } again || !address.Equals(again, StringComparison.OrdinalIgnoreCase)) break;
            if (end >= next.Length || next[end] is not ('>' or ')' or ']') || next[..end].IndexOf(' ') >= 0) break;
            rest = next[(end + 1)..];
        }

        return rest;
    }

    /// <summary>What the rest of the line says of the recipient; empty when it says nothing.</summary>
    public static string Said(ReadOnlySpan<char> rest, ReadOnlySpan<char> address)
    {
        var said = WithoutHost(WithoutRepetition(rest, address).TrimStart(" \t:;,>]|=–—…\"'").TrimStart("-. ").TrimEnd());
        if (IsWhen(said) || IsStamp(said) || IsOutcome(said)) return "";
        return said.Trim("()[]|>.,; \t").IsEmpty ? "" : said.ToString();
    }

    // "a@b -- failed.", and below it why.
    private static bool IsOutcome(ReadOnlySpan<char> said)
    {
        foreach (var outcome in (ReadOnlySpan<string>)["failed", "bounced", "not delivered", "undelivered"])
            if (said.TrimEnd('.').Equals(outcome, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    // "a@b: [192.0.2.5], connection refused": who was asked.
    private static ReadOnlySpan<char> WithoutHost(ReadOnlySpan<char> said) =>
        said is ['[', >= '0' and <= '9', ..] && said.IndexOf("], ") is > 0 and var end ? said[(end + 3)..] : said;

    // "a@b on Thu, 29 Apr 2010", "a@b am Di, 16 Jan 2001 15:40:08": when it was tried.
    private static bool IsWhen(ReadOnlySpan<char> said) =>
        said.Length < LongestTime && said.IndexOf(' ') is > 0 and <= 3 && char.IsLetter(said[0]) && !RefusalWords.HasCode(said)
        && (said.StartsWith("on ", StringComparison.OrdinalIgnoreCase) || (said.IndexOf(':') is > 0 and var colon && char.IsAsciiDigit(said[colon - 1]) && RefusalWords.Weight(said) == 0));

    // "a@b, 2008-07-22 오후 4:10": the same without a word before it.
    private static bool IsStamp(ReadOnlySpan<char> said)
    {
        if (said.Length is < ShortestStamp or > LongestTime || !char.IsAsciiDigit(said[0]) || said.IndexOf(':') is not (> 0 and var colon) || !char.IsAsciiDigit(said[colon - 1])) return false;
        var letters = 0;
        foreach (var unit in said)
            if (char.IsLetter(unit)) letters++;
            else if (!char.IsAsciiDigit(unit) && unit is not (' ' or ':' or '-' or '/' or '.' or ',')) return false;
        return letters <= MostLettersOfStamp && RefusalWords.Weight(said) == 0;
    }
}
