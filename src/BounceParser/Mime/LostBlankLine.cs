namespace BounceParser.Mime;

/// <summary>A mail whose headers were copied without the blank line behind them, as mail programs show them above the text: its text begins where the headers end.</summary>
internal static class LostBlankLine
{
    /// <summary>The mail with a blank line above its text; null when nothing tells that one is missing.</summary>
    public static ReadOnlyMemory<byte>? Restored(ReadOnlyMemory<byte> mail, HeaderBlock headers)
    {
        if (headers.TextStart is not { } start) return null;
        return (byte[])[.. mail.Span[..start], (byte)'\n', .. mail.Span[start..]];
    }
}
