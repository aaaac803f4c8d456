namespace BounceParser.Smtp;

/// <summary>Reads SMTP replies (RFC 5321 section 4.2) and enhanced status codes (RFC 3463) out of diagnostic texts. Linear in the text.</summary>
internal static class ReplyReader
{
    /// <summary>The decisive reply of a text, lines of a multi-line one joined; null when the text holds none.</summary>
    /// <remarks>A refusal counts before an acceptance. Ports, sizes, years and counts are no replies.</remarks>
    public static SmtpReply? Find(string text) => ReplyScanner.Find(text) is { } found ? Read(text, found) : null;

    /// <summary>The reply whose code was found in a text.</summary>
    public static SmtpReply Read(string text, FoundReply found)
    {
        var after = text.AsSpan(found.Start + 3);
        var enhanced = found.Status ?? StatusScanner.BeforeReply(text.AsSpan(0, found.Start))?.Code;
        var words = ReplyWords.Read(Bounded(text, found.Start, text.AsSpan(found.End)), found.Code, after is ['-', ..]);
        enhanced ??= OfClass(StatusScanner.Find(words), found.Code) ?? OfClass(StatusScanner.Find(after), found.Code);
        return new SmtpReply { Code = found.Code, Status = enhanced, Text = words };
    }

    /// <summary>The enhanced code of a text, wherever the standards or real servers put it; null when the text holds none.</summary>
    /// <remarks>One that something marks (<c>#</c>, brackets, <c>dsn=</c>, a reply code before it) counts before a bare one.</remarks>
    public static EnhancedStatusCode? FindStatus(string text) => StatusScanner.Find(text)?.Code;

    private static EnhancedStatusCode? OfClass(FoundStatus? found, int code) => found is { } status && status.Code.Class == code / 100 ? status.Code : null;

    // What opened just before the code ends at its counterpart: (reason: 550 ...), '550 ...', #< #5.1.1 SMTP; 550 ...>.
    private static ReadOnlySpan<char> Bounded(string text, int start, ReadOnlySpan<char> words)
    {
        if (start == 0) return words;
        var before = text.AsSpan(0, start).TrimEnd(" \t");
        if (before.EndsWith("(reason:", StringComparison.OrdinalIgnoreCase)) before = before[..^7];
        if (before.IsEmpty) return words;
        var open = before[^1];
        if (open is '(' or '[') return BeforeClosing(words, open, open == '(' ? ')' : ']');
        if (open is '\'' or '"' && words.LastIndexOf(open) is >= 0 and var end) return words[..end];
        return before.Contains("#<", StringComparison.Ordinal) && words.TrimEnd() is [.., '>'] whole && whole.Count('>') > whole.Count('<') ? whole[..^1] : words;
    }

    private static ReadOnlySpan<char> BeforeClosing(ReadOnlySpan<char> words, char open, char close)
    {
        var end = ReporterSuffix.Closing(words, open, close);
        // "[550 5.1.1] User unknown": the code's own bracket, the words follow.
        return end < words.Length && words[..end].Trim().IsEmpty ? words[(end + 1)..] : words[..end];
    }
}
