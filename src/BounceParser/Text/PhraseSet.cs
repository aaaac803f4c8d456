using System.Buffers;

namespace BounceParser.Text;

/// <summary>Phrases of all languages that mean one thing. They are folded as texts are: see <see cref="FoldedText.Closed"/>.</summary>
internal sealed class PhraseSet
{
    private const int KeyLength = 2;

    private readonly string[] _folded;
    private readonly PhraseTable _phrases;
    private readonly Dictionary<string, string[]> _byStart;
    private readonly Dictionary<char, string[]> _byEnd;

    public PhraseSet(IEnumerable<string> phrases)
    {
        string[] folded = _folded = [.. phrases.Distinct()];
        _phrases = new PhraseTable(folded, atWords: true);
        _byStart = folded.GroupBy(phrase => phrase[..Math.Min(KeyLength, phrase.Length)]).ToDictionary(alike => alike.Key, alike => alike.ToArray(), StringComparer.Ordinal);
        _byEnd = folded.GroupBy(phrase => phrase[^1]).ToDictionary(alike => alike.Key, alike => alike.ToArray());
    }

    public IReadOnlyList<string> Phrases => _folded;

    /// <summary>Where the first phrase stands in folded text; -1 for none. A phrase that begins with a letter begins a word.</summary>
    public int IndexIn(ReadOnlySpan<char> folded) => _phrases.IndexIn(folded);

    public bool IsIn(ReadOnlySpan<char> folded) => IndexIn(folded) >= 0;

    /// <summary>True when the words, folded or not, begin with one of the phrases.</summary>
    public bool Begins(ReadOnlySpan<char> words)
    {
        if (words.IsEmpty) return false;
        Span<char> key = [FoldedText.Letter(words[0]), words.Length > 1 ? FoldedText.Letter(words[1]) : ' '];
        return Begins(words, key) || Begins(words, key[..1]);
    }

    /// <summary>True when one of the phrases ends the folded words, and begins a word.</summary>
    public bool Ends(ReadOnlySpan<char> folded)
    {
        if (folded.IsEmpty || !_byEnd.TryGetValue(folded[^1], out var alike)) return false;
        foreach (var phrase in alike)
            if (folded.EndsWith(phrase, StringComparison.Ordinal) && PhraseTable.BeginsWord(folded, folded.Length - phrase.Length)) return true;
        return false;
    }

    // A phrase of one letter is all key.
    private bool Begins(ReadOnlySpan<char> words, ReadOnlySpan<char> key)
    {
        if (!_byStart.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var alike)) return false;
        foreach (var phrase in alike)
            if (Begins(words, phrase)) return true;
        return false;
    }

    private static bool Begins(ReadOnlySpan<char> words, string phrase)
    {
        if (words.Length < phrase.Length) return false;
        for (var at = 0; at < phrase.Length; at++)
            if (FoldedText.Letter(words[at]) != phrase[at]) return false;
        return true;
    }
}
