using BounceParser.Evidence;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>What every dialect does with a text that was cut out of a bounce.</summary>
internal static class Fragment
{
    /// <summary>The whole text as the words about one recipient whom it does not name; nothing for the text of a whole message, which would name somebody.</summary>
    public static IReadOnlyList<RecipientEvidence> Whole(BounceText text, TextLines report)
    {
        if (text.Mail is not null) return [];
        var words = text.Words;
        return words.Length == 0 ? [] : [new RecipientEvidence { DiagnosticText = words }];
    }

    /// <summary>The first <c>&lt;address&gt;:</c> anywhere in a text whose line ends were lost, and what follows it; null when there is none or a reply says it.</summary>
    public static (string Address, string Said)? Inline(string words)
    {
        var end = words.IndexOf(">:", StringComparison.Ordinal);
        var start = end < 0 ? -1 : words.LastIndexOf('<', end);
        if (start < 0 || (start > 0 && !char.IsWhiteSpace(words[start - 1]))) return null;
        // "550 5.1.1 <a@b>: Recipient address rejected" are the words of the other server.
        var before = words.AsSpan(0, start).TrimEnd();
        if (before.EndsWith("said:", StringComparison.OrdinalIgnoreCase) || (before.Length > 0 && char.IsAsciiDigit(before[^1]))) return null;
        return AddressLine.Leading(words.AsSpan(start), out _) is { } address && address.Contains('@') ? (address, words[(end + 2)..].Trim()) : null;
    }

    /// <summary>The alias that led to an address, as Exim and Postfix write it right behind it: "(generated from a@b)"; null when none is told.</summary>
    public static string? AliasAt(ReadOnlySpan<char> words) =>
        StartsWith(words, "(generated from", "(ultimately generated from", "(expanded from") ? AddressLine.First(words) : null;

    /// <summary>True when any of the phrases stands in the words, in any case.</summary>
    public static bool Says(ReadOnlySpan<char> words, params ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
            if (Caseless.Contains(words, phrase)) return true;
        return false;
    }

    /// <summary>True when any of the phrases stands in folded words.</summary>
    public static bool Holds(ReadOnlySpan<char> folded, params ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
            if (folded.IndexOf(phrase) >= 0) return true;
        return false;
    }

    /// <summary>True when the words begin with any of the phrases, in any case.</summary>
    public static bool StartsWith(ReadOnlySpan<char> words, params ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
            if (words.StartsWith(phrase, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>The words up to the first of several phrases, in any case.</summary>
    public static ReadOnlySpan<char> UpTo(ReadOnlySpan<char> words, params ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
            if (Caseless.IndexOf(words, phrase) is >= 0 and var at) words = words[..at];
        return words;
    }
}
