using BounceParser.Catalogue;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>Finds where a report ends and the returned message begins.</summary>
internal static class OriginalSeparator
{
    private const int LongestSeparator = 200;

    /// <summary>The first separator of the text; null when all of it is report.</summary>
    public static ReportEnd? Find(TextLines lines)
    {
        var said = false;
        for (var line = 0; line < lines.Count; line++)
        {
            var words = lines.Trimmed(line);
            if (words.IsEmpty) continue;
            if (IsSeparator(words)) return new ReportEnd(line, lines.StartOf(Message(lines, line + 1)));
            if (said && lines.IsBlank(line - 1) && IsHeaderBlock(lines, line)) return new ReportEnd(line, lines.StartOf(line));
            said = true;
        }

        return null;
    }

    /// <summary>True for a line, trimmed, that announces the returned message.</summary>
    public static bool IsSeparator(ReadOnlySpan<char> words)
    {
        if (words.Length is < 3 or > LongestSeparator) return false;
        if (char.IsAsciiLetterOrDigit(words[0])) return DeliveryWords.Heading.Begins(words);
        var inner = words.TrimStart("-=_*#~+|> \t");
        // One dash is a list's.
        return words.Length - inner.Length >= 2 && words[0] is not '>' ? Announces(inner) : DeliveryWords.Heading.Begins(words);
    }

    // The rest of a separator that runs over two lines, and blank lines, are no part of the message.
    private static int Message(TextLines lines, int line)
    {
        if (!lines.IsBlank(line) && lines.Trimmed(line).EndsWith("--", StringComparison.Ordinal)) line++;
        return lines.SkipBlank(line);
    }

    // A returned message without any announcement: trace fields, or a From line of an mbox.
    private static bool IsHeaderBlock(TextLines lines, int line)
    {
        var first = lines[line];
        if (first is not ['R' or 'r' or 'F' or 'M' or 'm' or 'D' or 'd', ..]) return false;
        var isTrace = first.StartsWith("Received:", StringComparison.OrdinalIgnoreCase) || first.StartsWith("Return-Path:", StringComparison.OrdinalIgnoreCase)
            || first.StartsWith("From ", StringComparison.Ordinal) || first.StartsWith("Message-ID: <", StringComparison.OrdinalIgnoreCase)
            || first.StartsWith("DKIM-Signature:", StringComparison.OrdinalIgnoreCase);
        return isTrace && IsField(lines, line + 1);
    }

    private static bool IsField(TextLines lines, int line)
    {
        if (lines.IsIndented(line)) return true;
        var words = lines[line];
        var colon = words.IndexOf(':');
        return colon is > 1 and < 60 && !words[..colon].ContainsAnyExcept("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");
    }

    // "----- The original message was received at ..." opens a report of sendmail.
    private static bool Announces(ReadOnlySpan<char> words) =>
        !words.IsEmpty && FoldedText.Closed(words, stackalloc char[LongestSeparator]) is var folded && !Fragment.Holds(folded, "message was") && DeliveryWords.Separator.IsIn(folded);
}

/// <summary>Where a report ends: the separator's line, and where in the text the returned message after it starts.</summary>
internal readonly record struct ReportEnd(int Line, int Message);
