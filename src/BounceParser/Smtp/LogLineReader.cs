using System.Buffers;
using BounceParser.Evidence;
using BounceParser.Text;

namespace BounceParser.Smtp;

/// <summary>Reads one line of a mail log, of whatever program. Linear in the line.</summary>
internal static class LogLineReader
{
    // No program writes longer lines; syslog cuts at 1, 2 or 8 KB.
    private const int MaxChars = 64 * 1024;
    private const int MostOnStack = 512;

    // Told by how a line begins, before a header is looked for.
    private static readonly LogFormat[] Records = [new PowerMtaLog(), new ExchangeLog(), new MomentumLog()];

    // The last reads what no other does.
    private static readonly LogFormat[] Messages =
    [
        new PostfixLog(), new SendmailLog(), new EximLog(), new QmailLog(), new ChkuserLog(), new SpamdykeLog(), new OpenSmtpdLog(), new CourierLog(),
        new DmaLog(), new NullmailerLog(), new DovecotLog(), new SmarterMailLog(), new CommuniGateLog(), new ZoneMtaLog(), new FieldLog(),
    ];

    // Lines about something else than a delivery, whatever words they hold: a bounce that was sent, a list that was asked, a session, a mail that came in, with its subject.
    private static readonly string[] OtherMarks =
    [
        "sender non-delivery notification: ", "sender delivery status notification: ", "sender delay notification: ", "sender notify: ", ": DSN: ",
        "dnsblog_query: ", "no MAIL in SMTP connection from ", "verify=FAIL, cipher=", "]: fatal: ", "]: panic: ", " spam acl condition: ",
        "courierd: newmsg,id=", "courierd: started,id=", "courierd: completed,id=", "]: disconnect from ", "]: lost connection after ", " --> RCPT To:", " --> MAIL From:", " --> DATA", " --> EHLO",
        " P=esmtp", " P=smtp", " P=local", ") Passed ", "info: header ", "info: body ", "warning: header ", "warning: body ", "hold: header ", "hold: body ", "discard: header ", "discard: body ",
        ": action=pass, ", ": statistics: max ", "spamd: result: ", "(default: F (", ": SA score=", "SA: Action: flagged as Spam but accepted", " TLS connection established ", "SASL LOGIN authentication failed", "SASL PLAIN authentication failed", "SASL CRAM-MD5 authentication failed",
        " listed by domain ", ": reject_warning: ", " authenticator failed for ", " did not issue MAIL/EXPN/VRFY/ETRN ", "[core] disconnect ip=", ": MDLOG,", "dovecot: auth: ", "dovecot: auth-worker", " is spam, SpamAssassin (", "redirect: header ", "redirect: body ", "filter: header ", "filter: body ", "replace: header ", "replace: body ", "prepend: header ", "prepend: body ",
    ];

    private static readonly SearchValues<string> Others = SearchValues.Create(OtherMarks, StringComparison.Ordinal);

    // Most texts that are no log lines are told from them at a glance. One that begins with a letter begins a word of the line, whatever its case.
    private static readonly PhraseSet Marks = new(Messages.SelectMany(format => format.Marks).Concat(OtherMarks).Select(FoldedText.Of));

    private static readonly BounceEvidence Nothing = new() { Recipients = [] };

    /// <summary>Every format there is, in the order in which they are tried.</summary>
    public static IEnumerable<LogFormat> Formats => [.. Records, .. Messages];

    /// <summary>What the line says of one delivery; nobody for a line of a log that says nothing of any, null for what may be no line of a log.</summary>
    public static BounceEvidence? Read(string line)
    {
        line = Bounded(line);
        if (Read(Records, line, line) is { } record) return record;
        if (ExchangeLog.IsRecord(line)) return Nothing;
        if (!HasMark(line)) return null;
        if (line.AsSpan().ContainsAny(Others)) return Nothing;
        var message = LogHeader.Read(line).Message;
        // Exim's own stamp looks like that of a syslog line.
        return Read(Messages, message, line) ?? (ReferenceEquals(message, line) ? null : Read(Messages, line, line)) ?? ReadOther(LogHeader.BehindTag(line)) ?? ReadOther(LogHeader.BehindStamp(line));

        // Where the header ended there, it is the message, which no format reads.
        BounceEvidence? ReadOther(string? part) => part is null || part == message ? null : Read(Messages, part, line);
    }

    /// <summary>The part of the line that is read, out of its envelope.</summary>
    public static string Bounded(string line) => LogEnvelope.Opened((line.Length > MaxChars ? line[..MaxChars] : line).Trim());

    private static bool HasMark(ReadOnlySpan<char> line)
    {
        var folded = line.Length <= MostOnStack ? stackalloc char[MostOnStack] : new char[line.Length];
        FoldedText.Fold(line, folded);
        return Marks.IsIn(folded[..line.Length]);
    }

    // What one of the formats reads in a part of the line.
    private static BounceEvidence? Read(LogFormat[] formats, string part, string line)
    {
        foreach (var format in formats)
            if (format.Read(part) is { } said) return said.ToEvidence(format.Name, LogTime.Of(line));
        return null;
    }
}
