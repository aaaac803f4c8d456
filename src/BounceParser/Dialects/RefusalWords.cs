using System.Buffers;
using BounceParser.Catalogue;
using BounceParser.Smtp;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>Tells how much a paragraph says of why: a reply with its code, a labelled reason, words of refusal, nothing.</summary>
internal static class RefusalWords
{
    private const int MostOnStack = 1_024;

    // A paragraph that is longer says why at its start, or not at all.
    private const int LongestStart = 4_096;

    // What may stand behind a reply's codes that says nothing.
    private static readonly SearchValues<char> Wordless = SearchValues.Create(" \t\n.,;:!'\"()[]<>0123456789");

    /// <summary>The greatest weight.</summary>
    public const int Most = 3;

    /// <summary>3: a reply or a marked enhanced status code; 2: a labelled reason, a bare code; 1: words of refusal; 0: none of these.</summary>
    public static int Weight(ReadOnlySpan<char> words)
    {
        words = Start(words);
        if (words.IsWhiteSpace()) return 0;
        if (CodeWeight(words) is > 0 and var code) return code;
        var folded = FoldedText.Closed(words, words.Length <= MostOnStack ? stackalloc char[MostOnStack] : new char[words.Length]);
        return DeliveryWords.Why.IsIn(folded) ? 2 : DeliveryWords.Refused.IsIn(folded) ? 1 : 0;
    }

    /// <summary>The weight of the codes alone.</summary>
    public static int CodeWeight(ReadOnlySpan<char> words)
    {
        words = Start(words);
        return ReplyScanner.Find(words) is { Code: >= 400 } reply ? (words[reply.End..].IndexOfAnyExcept(Wordless) >= 0 ? 3 : 2) : StatusScanner.Find(words) is { Code.Class: >= 4, IsMarked: var isMarked } ? (isMarked ? 3 : 2) : 0;
    }

    /// <summary>True when the words hold a refusing reply or an enhanced status code.</summary>
    public static bool HasCode(ReadOnlySpan<char> words) =>
        ReplyScanner.Find(words) is { Code: >= 400 } || StatusScanner.Find(words) is { Code.Class: >= 4 };

    /// <summary>True when the words begin with a reply's code.</summary>
    public static bool IsReply(ReadOnlySpan<char> words)
    {
        words = words.TrimStart("<> \t");
        return words.Length > 3 && ReplyScanner.At(words, 0) is not null;
    }

    private static ReadOnlySpan<char> Start(ReadOnlySpan<char> words) => words[..Math.Min(words.Length, LongestStart)];
}
