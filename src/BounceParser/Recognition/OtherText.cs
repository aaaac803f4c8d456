using System.Globalization;
using BounceParser.Catalogue;
using BounceParser.Smtp;
using BounceParser.Text;

namespace BounceParser.Recognition;

/// <summary>Tells a pasted text that is of no mail, though it has numbers like a server's: of another protocol, a list of codes in a manual, the source of a program.</summary>
internal static class OtherText
{
    // Somebody who pastes a refusal pastes one, or two.
    private const int LeastCodes = 3;
    private const int LeastLines = 3;

    // Of a list or a table.
    private const string Bullets = " |*-#`•·–\t";

    private static readonly PhraseSet Elsewhere = new(CatalogueFile.Open("Elsewhere.txt").Lines().Select(row => FoldedText.Closed(row.Line)));

    /// <param name="text">The text, line ends as LF.</param>
    public static bool Is(string text)
    {
        var hasLines = text.AsSpan().Trim().Count('\n') >= LeastLines - 1;
        return (hasLines && IsManual(text)) || (StatusScanner.Find(text) is not { IsMarked: true } && ((hasLines && IsSource(text)) || Elsewhere.IsIn(FoldedText.Closed(text))));
    }

    // A list of codes names nobody.
    private static bool IsManual(string text)
    {
        var codes = new HashSet<int>();
        foreach (var line in text.AsSpan().EnumerateLines())
            if (CodeOf(line.TrimStart(Bullets)) is { } code) codes.Add(code);
        return codes.Count >= LeastCodes && !text.Contains('@', StringComparison.Ordinal);
    }

    // Half of its lines, and none of the others answers anything.
    private static bool IsSource(string text)
    {
        var (lines, ofSource) = (0, 0);
        foreach (var whole in text.AsSpan().EnumerateLines())
        {
            var line = whole.Trim();
            if (CodeOf(line) is not null) return false;
            if (!line.IsEmpty) lines++;
            if (EndsStatement(line)) ofSource++;
        }

        return ofSource * 2 >= lines;
    }

    // "450  mailbox busy", "|550|no such user|"; what follows the digits is no more of a number.
    private static int? CodeOf(ReadOnlySpan<char> line) =>
        line is [>= '4' and <= '5', >= '0' and <= '9', >= '0' and <= '9', ' ' or '|' or '\t' or ':' or '`' or '-', ..] ? int.Parse(line[..3], NumberStyles.None, CultureInfo.InvariantCulture) : null;

    private static bool EndsStatement(ReadOnlySpan<char> line) =>
        line is [.., '{' or ';'] or "}" or "})" or "end" or "end)" || line is ['/', '/', ..] || line.EndsWith("):", StringComparison.Ordinal) || line.EndsWith(" do", StringComparison.Ordinal);
}
