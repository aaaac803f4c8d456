using BounceParser.Text;

namespace BounceParser.Dsn;

/// <summary>One field of a report; its value is decoded when it is asked for.</summary>
/// <param name="name">Its name.</param>
/// <param name="value">Its value with folded lines joined by LF.</param>
/// <param name="room">Takes the value where that needs no string.</param>
/// <param name="afterBlank">Whether blank lines stand before it.</param>
internal readonly ref struct ReportField(FieldName name, ReadOnlySpan<byte> value, Span<char> room, bool afterBlank)
{
    public const int LongestValue = 64 * 1024;

    private readonly ReadOnlySpan<byte> _value = value;
    private readonly Span<char> _room = room;

    public FieldName Name { get; } = name;

    public bool AfterBlank { get; } = afterBlank;

    /// <summary>The value, until the next one is asked for.</summary>
    public ReadOnlySpan<char> Value => TextBytes.TryPlain(_value, _room, out var plain) ? plain : TextBytes.Decode(_value, LongestValue);
}
