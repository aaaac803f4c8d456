using BounceParser.Evidence;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>Reads the dialogue of an SMTP or LMTP session, as programs print it for debugging or a person types it: each RCPT TO has an answer of its own.</summary>
/// <remarks>Commands and answers are paired in their order, since a client may ask ahead (RFC 2920). A dialogue in which they do not fit, for lack of lines, is none.</remarks>
internal sealed class SessionDialogue
{
    private const int MostRecipients = 1_000;

    // Those that a program may tell again.
    private const int MostRefusals = 100;

    // RFC 5321 allows 512 in a line of an answer, and few answers have more than some lines.
    private const int LongestAnswer = 4_096;

    private readonly PendingCommands _pending = new();
    private readonly List<string> _lines = [];
    private readonly List<RecipientEvidence> _told = [];
    private readonly List<string> _accepted = [];
    private readonly List<string> _refusals = [];
    private RecipientEvidence? _outcome;
    private string _clientMark = "", _session = "";
    private State _state;
    private bool _isLmtp, _endsWithCommand, _isCut;
    private bool _fits = true;
    private int _commands, _recipients;

    // What the client sends next.
    private enum State
    {
        Commands,

        // What a server asked for with 334.
        Login,

        // The mail, to the line with a dot.
        Content,
    }

    private SessionDialogue()
    {
    }

    /// <summary>Who was refused, and what became of the mail to the others; nobody where all went well so far. Null for a text that is no dialogue, or that sendmail concludes in words of its own.</summary>
    /// <param name="text">The text, line ends as LF.</param>
    /// <param name="isDoubtful">True for a dialogue in which commands and answers do not fit: whom a refusal in it is about, it does not show.</param>
    public static BounceEvidence? Read(string text, out bool isDoubtful)
    {
        isDoubtful = false;
        if (!Caseless.Contains(text, "RCPT TO:") || Caseless.Contains(text, "while talking to") || Caseless.Contains(text, "transcript of session")) return null;
        var dialogue = new SessionDialogue();
        foreach (var line in text.AsSpan().EnumerateLines())
            if (line.Trim() is { IsEmpty: false } words && !IsRemark(words)) dialogue.Take(SessionLine.Of(words));
        var isWhole = dialogue.IsWhole;
        isDoubtful = !isWhole && (dialogue._commands > 1 || !dialogue._fits);
        return isWhole ? new BounceEvidence { Recipients = dialogue.Told(), IsTruncated = dialogue._isCut } : null;
    }

    /// <summary>A recipient of a doubtful dialogue: what was answered is about him where it names him.</summary>
    public static RecipientEvidence Doubted(RecipientEvidence recipient) =>
        recipient with { IsHearsay = recipient.FinalRecipient is not { } address || !IsNamed(address, recipient.DiagnosticText) };

    // curl: "* RCPT failed: 550", "curl: (55) RCPT failed: 550", in between and at the end.
    private static bool IsRemark(ReadOnlySpan<char> words) =>
        words.StartsWith("curl: (") || (words is ['*', ' ', ..] && SessionLine.Of(words) is { Kind: SessionLineKind.Answer, Prefix.Length: > 2 });

    // Elsewhere than in the command.
    private static bool IsNamed(string address, string words) =>
        words.LastIndexOf(address, StringComparison.OrdinalIgnoreCase) is >= 0 and var at && !words.AsSpan(0, at).TrimEnd("< ").EndsWith("TO:", StringComparison.OrdinalIgnoreCase);

    // A command that nothing answers at all may be where the text was cut off; who takes his leave has seen the answers.
    private bool IsWhole => _fits && _commands > 1 && _recipients > 0 && ((_endsWithCommand && !_pending.HoldFarewell) || !_pending.HoldEnvelope);

    private List<RecipientEvidence> Told()
    {
        if (_outcome is { } outcome && _accepted.Count == 0 && _told.Count == 0) return [outcome];
        Settle();
        return _told;
    }

    private void Take(in SessionLine line)
    {
        var isInContent = _state == State.Content;
        if (line.Kind == SessionLineKind.Command && (!isInContent || line.Words is "."))
        {
            _clientMark = line.Mark.ToString();
            if (!isInContent) _pending.Add(line.Words.ToString());
            else if (_clientMark.Length == 0) EndContent();
            _commands++;
            _endsWithCommand = true;
            BelongTo(line.Session);
        }
        else if (line.Kind == SessionLineKind.Answer && (_clientMark.Length == 0 ? !isInContent : !line.Bears(_clientMark)))
        {
            Answer(line.Words.ToString());
            _endsWithCommand = false;
        }
        // What a client says beside the commands that we know, and beside its login.
        else if (_state == State.Commands && _clientMark.Length > 0 && line.Words.StartsWith(_clientMark)) _pending.Add(line.Words.ToString());
        // "[...]", "and then", between a command and what answers: lines were left out. curl and swaks tell of the connection.
        else if (!isInContent && _pending.HoldEnvelope && line.Words is not (['*', ' ', ..] or ['=', '=', ..])) _fits = false;
    }

    // Two sessions in one log answer each for itself.
    private void BelongTo(ReadOnlySpan<char> session)
    {
        if (session.IsEmpty) return;
        _fits &= _session.Length == 0 || session.SequenceEqual(_session);
        _session = session.ToString();
    }

