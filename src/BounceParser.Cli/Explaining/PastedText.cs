namespace BounceParser.Cli.Explaining;

/// <summary>Whether an argument that names no file is a text, not a file that is missing.</summary>
internal static class PastedText
{
    private static readonly string[] Endings = [".eml", ".msg", ".mbox", ".txt", ".gz"];

    /// <summary>What holds white space is text; so is JSON. One line that ends as a file does is its name.</summary>
    public static bool Is(string input) => input is ['{' or '[', ..] || (input.Any(char.IsWhiteSpace) && !IsName(input));

    // "552 attachment refused: photo.msg" and "see https://dest.example/policy.txt" are a server's words.
    private static bool IsName(string input) => Endings.Any(ending => input.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
        && !input.Contains('\n', StringComparison.Ordinal) && !input.Contains("://", StringComparison.Ordinal) && input is not [>= '2' and <= '5', >= '0' and <= '9', >= '0' and <= '9', ' ' or '-', ..];
}
