using BounceParser.Mime;
using BounceParser.Text;

namespace BounceParser.Recognition;

/// <summary>A mail as the marks of kinds see it: its headers and the beginning of its text, folded, each made once.</summary>
internal sealed class KindView(BounceMessage mail)
{
    /// <summary>The field that stands for the text.</summary>
    public const string Text = "text";

    private const int Opening = 1_000;

    // A handful: most headers that the marks look at are not there.
    private readonly List<(string Field, string? Folded)> _folded = new(4);

    /// <summary>The first header of that name, decoded and folded; null when there is none.</summary>
    public string? Folded(string field)
    {
        if (field != Text && !mail.HasHeader(field)) return null;
        foreach (var (known, value) in _folded)
            if (known == field) return value;
        var folded = field == Text ? FoldedText.Closed(mail.Text.AsSpan(0, Math.Min(Opening, mail.Text.Length))) : mail.DecodedHeader(field) is { } words ? FoldedText.Closed(words) : null;
        _folded.Add((field, folded));
        return folded;
    }
}
