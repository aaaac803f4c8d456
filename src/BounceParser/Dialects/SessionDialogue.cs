using BounceParser.Evidence;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>Reads the dialogue of an SMTP or LMTP session, as programs print it for debugging or a person types it: each RCPT TO has an answer of its own. Linear in the text.</summary>
/// <remarks>Lines are told by what they say, a command or a code, whatever mark a program sets before them: <c>&lt;-</c>, <c>S:</c>, <c>CLIENT -&gt; SERVER:</c>, none.</remarks>
internal static class SessionDialogue
{
    private const int LongestMark = 160;
    private const int MostRecipients = 1_000;

    private static readonly string[] Verbs =
        ["MAIL FROM:", "RCPT TO:", "EHLO ", "HELO ", "LHLO ", "BDAT ", "AUTH ", "VRFY ", "EXPN ", "DATA", "RSET", "QUIT", "STARTTLS", "NOOP"];

    /// <summary>Who was refused, and what became of the mail to the others; null for a text that is no dialogue, or that sendmail concludes in words of its own.</summary>
    public static BounceEvidence? Read(string text)
    {
        if (!Caseless.Contains(text, "RCPT TO:") || Caseless.Contains(text, "while talking to") || Caseless.Contains(text, "transcript of session")) return null;
        var dialogue = new Dialogue();
        foreach (var raw in text.AsSpan().EnumerateLines()) dialogue.Take(raw.Trim());
        return dialogue.IsComplete && dialogue.Recipients is { Count: > 0 } recipients ? new BounceEvidence { Recipients = recipients } : null;
    }

    // Where a command stands behind a mark; -1 for none.
    private static int CommandAt(ReadOnlySpan<char> line)
    {
        if (line is "." || IsCommand(line)) return 0;
        foreach (var verb in Verbs)
            if (Caseless.IndexOf(line, verb) is > 0 and var at && IsMark(line[..at]) && IsCommand(line[at..])) return at;
        return line.EndsWith(".") && IsMark(line[..^1]) ? line.Length - 1 : -1;
    }

    private static bool IsCommand(ReadOnlySpan<char> words)
    {
        words = Bare(words);
        foreach (var verb in Verbs)
            if (words.StartsWith(verb, StringComparison.OrdinalIgnoreCase) && (verb[^1] is ' ' or ':' || words.Length == verb.Length)) return true;
        return false;
    }

    // Where the code of an answer stands behind a mark; -1 for none.
    private static int AnswerAt(ReadOnlySpan<char> line)
    {
        for (var at = 0; at < Math.Min(line.Length - 2, LongestMark); at++)
            if (IsCode(line[at..]) && (at == 0 || (!char.IsLetterOrDigit(line[at - 1]) && IsMark(line[..at])))) return at;
        return -1;
    }

    private static bool IsCode(ReadOnlySpan<char> words) =>
        words is [>= '2' and <= '5', >= '0' and <= '5', >= '0' and <= '9', ' ' or '-', ..] or [>= '2' and <= '5', >= '0' and <= '5', >= '0' and <= '9'];

    // A stamp, a name and an arrow or a colon; an address is no mark.
    private static bool IsMark(ReadOnlySpan<char> prefix)
    {
        prefix = prefix.TrimEnd(" \t'\"");
        if (prefix is [.., ':' or ' ', 'b']) prefix = prefix[..^1].TrimEnd();
        return prefix.IsEmpty || (prefix.Length <= LongestMark && prefix[^1] is '<' or '>' or '-' or '~' or '*' or ':' or '=' or '|' or ']' or ',' && !prefix.Contains('@'));
    }

