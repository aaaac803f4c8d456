using System.Runtime.CompilerServices;

namespace BounceParser.Mime;

/// <summary>The name of a header, and what finds it among those that a mail bears: see <see cref="HeaderBlock"/>.</summary>
internal readonly struct HeaderName
{
    private const uint Mix = 0x9E3779B1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public HeaderName(string text) => (Text, Key) = (text, text.Length == 0 ? char.MaxValue : KeyOf(text.Length, text[0], text[^1]));

    public string Text { get; }

    public char Key { get; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator HeaderName(string text) => new(text);

    /// <summary>The name's length, first and last letter, mixed: few names of one mail share it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static char KeyOf(int length, int first, int last) => (char)((length << 10) ^ ((first | 0x20) << 5) ^ (last | 0x20));

    /// <summary>The bit of a key: most headers that are asked for are missing, and so are their bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong BitOf(char key) => 1UL << (int)((key * Mix) >> 26);
}
