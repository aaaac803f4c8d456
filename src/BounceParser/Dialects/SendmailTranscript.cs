using BounceParser.Evidence;
using BounceParser.Smtp;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>Reads the transcript of a sendmail session: who was talked to, what was asked, what was answered, what sendmail made of it.</summary>
internal sealed class SendmailTranscript
{
    // Enough for any real transcript; what repeats for each recipient must not grow with the text.
    private const int MostUnnamed = 20;
    private const int LongestProgram = 40;
    private const string Talk = "while talking to";

    // More are looked up, not gone through.
    private const int Few = 8;

    private readonly List<Outcome> _outcomes = [];
    private ILookup<string, Outcome>? _byAddress;
    private readonly List<string> _replies = [];
    private string? _host;
    private string? _asked;
    private string _output = "";
    private SmtpStage _stage;
    private bool _isWhole, _talks;

    /// <summary>True when the text shows where the transcript begins.</summary>
    public bool IsFound { get; private set; }

    /// <summary>What the transcript ends one step with: sendmail's own line, and the replies that led to it.</summary>
    /// <param name="Address">Whom the line names.</param>
    /// <param name="Own">The line.</param>
    /// <param name="Replies">What a server answered.</param>
    /// <param name="Output">What a program of the recipient's wrote.</param>
    /// <param name="Host">Who answered.</param>
    /// <param name="Stage">The step.</param>
    private sealed record Outcome(string? Address, string Own, string Replies, string Output, string? Host, SmtpStage Stage);

    public static SendmailTranscript Read(TextLines report)
    {
        var transcript = new SendmailTranscript();
        var first = Heading(report);
        transcript._isWhole = first >= 0;
        var talk = report.Find(Talk, Math.Max(first, 0));
        transcript._talks = talk >= 0;
        if (first < 0) first = talk;
        transcript.IsFound = first >= 0;
        if (first < 0) first = 0;
        for (var line = first; line < report.Count; line++)
        {
            // Sections that follow list addresses or hold the message.
            if (line > first && SendmailList.IsRule(report.Trimmed(line))) break;
            transcript.Take(report.Trimmed(line));
        }

        transcript.Close();
        return transcript;
    }

    // AOL explains its sections before they come: a heading stands between rules. FortiMail's is "Session transcript".
    private static int Heading(TextLines report)
    {
        var first = report.Find("transcript of session");
        for (var line = first; line >= 0; line = report.Find("transcript of session", line + 1))
            if (SendmailList.IsRule(report.Trimmed(line))) return line;
        return first >= 0 ? first : report.Find("- session transcript -");
    }

    /// <summary>The listed recipient with what the transcript tells of it.</summary>
    /// <param name="recipient">A recipient of the list.</param>
    /// <param name="isOnly">Whether it is the only one, whom all of the transcript is then about.</param>
    public RecipientEvidence Complete(RecipientEvidence recipient, bool isOnly)
    {
        List<Outcome> own = [.. Of(recipient.FinalRecipient), .. Of(recipient.Alias)];
        // What names nobody is about everybody: "554 Service unavailable", "Message could not be delivered for 5 days".
        if (own.Count == 0) own = isOnly ? _outcomes : [.. Of("").Take(MostUnnamed)];
        return own.Count == 0 ? recipient : With(recipient, own);
    }

    /// <summary>The recipients that the transcript itself names, for a report whose list was cut off; else one without a name.</summary>
    public List<RecipientEvidence> Recipients()
    {
        var named = _outcomes.Where(outcome => outcome.Address is not null).GroupBy(outcome => outcome.Address, StringComparer.OrdinalIgnoreCase)
            .Select(group => With(group.Key!.Contains('@') ? new RecipientEvidence { FinalRecipient = group.Key } : new RecipientEvidence { LocalName = group.Key }, [.. group])).ToList();
        if (named.Count == 0 && _outcomes.Exists(outcome => _isWhole || outcome.Replies.Length > 0)) named.Add(With(new RecipientEvidence(), _outcomes));
        return named;
    }

    private IEnumerable<Outcome> Of(string? address)
    {
        if (address is null) return [];
        if (_outcomes.Count <= Few) return _outcomes.FindAll(outcome => address.Equals(outcome.Address ?? "", StringComparison.OrdinalIgnoreCase));
        _byAddress ??= _outcomes.ToLookup(outcome => outcome.Address ?? "", StringComparer.OrdinalIgnoreCase);
        return _byAddress[address];
    }

    private void Take(ReadOnlySpan<char> words)
    {
        words = words.TrimStart();
        if (words.IsEmpty || SendmailList.IsRule(words)) return;
        if (_talks && HostName.After(words, Talk + " ") is { } host)
        {
            _host = host;
            (_asked, _stage) = (null, SmtpStage.Unknown);
            _replies.Clear();
        }
        else if (words.StartsWith(">>>", StringComparison.Ordinal)) Ask(words[3..].Trim());
        else if (words.StartsWith("<<<", StringComparison.Ordinal)) Answer(words[3..].Trim());
        else Conclude(words);
    }

    private void Ask(ReadOnlySpan<char> command)
    {
        Close();
        _stage = SessionCommand.Stage(command);
        _asked = _stage == SmtpStage.RcptTo && command.IndexOf(':') is >= 0 and var colon ? AddressLine.First(command[colon..]) : null;
    }

    // To DATA after every RCPT was refused: it concerns nobody.
    private void Answer(ReadOnlySpan<char> reply)
    {
        if (_outcomes.Count > 0 && _asked is null && reply.StartsWith("503", StringComparison.Ordinal) && Caseless.Contains(reply, "need rcpt")) return;
        _replies.Add(reply.ToString());
    }

