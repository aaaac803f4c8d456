using System.Buffers;
using BounceParser.Evidence;

namespace BounceParser.Smtp;

/// <summary>Reads one line of a mail log, of whatever program. Linear in the line.</summary>
internal static class LogLineReader
{
    // No program writes longer lines; syslog cuts at 1, 2 or 8 KB.
    private const int MaxChars = 64 * 1024;

    private static readonly Func<string, LogEvidence?>[] Readers =
        [PostfixLog.Read, SendmailLog.Read, EximLog.Read, QmailLog.Read, OpenSmtpdLog.Read, CourierLog.Read, SmallAgentsLog.Read, ZoneMtaLog.Read, FieldLog.Read];

    // Lines about something else than a delivery, whatever words they hold: a bounce that was sent, a list that was asked, a session, a mail that came in, with its subject.
    private static readonly string[] OtherMarks =
    [
        "sender non-delivery notification: ", "sender delivery status notification: ", "sender delay notification: ", "sender notify: ", ": DSN: ",
        "dnsblog_query: ", "no MAIL in SMTP connection from ", "verify=FAIL, cipher=", "]: fatal: ", "]: panic: ", " spam acl condition: ",
        "courierd: newmsg,id=", "courierd: started,id=", "courierd: completed,id=", "]: disconnect from ", "]: lost connection after ", " --> RCPT To:", " --> MAIL From:", " --> DATA", " --> EHLO",
        " P=esmtp", " P=smtp", " P=local", ") Passed ", "info: header ", "info: body ", "warning: header ", "warning: body ", "hold: header ", "hold: body ", "discard: header ", "discard: body ",
        "redirect: header ", "redirect: body ", "filter: header ", "filter: body ", "replace: header ", "replace: body ", "prepend: header ", "prepend: body ",
    ];

    private static readonly SearchValues<string> Others = SearchValues.Create(OtherMarks, StringComparison.Ordinal);

    // Most texts that are no log lines are told from them at a glance.
    private static readonly SearchValues<string> Marks = SearchValues.Create(
        [.. PostfixLog.Marks, .. SendmailLog.Marks, .. EximLog.Marks, .. QmailLog.Marks, .. OpenSmtpdLog.Marks, .. CourierLog.Marks, .. SmallAgentsLog.Marks, .. ZoneMtaLog.Marks, .. FieldLog.Marks, .. OtherMarks],
        StringComparison.OrdinalIgnoreCase);

    private static readonly BounceEvidence Nothing = new() { Recipients = [] };

    /// <summary>What the line says of one delivery; nobody for a line of a log that says nothing of any, null for what may be no line of a log.</summary>
    public static BounceEvidence? Read(string line)
    {
        line = Bounded(line);
        if ((PowerMtaLog.Read(line) ?? ExchangeLog.Read(line) ?? MomentumLog.Read(line)) is { } record) return record.ToEvidence(LogTime.Of(line));
        if (ExchangeLog.IsRecord(line)) return Nothing;
        if (!line.AsSpan().ContainsAny(Marks)) return null;
        if (line.AsSpan().ContainsAny(Others)) return Nothing;
        var header = LogHeader.Read(line);
        // Exim's own stamp looks like that of a syslog line.
        var said = ReadMessage(header.Message) ?? (ReferenceEquals(header.Message, line) ? null : ReadMessage(line)) ?? ReadMessage(LogHeader.BehindTag(line)) ?? ReadMessage(LogHeader.BehindStamp(line));
        return said?.ToEvidence(LogTime.Of(line));
    }

    /// <summary>The part of the line that is read.</summary>
    public static string Bounded(string line) => (line.Length > MaxChars ? line[..MaxChars] : line).Trim();

    private static LogEvidence? ReadMessage(string? message)
    {
        if (message is null) return null;
        foreach (var read in Readers)
            if (read(message) is { } evidence) return evidence;
        return null;
    }
}
