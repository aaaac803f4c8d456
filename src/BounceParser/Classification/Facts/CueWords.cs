using System.Buffers;
using System.Text;

namespace BounceParser.Classification.Facts;

/// <summary>Words of which one must stand in a text, in lower case, before a closer look is worth its time.</summary>
/// <remarks>The framework's search is vectorised only where every word is ASCII: the others are looked for where a text holds a unit beyond it.</remarks>
internal sealed class CueWords(params string[] words)
{
    private readonly SearchValues<string> _plain = SearchValues.Create([.. words.Where(word => Ascii.IsValid(word))], StringComparison.Ordinal);
    private readonly SearchValues<string> _foreign = SearchValues.Create([.. words.Where(word => !Ascii.IsValid(word))], StringComparison.Ordinal);

    public bool AreIn(ReadOnlySpan<char> lower) => lower.ContainsAny(_plain) || (!Ascii.IsValid(lower) && lower.ContainsAny(_foreign));
}
