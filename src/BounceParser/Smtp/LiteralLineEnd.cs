namespace BounceParser.Smtp;

/// <summary>A line end of a reply as log files write it: two characters, <c>\n</c> or <c>\r</c>.</summary>
internal static class LiteralLineEnd
{
    /// <summary>True for text that ends with one.</summary>
    public static bool Ends(ReadOnlySpan<char> before) => before is [.., '\\', 'n' or 'r'];

    /// <summary>True for text that starts with one and the code of the next line.</summary>
    public static bool LeadsToCode(ReadOnlySpan<char> text) => text is ['\\', 'n', >= '2' and <= '5', >= '0' and <= '9', ..];
}
