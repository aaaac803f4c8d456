namespace BounceParser.Dialects;

/// <summary>Finds where a report ends and the returned message begins.</summary>
internal static class OriginalSeparator
{
    // Said between dashes or the like; the words may stand anywhere in the line.
    private static readonly string[] Ruled =
    [
        "below this line is", "this is a copy of", "copy of the message", "copy of your message", "original message", "original mail", "unsent message",
        "returned message", "return message", "message header", "header of the original", "headers of the original", "undelivered message", "message follows", "text follows",
        "the body of the message", "message text", "your message follows", "your message was:", "your original", "original letter", "original e-mail", "original email", "message contents", "the message that you sent",
        "failed message", "enclosed message", "forwarded message", "transcript of message", "rejected message", "bounced message",
        "message d'origine", "message original", "message initial", "copie du message", "message d’origine",
        "ursprüngliche nachricht", "originalnachricht", "ursprungliche nachricht", "kopie der nachricht", "mensaje original", "mensagem original", "messaggio originale",
        "oorspronkelijk bericht", "исходное сообщение", "копия сообщения", "копия письма", "元のメッセージ", "原邮件", "原始邮件", "原件",
    ];

    // Said without a rule; the line must begin with them.
    private static readonly string[] Plain =
    [
        "original message follows", "original message headers", "original headers:", "your original message follows", "your original message:", "your message follows", "your message reads",
        "the original message follows", "the header of the original message", "the headers of the original message", "the headers of the message", "the first lines of",
        "message header follows", "message headers follow", "text of your message", "a copy of the message follows", "a copy of your message follows", "a copy of your message is",
        "the message headers", "the original message is attached below", "returned message follows", "unsent message follows", "undelivered message follows", "your mail follows",
        "here is a copy of your message", "the message that you sent", "original mail as follows", "text of message follows", "the text of your message", "the text of the message",
        "this is a copy of the message", "this is a copy of your message", "below is a copy of", "below this line is", "en-têtes de message d'origine", "en-têtes du message d'origine", "ursprüngliche nachrichtenkopfzeilen",
        "encabezados de mensajes originales", "encabezados de mensaje original", "intestazioni messaggio originale", "oorspronkelijke berichtkoppen", "cabeçalhos de mensagens originais",
    ];

    /// <summary>Where the separator's line starts, and where the returned message after it does.</summary>
    public readonly record struct Place(int Separator, int Message);

    /// <summary>The first separator of the text; null when all of it is report.</summary>
    public static Place? Find(TextLines lines)
    {
        var said = false;
        for (var line = 0; line < lines.Count; line++)
        {
            var words = lines.Trimmed(line);
            if (words.IsEmpty) continue;
            if (IsSeparator(words)) return new Place(lines.StartOf(line), lines.StartOf(Message(lines, line + 1)));
            if (said && lines.IsBlank(line - 1) && IsHeaderBlock(lines, line)) return new Place(lines.StartOf(line), lines.StartOf(line));
            said = true;
        }

        return null;
    }

    /// <summary>The report's own lines: those before the separator, or all.</summary>
    public static TextLines Report(string text, out int? originalStart)
    {
        var lines = new TextLines(text);
        var place = Find(lines);
        originalStart = place?.Message;
        return place is { } found ? new TextLines(text, found.Separator) : lines;
    }

    /// <summary>True for a line that announces the returned message.</summary>
    public static bool IsSeparator(ReadOnlySpan<char> words)
    {
        words = words.Trim();
        if (words.Length is < 3 or > 200) return false;
        var inner = words.TrimStart("-=_*#~+|> \t");
        // One dash is a list's.
        return words.Length - inner.Length >= 2 && words[0] is not '>' ? ContainsAny(inner, Ruled) : StartsWithAny(words, Plain);
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

    private static bool ContainsAny(ReadOnlySpan<char> words, string[] phrases)
    {
        // "----- The original message was received at ..." opens a report of sendmail.
        if (words.Contains("message was", StringComparison.OrdinalIgnoreCase)) return false;
        foreach (var phrase in phrases)
            if (words.Contains(phrase, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static bool StartsWithAny(ReadOnlySpan<char> words, string[] phrases)
    {
        foreach (var phrase in phrases)
            if (words.StartsWith(phrase, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
