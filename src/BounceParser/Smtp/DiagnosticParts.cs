using System.Buffers;
using BounceParser.Text;

namespace BounceParser.Smtp;

/// <summary>A diagnostic text taken apart: the words of the server that refused, and what the reporting program wrote around them.</summary>
/// <param name="Words">The server's words with their codes, white space folded; the program's own words where no server said anything.</param>
/// <param name="Comment">What was taken away, folded; empty when nothing.</param>
/// <param name="RemoteMta">The host that was spoken to: its name, else its address; null when the text does not name it.</param>
/// <param name="Stage">The step that the reporting program names.</param>
/// <param name="Expired">True when the reporting program says that it gave up for lack of time.</param>
internal readonly record struct DiagnosticParts(string Words, string Comment, string? RemoteMta, SmtpStage Stage, bool Expired)
{
    /// <summary>The code that the program gave the refusal, apart from the server's own; null when it gave none, or the words hold it.</summary>
    public EnhancedStatusCode? Status { get; init; }

    /// <summary>The decisive reply of the words; null when they hold none.</summary>
    public FoundReply? Reply { get; init; }

    private static readonly string[] Introductions =
    [
        " said:", "refused to talk to me:", "gave this error:", "remote server was:", "server returned was:", "the error was:", "responded:",
        "responded with:", "response was:", "remote server replied:", "returned the following error:", "said, in response to",
    ];

    // One pass tells that most texts have none.
    private static readonly SearchValues<string> AnyIntroduction = SearchValues.Create(Introductions, StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<char> Unfolded = SearchValues.Create("\n\r\t\u00A0\\");

    // RFC 3464's diagnostic types, and those that programs made up.
    private static readonly string[] Types = ["smtp", "x-postfix", "x-unix", "unknown", "lmtp", "x-local", "x-exim", "x-qmail", "x-smtp", "esmtp", "dns", "x-sendmail", "x400"];

    /// <summary>Takes a diagnostic text apart. Linear in the text; where nothing is understood all of it is <see cref="Words"/>.</summary>
    public static DiagnosticParts Split(string diagnostic)
    {
        if (diagnostic.Length == 0) return new("", "", null, SmtpStage.Unknown, false);
        diagnostic = OctalEscapes.Decode(diagnostic);
        var text = diagnostic.AsSpan().Trim();
        var typed = WithoutType(text);
        var reply = ReplyScanner.Find(typed);
        if (IronPortReply.Of(typed, reply) is { } ironPort) return Of(Folded(typed[ironPort.Words], diagnostic), Folded(typed[ironPort.After].Trim(), ""), default, diagnostic, reply) with { Status = ironPort.Status };
        var start = WordsStart(typed, reply);
        if (start < 0) return Own(typed, diagnostic, reply);
        var words = typed[start..];
        var end = WordsEnd(typed[..start], words);
        var before = typed[..start].TrimEnd(" \t\n");
        var after = words[end..].Trim();
        if (before.IsEmpty && after.IsEmpty) return Of(Folded(words, diagnostic), "", default, diagnostic, reply);
        return Of(Folded(Unmarked(words[..end]), diagnostic), Around(before, after), Notes(before, after), diagnostic, reply);
    }

    /// <summary>What the reporting program says in a text, the server's words left out.</summary>
    public static ReporterNotes Notes(string diagnostic)
    {
        var text = WithoutType(OctalEscapes.Decode(diagnostic).AsSpan().Trim());
        var start = WordsStart(text, ReplyScanner.Find(text));
        return start < 0 ? ReporterWords.Read(text) : Notes(text[..start].TrimEnd(" \t\n"), text[(start + WordsEnd(text[..start], text[start..]))..].Trim());
    }

    private static ReporterNotes Notes(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        ReporterNotes first = ReporterWords.Read(before), last = ReporterWords.Read(after);
        return new ReporterNotes(first.Stage == SmtpStage.Unknown ? last.Stage : first.Stage, first.Host ?? last.Host, first.Expired || last.Expired);
    }

    // No server's words: all of it is the program's own, except what it adds when it gives up.
    private static DiagnosticParts Own(ReadOnlySpan<char> text, string diagnostic, FoundReply? reply)
    {
        var end = ReporterSuffix.Start(text);
        var notes = ReporterWords.Read(text);
        // Why it gave up and that it did are one sentence of one program.
        if (text[..end].Trim().IsEmpty || notes.Expired) end = text.Length;
        return Of(Folded(text[..end].Trim(), diagnostic), Around([], text[end..].Trim()), notes, diagnostic, reply);
    }

    // Words that are the whole diagnostic have the reply that was found there.
    private static DiagnosticParts Of(string words, string comment, ReporterNotes notes, string diagnostic, FoundReply? reply) =>
        new(words, comment, notes.Host, notes.Stage, notes.Expired) { Reply = ReferenceEquals(words, diagnostic) ? reply : ReplyScanner.Find(words) };

    private static ReadOnlySpan<char> WithoutType(ReadOnlySpan<char> text)
    {
        if (text[..Math.Min(16, text.Length)].IndexOf(';') is not (> 2 and var semicolon)) return text;
        foreach (var type in Types)
            if (text[..semicolon].TrimEnd().Equals(type, StringComparison.OrdinalIgnoreCase)) return text[(semicolon + 1)..].TrimStart();
        return text;
    }

    // Below 0: no server's words in it.
    private static int WordsStart(ReadOnlySpan<char> text, FoundReply? reply)
    {
        if (reply is { } found && !IsOutput(text[..found.Start]))
        {
            var before = text[..found.Start].TrimEnd(" \t");
            if (before.IsEmpty) return 0;
            if (Introduces(before)) return WithStatusBefore(text, found);
            if (before[^1] == '\n' && (IsReporter(before) || IsHeading(before, text[found.Start..]))) return found.Start;
            if (StatusAlone(before)) return 0;
        }

        return AfterIntroduction(text) is >= 0 and var introduced ? introduced : ParagraphOf(text, reply);
    }

    // Postfix, of a command that a mail was piped to: what it printed is no server's answer.
    private static bool IsOutput(ReadOnlySpan<char> before) => Caseless.Contains(before, "command output:");

    private static bool Introduces(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd();
        if (before[^1] is '\'' or '"' or '\u201C' or '<' || ReporterSuffix.OpensAnswer(before)) return true;
        return before[^1] is ':' or '：' or ';' or ',' or '>' && !StatusAlone(before[..^1]);
    }

    private static bool IsReporter(ReadOnlySpan<char> before) =>
        AfterIntroduction(before) >= 0 || Caseless.Contains(before, "command failed") || Caseless.Contains(before, "reply from")
        || ReporterWords.Read(before) is not { Stage: SmtpStage.Unknown, Host: null };

    // One line of the program's own, and the server's answer below it.
    private static bool IsHeading(ReadOnlySpan<char> before, ReadOnlySpan<char> reply) =>
        before.TrimEnd().IndexOf('\n') < 0 && reply[0] is '4' or '5' && reply[3..].ContainsAnyInRange('a', 'z');

    // What somebody writes, and the refusal in a paragraph below; below 0 where it stands in the first.
    private static int ParagraphOf(ReadOnlySpan<char> text, FoundReply? reply) =>
        reply is { Code: >= 400 } found && text[..found.Start].LastIndexOf("\n\n") is > 0 and var end ? end + 2 : -1;

    private static bool StatusAlone(ReadOnlySpan<char> before)
    {
        before = before.Trim(" \t\n(#[])");
        return EnhancedStatusCode.TryParse(before, out _);
    }

    // "#5.1.1 SMTP; 550 User unknown": the only enhanced code stands before the reply.
    private static int WithStatusBefore(ReadOnlySpan<char> text, FoundReply reply)
    {
        if (reply.Status is not null || StatusScanner.BeforeReply(text[..reply.Start].TrimEnd()) is not { } status) return reply.Start;
        return status.Start > 0 && text[status.Start - 1] == '#' ? status.Start - 1 : status.Start;
    }

    private static int AfterIntroduction(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAny(AnyIntroduction)) return -1;
        foreach (var phrase in Introductions)
            if (Caseless.IndexOf(text, phrase) is >= 0 and var at)
            {
                var start = at + phrase.Length;
                start += text[start..].IndexOfAnyExcept(" \t\n") is >= 0 and var gap ? gap : text.Length - start;
                if (start < text.Length && !text[start..].StartsWith("giving up", StringComparison.OrdinalIgnoreCase)) return start;
            }

        return -1;
    }

    private static int WordsEnd(ReadOnlySpan<char> before, ReadOnlySpan<char> words)
    {
        var end = ReporterSuffix.Start(words);
        var opening = before.TrimEnd(" \t");
        if (ReporterSuffix.OpensAnswer(opening)) end = Math.Min(end, ReporterSuffix.TranscriptEnd(opening, words));
        if (opening.EndsWith("(reason:", StringComparison.OrdinalIgnoreCase)) end = Math.Min(end, ReporterSuffix.Closing(words, '(', ')'));
        else if (opening.Contains("#<", StringComparison.Ordinal)) end = Math.Min(end, ReporterSuffix.Closing(words, '<', '>'));
        else if (!opening.IsEmpty && opening[^1] is '\'' or '"' && words.LastIndexOf(opening[^1]) is > 0 and var quote) end = Math.Min(end, quote);
        return end == 0 ? words.Length : end;
    }

    // The marks that a sendmail transcript puts before each line of the server.
    private static ReadOnlySpan<char> Unmarked(ReadOnlySpan<char> words) => words.Contains("<<<", StringComparison.Ordinal) ? words.ToString().Replace("<<<", "") : words;

    private static string Around(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        if (before.IsEmpty && after.IsEmpty) return "";
        return before.IsEmpty ? Folded(after, "") : after.IsEmpty ? Folded(before, "") : Folded(before, "") + " " + Folded(after, "");
    }

    // The text itself when it is folded already: most are.
    private static string Folded(ReadOnlySpan<char> text, string original)
    {
        text = text.Trim();
        if (text.IndexOfAny(Unfolded) < 0 && text.IndexOf("  ") < 0) return text.Length == original.Length ? original : text.ToString();
        var rented = ArrayPool<char>.Shared.Rent(text.Length);
        var length = 0;
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] is > ' ' and < '\u007F' and not '\\')
            {
                rented[length++] = text[index];
                continue;
            }

            var isLineEnd = LiteralLineEnd.LeadsToCode(text[index..]);
            if (isLineEnd) index++;
            if (!isLineEnd && !char.IsWhiteSpace(text[index])) rented[length++] = text[index];
            else if (length > 0 && rented[length - 1] != ' ') rented[length++] = ' ';
        }

        var folded = new string(rented, 0, length);
        ArrayPool<char>.Shared.Return(rented);
        return folded;
    }
}
