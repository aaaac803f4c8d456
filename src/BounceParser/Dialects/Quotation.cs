using BounceParser.Catalogue;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>Takes out of a mail's report what it quotes of another mail: that says nothing of this one.</summary>
/// <remarks>MDaemon lists recipients as <c>&gt; a@b</c>, sendmail writes its dialogue as <c>&gt;&gt;&gt;</c>, a gateway may mark every line: those are the report's own.</remarks>
internal static class Quotation
{
    /// <summary>The text up to <paramref name="end"/> with its quoted lines blanked, of the same length; null when it quotes nothing.</summary>
    public static string? Blanked(TextLines lines, string text, int end)
    {
        if (!text.AsSpan(0, end).Contains("\n>", StringComparison.Ordinal)) return null;
        if (!HasOwnWords(lines)) return null;
        char[]? blanked = null;
        for (var line = 0; line < lines.Count; line++)
        {
            if (!IsMarked(lines[line])) continue;
            var after = line + 1;
            while (after < lines.Count && IsMarked(lines[after])) after++;
            if (!IsAnnounced(lines, line))
                Blank(blanked ??= text.AsSpan(0, end).ToArray(), lines.StartOf(line), Math.Min(lines.StartOf(after), end));
            line = after - 1;
        }

        return blanked is null ? null : new string(blanked);
    }

    // ">>> RCPT To:<a@b>" is a dialogue's.
    private static bool IsMarked(ReadOnlySpan<char> line) => line is ['>', ..] && !line.StartsWith(">>>", StringComparison.Ordinal);

    private static bool HasOwnWords(TextLines lines)
    {
        for (var line = 0; line < lines.Count; line++)
            if (!lines.IsBlank(line) && !IsMarked(lines[line])) return true;
        return false;
    }

    // "The server answered:", but not "On Monday Anna wrote:".
    private static bool IsAnnounced(TextLines lines, int line)
    {
        var above = lines.LineAbove(line);
        var words = lines.Trimmed(above);
        if (!Colon.Ends(words)) return false;
        var folded = FoldedText.Closed(lines.Trimmed(above - 1).ToString() + " " + words.ToString()).AsSpan();
        folded = folded[(folded.LastIndexOf(". ") + 1)..];
        if (folded.Contains('@')) return false;
        return DeliveryWords.Failed.IsIn(folded) || DeliveryWords.Why.IsIn(folded);
    }

    private static void Blank(char[] text, int start, int end)
    {
        for (var at = start; at < end; at++)
            if (text[at] != '\n') text[at] = ' ';
    }
}