    // Python: b'550 5.1.1 no such user\r\n'; a log may quote the whole of its line.
    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> words)
    {
        words = words.TrimEnd("'\", ");
        return words.EndsWith("\\r\\n") ? words[..^4] : words;
    }

    /// <summary>Commands and what was answered to each, in their order: a client may ask ahead.</summary>
    private sealed class Dialogue
    {
        private readonly Queue<string> _asked = new();
        private readonly List<string> _lines = [];
        private readonly List<RecipientEvidence> _told = [];
        private readonly List<string> _accepted = [];
        private RecipientEvidence? _outcome;
        private string _clientMark = "";
        private bool _isInBody, _isLocal, _hasRecipients, _isAuthenticating, _waits;
        private int _commands;

        /// <summary>True when it is more than one line that looks like a command.</summary>
        public bool IsComplete => _hasRecipients && _commands > 1;

        public List<RecipientEvidence> Recipients
        {
            get
            {
                Settle();
                return _told.Count > 0 || _outcome is null ? _told : [_outcome];
            }
        }

        public void Take(ReadOnlySpan<char> line)
        {
            if (line.IsEmpty) return;
            var (command, answer) = (CommandAt(line), AnswerAt(line));
            // "550-Sent: RCPT TO:<a@b>"
            if (answer >= 0 && answer < command) command = -1;
            if (command >= 0 && !(_isInBody && line[command] != '.'))
            {
                _clientMark = Mark(line[..command]);
                if (!_isInBody) Ask(Bare(line[command..]).ToString());
                else if (_clientMark.Length == 0) EndBody();
                _commands++;
            }
            else if (answer >= 0 && (_clientMark.Length == 0 ? !_isInBody : !IsOfClient(line[..answer]))) Answer(Bare(line[answer..]).ToString());
            // What a client says beside commands: its login.
            else if (!_isInBody && !_isAuthenticating && _clientMark.Length > 0 && line.StartsWith(_clientMark)) _asked.Enqueue(line.ToString());
        }

        // Before the next command a client waits for the answer to some (RFC 2920): it is not shown.
        private void Ask(string command)
        {
            if (_waits) _asked.Clear();
            _asked.Enqueue(command);
            _waits = SessionCommand.Stage(command) is SmtpStage.Ehlo or SmtpStage.Auth or SmtpStage.StartTls;
        }

        // The last word of what stands before: "<-", "SERVER:", "C:".
        private static string Mark(ReadOnlySpan<char> prefix)
        {
            prefix = prefix.TrimEnd(" \t'\"");
            return prefix[(prefix.LastIndexOfAny(' ', '\t') + 1)..].ToString();
        }

        // "-> Subject: 250 chairs"
        private bool IsOfClient(ReadOnlySpan<char> prefix)
        {
            foreach (var word in prefix.SplitAny(" \t"))
                if (prefix[word].SequenceEqual(_clientMark)) return true;
            return false;
        }

        // LMTP answers for each recipient that it took (RFC 2033).
        private void EndBody()
        {
            _isInBody = false;
            foreach (var recipient in _isLocal ? _accepted : [""]) _asked.Enqueue("." + recipient);
        }

        private void Answer(string line)
        {
            _lines.Add(line);
            if (line is [_, _, _, '-', ..]) return;
            var reply = string.Join('\n', _lines);
            _lines.Clear();
            if (_isInBody) EndBody();
            if (line.StartsWith("334", StringComparison.Ordinal))
            {
                _isAuthenticating = true;
                return;
            }

            var command = _asked.Count > 0 ? _asked.Dequeue() : "(initial greeting)";
            (_isAuthenticating, _waits) = (false, false);
            if (line.StartsWith("354", StringComparison.Ordinal)) _isInBody = true;
            else Conclude(command, reply, isRefusal: line[0] is '4' or '5');
        }

        private void Conclude(string command, string reply, bool isRefusal)
        {
            _isLocal |= command.StartsWith("LHLO", StringComparison.OrdinalIgnoreCase);
            var stage = SessionCommand.Stage(command);
            switch (stage)
            {
                case SmtpStage.RcptTo: TakeRecipient(command, reply, isRefusal); break;
                // A client that is refused its EHLO may try again.
                case SmtpStage.MailFrom when !isRefusal: Settle(); break;
                case SmtpStage.EndOfData when command.Length > 1:
                    _accepted.Remove(command[1..]);
                    Tell(command[1..], reply, stage);
                    break;
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
            if (AddressLine.First(command.AsSpan(command.IndexOf(':', StringComparison.Ordinal) + 1)) is not { } address || _told.Count + _accepted.Count >= MostRecipients) return;
            _hasRecipients = true;
            // Of several tries the last one counts.
            _told.RemoveAll(one => address.Equals(one.FinalRecipient, StringComparison.OrdinalIgnoreCase));
            if (isRefusal) Tell(address, reply, SmtpStage.RcptTo);
            else _accepted.Add(address);
        }

        private void Tell(string address, string reply, SmtpStage stage) => _told.Add(new RecipientEvidence { FinalRecipient = address, DiagnosticText = reply, Stage = stage });

        // What the mail came to, it came to for all who were taken.
        private void Settle()
        {
            if (_outcome is not null && _accepted.Count > 0)
            {
                _told.AddRange(_accepted.Select(address => _outcome with { FinalRecipient = address }));
                _outcome = null;
            }

            _accepted.Clear();
        }

        private static bool IsTransfer(string command) => command.StartsWith("DATA", StringComparison.OrdinalIgnoreCase) || command.StartsWith("BDAT", StringComparison.OrdinalIgnoreCase);
    }
}
