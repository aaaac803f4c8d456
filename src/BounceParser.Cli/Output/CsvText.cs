namespace BounceParser.Cli.Output;

/// <summary>Cells of CSV (RFC 4180) that no spreadsheet takes for a formula.</summary>
internal static class CsvText
{
    /// <summary>What the help says of it.</summary>
    public const string Guard = "in csv an apostrophe stands before what a spreadsheet would take for a formula, all else is exact";

    public static string Row(IEnumerable<object?> values) => string.Join(',', values.Select(Cell)) + "\r\n";

    public static string Cell(object? value)
    {
        var text = TerminalText.Clean(CellText.Of(value));
        // A quote mark before it: https://owasp.org/www-community/attacks/CSV_Injection
        if (text.TrimStart() is [var first, ..] && first is '=' or '+' or '-' or '@' or '|' or '%' or '＝' or '＋' or '－' or '＠') text = "'" + text;
        return text.AsSpan().ContainsAny(",\"'\r\n ;") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
