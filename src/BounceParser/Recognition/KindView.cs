using BounceParser.Mime;
using BounceParser.Text;

namespace BounceParser.Recognition;

/// <summary>A mail as the marks of kinds see it: its headers and the beginning of its text, folded, each made once.</summary>
internal sealed class KindView(BounceMessage mail)
{
    /// <summary>The field that stands for the text.</summary>
    public const string Text = "text";

    private const int Opening = 1_000;

    private readonly Dictionary<string, string?> _folded = new(StringComparer.Ordinal);

    /// <summary>The first header of that name, decoded and folded; null when there is none.</summary>
    public string? Folded(string field)
    {
        if (_folded.TryGetValue(field, out var known)) return known;
        return _folded[field] = field == Text ? FoldedText.Closed(mail.Text.AsSpan(0, Math.Min(Opening, mail.Text.Length))) : mail.DecodedHeader(field) is { } value ? FoldedText.Closed(value) : null;
    }
}
