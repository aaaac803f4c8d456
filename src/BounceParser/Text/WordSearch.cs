using System.Buffers;
using System.Text;

namespace BounceParser.Text;

/// <summary>Looks for the first of several words, wherever it stands. Immutable.</summary>
/// <remarks>The framework's search is vectorised only where every word is ASCII: the others are looked for where a text holds a unit beyond it.</remarks>
internal sealed class WordSearch(params string[] words)
{
    private readonly SearchValues<string> _plain = SearchValues.Create([.. words.Where(word => Ascii.IsValid(word))], StringComparison.Ordinal);
    private readonly SearchValues<string> _foreign = SearchValues.Create([.. words.Where(word => !Ascii.IsValid(word))], StringComparison.Ordinal);

    private readonly bool _hasForeign = Array.Exists(words, word => !Ascii.IsValid(word));

    public bool IsIn(ReadOnlySpan<char> text) => text.ContainsAny(_plain) || (MayHoldForeign(text) && text.ContainsAny(_foreign));

    /// <summary>Where a word stands first; -1 for none.</summary>
    public int IndexIn(ReadOnlySpan<char> text)
    {
        var plain = text.IndexOfAny(_plain);
        if (!MayHoldForeign(text)) return plain;
        var foreign = (plain < 0 ? text : text[..plain]).IndexOfAny(_foreign);
        return foreign < 0 ? plain : foreign;
    }

    private bool MayHoldForeign(ReadOnlySpan<char> text) => _hasForeign && !Ascii.IsValid(text);
}