    // "550 5.1.1 <a@b>... User unknown", "<a@b>... Deferred: Connection refused", "451 a@b: Name server: b: host name lookup failure"
    private void Conclude(ReadOnlySpan<char> words)
    {
        var named = WithoutCodes(words);
        // "<a@b>,<c@d>... Deferred"
        var list = AddressList.In(named);
        if (list.Start > 0) list = default;
        var address = AddressLine.Leading(named[list.Last..], out var rest);
        if (address is not null && rest.TrimStart() is not (['.', '.', ..] or [':', ..])) address = null;
        address ??= LocalUser(words, named);
        // "554 <a@b>... 550 Host unknown": version 5 repeats the reply behind the address.
        var repeated = rest.TrimStart(". ");
        if (address is not null && _replies.Count == 0 && ReplyScanner.At(repeated, 0) is { Code: >= 400 }) _replies.Add(repeated.ToString());
        _outcomes.Add(new Outcome(address, words.ToString(), string.Join('\n', _replies), address is null ? "" : _output, _host, _stage));
        if (address is not null && list.Before is { } others) _outcomes.InsertRange(_outcomes.Count - 1, others.Select(other => _outcomes[^1] with { Address = other }).ToList());
        // "procmail: Quota exceeded while writing ...", and below it what sendmail makes of it.
        _output = address is null && _replies.Count == 0 && IsOutput(words) ? words.ToString() : "";
        // "421 host (smtp)... Deferred" is of the connection: what was answered before concerns the recipient whose line follows.
        if (address is null && Caseless.Contains(words, "(smtp)...")) return;
        _replies.Clear();
        _asked = null;
    }

    // "550 fred... User unknown", of a user of the same host; "554 Sorry... no such luck" is a sentence.
    private static string? LocalUser(ReadOnlySpan<char> words, ReadOnlySpan<char> named) =>
        words is ['4' or '5', ..] && words.Length > named.Length && named.IndexOf("... ") is > 0 and < LongestProgram and var end && named[..end].IndexOfAny(" .,:()<>@/|\"") < 0 && char.IsLetter(named[0]) && char.IsUpper(named[end + 4])
            ? named[..end].ToString() : null;

    // Replies that no line of sendmail's concludes, as in a transcript that was cut.
    private void Close()
    {
        if (_replies.Count == 0) return;
        var isAfterthought = _outcomes.Count > 0 && _asked is null && _outcomes[^1].Stage == _stage;
        // With pipelining "no valid recipients" answers DATA after each RCPT was refused.
        if (!isAfterthought) _outcomes.Add(new Outcome(_asked, "", string.Join('\n', _replies), "", _host, _stage));
        _replies.Clear();
        _asked = null;
    }

    private static RecipientEvidence With(RecipientEvidence recipient, List<Outcome> outcomes)
    {
        var reason = LastLine(recipient.DiagnosticText);
        var told = outcomes.Find(outcome => reason.Length > 0 && outcome.Replies.Contains(reason, StringComparison.OrdinalIgnoreCase))
            ?? outcomes.Find(outcome => outcome.Replies.Length > 0) ?? outcomes[0];
        // What became of the message says nothing of why.
        List<string> lines = [], fate = [], reasons = [];
        foreach (var outcome in outcomes)
        {
            if (outcome.Own.Length == 0) continue;
            lines.Add(outcome.Own);
            if (IsFate(outcome.Own)) fate.Add(outcome.Own);
            else if (!reasons.Contains(outcome.Own)) reasons.Add(outcome.Own);
            if (lines.Count == MostUnnamed) break;
        }

        var own = string.Join('\n', reasons.Count > 0 ? reasons : lines);
        var replies = told.Replies;
        // The list repeats the last line of a reply; the transcript has all of them.
        var diagnostic = recipient.DiagnosticText.Length == 0 || replies.Contains(reason, StringComparison.OrdinalIgnoreCase) ? replies : recipient.DiagnosticText;
        if (diagnostic.Length == 0) diagnostic = recipient.DiagnosticText.Length > 0 ? recipient.DiagnosticText : own;
        if (outcomes.Find(outcome => outcome.Output.Length > 0) is { } program) diagnostic = Lines.Joined(program.Output, diagnostic);
        return recipient with
        {
            DiagnosticText = diagnostic,
            Comment = Lines.Joined(recipient.Comment, string.Join('\n', diagnostic == own ? fate : lines)),
            Expired = recipient.Expired || fate.Exists(line => Fragment.StartsWith(line, "Message could not be delivered for")),
            RemoteMta = recipient.RemoteMta ?? told.Host,
            Stage = recipient.Stage == SmtpStage.Unknown ? told.Stage : recipient.Stage,
        };
    }

    // The name of a program before its words.
    private static bool IsOutput(ReadOnlySpan<char> words) => words.IndexOf(": ") is > 0 and < LongestProgram and var colon && words[..colon].IndexOf(' ') < 0 && !char.IsAsciiDigit(words[0]);

    private static bool IsFate(string line) => Fragment.StartsWith(line, "Message could not be delivered for", "Message will be deleted", "Warning: message still undelivered", "Will keep trying");

    private static string LastLine(string text) => text[(text.LastIndexOf('\n') + 1)..].Trim();

    private static ReadOnlySpan<char> WithoutCodes(ReadOnlySpan<char> words)
    {
        if (words.Length > 4 && char.IsAsciiDigit(words[0]) && char.IsAsciiDigit(words[1]) && char.IsAsciiDigit(words[2]) && words[3] is ' ' or '-') words = words[4..].TrimStart();
        var end = words.IndexOf(' ');
        return end is >= 5 and <= 9 && !words[..end].ContainsAnyExcept("0123456789.") ? words[end..].TrimStart() : words;
    }
}
