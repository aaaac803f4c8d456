using System.Buffers;

namespace BounceParser.Text;

/// <summary>Phrases that are looked for in their order, in any case; one pass tells that most texts hold none.</summary>
internal sealed class PhraseList(IEnumerable<string> phrases)
{
    private readonly string[] _phrases = [.. phrases];
    private readonly SearchValues<string> _any = SearchValues.Create([.. phrases], StringComparison.OrdinalIgnoreCase);

    public string this[int index] => _phrases[index];

    public int Count => _phrases.Length;

    public bool IsIn(ReadOnlySpan<char> text) => text.ContainsAny(_any);

    /// <summary>The index of the first phrase of the list that the text holds, wherever it stands; -1 for none.</summary>
    public int First(ReadOnlySpan<char> text)
    {
        if (!IsIn(text)) return -1;
        for (var index = 0; index < _phrases.Length; index++)
            if (Caseless.Contains(text, _phrases[index])) return index;
        return -1;
    }
}
