namespace BounceParser.Classification;

/// <summary>A text that most questions never come to: made ready for rules by the first that does, once.</summary>
internal struct LateFinding(RuleIndex index, string text, int maxChars) : IDisposable
{
    private TextFinding? _made;

    public readonly bool IsEmpty => text.Length == 0;

    public TextFinding Made() => _made ??= new TextFinding(index, text.AsSpan(0, Math.Min(text.Length, maxChars)));

    public readonly void Dispose() => _made?.Dispose();
}
