using System.Text;

namespace BounceParser.Text;

/// <summary>Lower case at equal length: the framework's own is slow where globalization is invariant, and most texts are ASCII.</summary>
internal static class LowerCase
{
    /// <param name="text">The text.</param>
    /// <param name="low">At least as long.</param>
    public static void Write(ReadOnlySpan<char> text, Span<char> low)
    {
        Ascii.ToLower(text, low, out var ascii);
        if (ascii < text.Length) text[ascii..].ToLowerInvariant(low[ascii..]);
    }
}
