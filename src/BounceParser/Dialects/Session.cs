using BounceParser.Evidence;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>The dialogue of an SMTP session, as swaks, PHPMailer, nodemailer, smtplib, Net::SMTP and others print it for debugging: each RCPT TO has an answer of its own.</summary>
internal sealed class Session : Dialect
{
    // What stands before a command, and before an answer; the longer marks first.
    private static readonly string[] ClientMarks = ["CLIENT -> SERVER:", "Net::SMTP>>>", " C:", "send:", "SENT:", "-->", "~>", "->"];
    private static readonly string[] ServerMarks = ["SERVER -> CLIENT:", "<<<", " S:", "reply:", "RECEIVED:", "<--", "<**", "<~*", "<~", "<-"];

    public override string Name => "session";

    public override IReadOnlyList<string> Markers { get; } =
    [
        "client -> server:", "server -> client:", "-> rcpt to:", "<** 5", "<** 4", "::smtp>>> ", "::smtp>>> mail from:", "::smtp>>> rcpt to:", "=glob(0x", "] c: rcpt to:", "] c: mail from:",
        "'rcpt to:<", "'mail from:<", "\"sent: rcpt to:",
    ];

    public override BounceEvidence? Read(BounceText text)
    {
        if (text.Mail is not null) return null;
        var dialogue = new Dialogue();
        for (var line = 0; line < text.Report.Count; line++) Take(dialogue, $" {text.Report.Trimmed(line)}");
        return dialogue.Recipients is { Count: > 0 } recipients ? new BounceEvidence { OriginalStart = text.OriginalStart, Recipients = recipients } : null;
    }

    private static void Take(Dialogue dialogue, string line)
    {
        if (Behind(line, ServerMarks) is { } answer)
        {
            if (answer is [>= '2' and <= '5', >= '0' and <= '9', >= '0' and <= '9', ..]) dialogue.Answer(answer);
        }
        else if (dialogue.IsAnswering && line is [' ', >= '2' and <= '5', >= '0' and <= '9', >= '0' and <= '9', ..]) dialogue.Answer(line[1..]);
        else if (Behind(line, ClientMarks) is { Length: > 0 } command) dialogue.Ask(command);
    }

    // A stamp and a name may stand before the mark, an address does not.
    private static string? Behind(string line, string[] marks)
    {
        foreach (var mark in marks)
            if (line.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var at && !line.AsSpan(0, at).ContainsAny('<', '@')) return Bare(line.AsSpan(at + mark.Length).Trim()).ToString();
        return null;
    }

    // Python: b'550 5.1.1 no such user\r\n'
    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> words)
    {
        if (words is ['b', '\'' or '"', ..]) words = words[1..];
        if (words is ['\'' or '"', ..]) words = words[1..].TrimEnd("'\"");
        // A log may quote the whole of its line.
        if (words.Count('"') == 1) words = words.TrimEnd('"');
        return words.EndsWith("\\r\\n") ? words[..^4] : words;
    }

    /// <summary>Commands and what was answered to each, in their order: a client may ask ahead.</summary>
    private sealed class Dialogue
    {
        private const int MostRecipients = 1_000;

        private readonly Queue<string> _asked = new();
        private readonly List<string> _lines = [];
        private readonly List<RecipientEvidence> _refused = [];
        private readonly List<string> _accepted = [];
        private RecipientEvidence? _outcome;
        private bool _isInBody;

        /// <summary>Who was refused, and what became of the mail to the others; one without a name where nobody was asked for.</summary>
        public List<RecipientEvidence> Recipients =>
            _outcome is null ? _refused : _accepted.Count + _refused.Count == 0 ? [_outcome] : [.. _refused, .. _accepted.Select(address => _outcome with { FinalRecipient = address })];

        /// <summary>True within an answer of several lines; not all of them need a mark.</summary>
        public bool IsAnswering => _lines.Count > 0;

        public void Ask(string command)
        {
            if (!_isInBody) _asked.Enqueue(command);
        }

        /// <param name="line">One line of an answer; a hyphen behind its code says that it goes on.</param>
        public void Answer(string line)
        {
            _lines.Add(line);
            if (line is [_, _, _, '-', ..]) return;
            var reply = string.Join('\n', _lines);
            _lines.Clear();
            var command = _isInBody ? "." : _asked.Count > 0 ? _asked.Dequeue() : "(initial greeting)";
            _isInBody = line.StartsWith("354", StringComparison.Ordinal);
            if (!_isInBody) Conclude(command, reply, isRefusal: line[0] is '4' or '5');
        }

        private void Conclude(string command, string reply, bool isRefusal)
        {
            var stage = SessionCommand.Stage(command);
            if (stage != SmtpStage.RcptTo)
            {
                // What was refused first is why all that follows fails.
                if (stage == SmtpStage.EndOfData || (isRefusal && _outcome is null)) _outcome = new RecipientEvidence { DiagnosticText = reply, Stage = stage };
            }
            else if (command.IndexOf(':') is >= 0 and var colon && AddressLine.First(command.AsSpan(colon)) is { } address && _refused.Count + _accepted.Count < MostRecipients)
            {
                if (isRefusal) _refused.Add(new RecipientEvidence { FinalRecipient = address, DiagnosticText = reply, Stage = stage });
                else _accepted.Add(address);
            }
        }
    }
}
