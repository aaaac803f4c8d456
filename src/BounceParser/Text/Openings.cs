namespace BounceParser.Text;

/// <summary>Phrases that words may begin with: a look at the first letters nearly always tells that they begin with none.</summary>
internal sealed class Openings
{
    private const int Widest = 4;
    private const int Bits = 12;
    private const ulong Mix = 0x9E3779B97F4A7C15;

    private readonly bool[] _marks = new bool[1 << Bits];

    // In order, so that those with the same first letters stand together.
    private readonly string[] _phrases;

    // The first letters of each phrase, as many as the shortest has.
    private readonly ulong[] _keys;
    private readonly int _width = Widest;

    /// <param name="phrases">Folded, none empty.</param>
    public Openings(IEnumerable<string> phrases)
    {
        _phrases = [.. phrases];
        Array.Sort(_phrases, StringComparer.Ordinal);
        _keys = new ulong[_phrases.Length];
        foreach (var phrase in _phrases) _width = Math.Min(_width, phrase.Length);
        for (var number = 0; number < _keys.Length; number++)
        {
            _keys[number] = Key(_phrases[number]);
            _marks[Slot(_keys[number])] = true;
        }
    }

    /// <summary>True when the words, folded or not, begin with one of the phrases.</summary>
    public bool Begin(ReadOnlySpan<char> words)
    {
        if (words.Length < _width) return false;
        var key = Key(words);
        return _marks[Slot(key)] && Begin(words, key);
    }

    private bool Begin(ReadOnlySpan<char> words, ulong key)
    {
        var number = _keys.AsSpan().IndexOf(key);
        if (number < 0) return false;
        for (; number < _keys.Length && _keys[number] == key; number++)
            if (Begins(words, _phrases[number])) return true;
        return false;
    }

    private bool Begins(ReadOnlySpan<char> words, string phrase)
    {
        if (words.Length < phrase.Length) return false;
        for (var at = _width; at < phrase.Length; at++)
            if (FoldedText.Letter(words[at]) != phrase[at]) return false;
        return true;
    }

    private ulong Key(ReadOnlySpan<char> words)
    {
        ulong key = 0;
        foreach (var unit in words[.._width]) key = (key << 16) | FoldedText.Letter(unit);
        return key;
    }

    private static int Slot(ulong key) => (int)((key * Mix) >> (64 - Bits));
}