    // LMTP answers for each recipient that it took (RFC 2033).
    private void EndContent()
    {
        _state = State.Commands;
        if (_isLmtp) _accepted.ForEach(recipient => _pending.Add(".", recipient));
        else _pending.Add(".");
        if (_isLmtp) _accepted.Clear();
    }

    private void Answer(string line)
    {
        if (_lines.Sum(one => one.Length) < LongestAnswer) _lines.Add(line);
        if (line is [_, _, _, '-', ..]) return;
        var reply = string.Join('\n', _lines);
        _lines.Clear();
        if (_state == State.Content) EndContent();
        if (line.StartsWith("334", StringComparison.Ordinal))
        {
            _state = State.Login;
            return;
        }

        // "SMTP ERROR: RCPT TO command failed: 550 no such user": what was answered is told again.
        if (_pending.IsEmpty && _refusals.Exists(refusal => reply.StartsWith(refusal, StringComparison.Ordinal))) return;
        var isRefusal = line[0] is '4' or '5';
        if (isRefusal && _refusals.Count < MostRefusals) _refusals.Add(reply);
        // An answer that nobody asked for is the greeting, or a farewell.
        _fits &= !_pending.IsEmpty || _commands == 0 || line.StartsWith("421", StringComparison.Ordinal);
        var answered = _pending.Next();
        _state = line.StartsWith("354", StringComparison.Ordinal) ? State.Content : State.Commands;
        _fits &= Fits(answered.Command, line);
        if (_state == State.Commands) Conclude(answered, reply, isRefusal);
    }

    // Only DATA is told to go on, only QUIT is bidden farewell, only a login is a success with 235.
    private static bool Fits(string command, string answer) => answer[..3] switch
    {
        "354" => command.StartsWith("DATA", StringComparison.OrdinalIgnoreCase),
        "221" => command.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase),
        _ => !command.StartsWith("DATA", StringComparison.OrdinalIgnoreCase) || answer[0] is '4' or '5',
    };

    private void Conclude(PendingCommand answered, string reply, bool isRefusal)
    {
        var (command, stage, recipient) = answered;
        _isLmtp |= command.StartsWith("LHLO", StringComparison.OrdinalIgnoreCase);
        switch (stage)
        {
            case SmtpStage.RcptTo: TakeRecipient(command, reply, isRefusal); break;
            // A client that is refused its EHLO may try again; what came before is settled.
            case SmtpStage.MailFrom when !isRefusal: Settle(); break;
            case SmtpStage.EndOfData when recipient is not null: Tell(recipient, reply, stage); break;
            case SmtpStage.EndOfData: _outcome = new RecipientEvidence { DiagnosticText = reply, Stage = stage }; break;
            case SmtpStage.Unknown when !IsTransfer(command): break;
            case SmtpStage.Unknown when !isRefusal && command.EndsWith("LAST", StringComparison.OrdinalIgnoreCase): _outcome = new RecipientEvidence { DiagnosticText = reply, Stage = SmtpStage.EndOfData }; break;
            default:
                // What was refused first is why all that follows fails.
                if (isRefusal) _outcome ??= new RecipientEvidence { DiagnosticText = reply, Stage = stage == SmtpStage.Unknown ? SmtpStage.EndOfData : stage };
                break;
        }
    }

    private void TakeRecipient(string command, string reply, bool isRefusal)
    {
        _isCut |= _told.Count + _accepted.Count >= MostRecipients;
        if (_isCut) return;
        _recipients++;
        if (AddressLine.First(command.AsSpan(command.IndexOf(':', StringComparison.Ordinal) + 1)) is not { } address)
        {
            // "RCPT TO:<bob>", "RCPT TO:<***>"
            if (isRefusal) _told.Add(new RecipientEvidence { DiagnosticText = reply, Stage = SmtpStage.RcptTo, IsHearsay = true });
            return;
        }

        // Of several tries the last one counts.
        _told.RemoveAll(one => address.Equals(one.FinalRecipient, StringComparison.OrdinalIgnoreCase));
        if (!isRefusal) _accepted.Add(address);
        // "503 need MAIL first": why that was refused is known.
        else if (_outcome is { Stage: SmtpStage.MailFrom } sender && reply.StartsWith("503", StringComparison.Ordinal)) Tell(address, sender.DiagnosticText, sender.Stage);
        else Tell(address, reply, SmtpStage.RcptTo);
    }

    private void Tell(string address, string reply, SmtpStage stage) => _told.Add(new RecipientEvidence { FinalRecipient = address, DiagnosticText = reply, Stage = stage });

    // What the mail came to, it came to for all who were taken: whom of several an answer is about, it does not say.
    private void Settle()
    {
        if (_outcome is { } outcome) _told.AddRange(_accepted.Select(address => outcome with { FinalRecipient = address, IsHearsay = _accepted.Count > 1 }));
        _outcome = null;
        _accepted.Clear();
    }

    private static bool IsTransfer(string command) => command.StartsWith("DATA", StringComparison.OrdinalIgnoreCase) || command.StartsWith("BDAT", StringComparison.OrdinalIgnoreCase);
}
