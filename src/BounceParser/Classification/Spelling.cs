using System.Buffers;
using System.Text;
using BounceParser.Catalogue;

namespace BounceParser.Classification;

/// <summary>A text with the misspellings of <c>Misspellings.txt</c> put right, and where in the original each place of it stands. Linear in the text.</summary>
internal sealed class Spelling
{
    // Of a misspelling.
    private const int MostWords = 4;

    private static readonly Lazy<Dictionary<string, string>> Right = new(() =>
        CatalogueFile.Open("Misspellings.txt").Phrases().ToDictionary(entry => entry.Phrase, entry => entry.Idea, StringComparer.OrdinalIgnoreCase));

    private static readonly Lazy<SearchValues<string>> Wrong = new(() => SearchValues.Create([.. Right.Value.Keys], StringComparison.OrdinalIgnoreCase));

    private readonly List<(Range Wrong, Range Right)> _corrections;

    private Spelling(string text, List<(Range Wrong, Range Right)> corrections) => (Text, _corrections) = (text, corrections);

    /// <summary>The text put right.</summary>
    public string Text { get; }

    /// <summary>The text put right; null when nothing in it is misspelled.</summary>
    public static Spelling? Of(ReadOnlySpan<char> text)
    {
        var corrections = new List<(Range, Range)>();
        StringBuilder? right = null;
        var copied = 0;
        for (var from = 0; text[from..].IndexOfAny(Wrong.Value) is >= 0 and var step;)
        {
            var at = from + step;
            from = at + 1;
            if (WordAt(text, at) is not { } word) continue;
            right ??= new StringBuilder();
            right.Append(text[copied..at]);
            var start = right.Length;
            right.Append(word.Right);
            from = copied = at + word.Length;
            corrections.Add((at..copied, start..right.Length));
        }

        return right is null ? null : new Spelling(right.Append(text[copied..]).ToString(), corrections);
    }

    /// <summary>The place in the original of words of <see cref="Text"/>.</summary>
    public (int Start, int Length) Original(int start, int length)
    {
        var from = Original(start, atEnd: false);
        return (from, Original(start + length, atEnd: true) - from);
    }

    // Of a place within a word put right, the word.
    private int Original(int place, bool atEnd)
    {
        var shift = 0;
        foreach (var (wrong, right) in _corrections)
        {
            if (place <= right.Start.Value) break;
            if (place < right.End.Value) return atEnd ? wrong.End.Value : wrong.Start.Value;
            shift = wrong.End.Value - right.End.Value;
        }

        return place + shift;
    }

    // The longest misspelling that stands there as whole words.
    private static (string Right, int Length)? WordAt(ReadOnlySpan<char> text, int at)
    {
        if (at > 0 && IsOfName(text[at - 1])) return null;
        (string, int)? longest = null;
        var known = Right.Value.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int words = 0, end = at; words < MostWords && end < text.Length; words++)
        {
            // From the second word on the space before it.
            end++;
            while (end < text.Length && IsOfName(text[end])) end++;
            if (known.TryGetValue(text[at..end].TrimEnd('.'), out var right)) longest = (right, text[at..end].TrimEnd('.').Length);
        }

        return longest;
    }

    private static bool IsOfName(char unit) => char.IsLetterOrDigit(unit) || unit is '@' or '.' or '-' or '_' or '/' or '\'';
}
