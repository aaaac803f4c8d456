using static BounceParser.Tests.Hostile.HostileText;

namespace BounceParser.Tests.Hostile;

/// <summary>What developers paste: dialogues of sessions, errors of mail libraries, logs of several lines.</summary>
internal static class HostileErrors
{
    private const string Stamp = "2026-11-11 08:00:02 ";

    public static IEnumerable<HostileInput> All { get; } = new HostileInput[]
    {
        new("a command and an answer, again and again", times => Repeat("RCPT TO:<a@dest.example>\n550 no\n", times), 200_000),
        new("commands without answers, then answers", times => "MAIL FROM:<b@origin.example>\n" + Each(times, i => $"RCPT TO:<u{i}@dest.example>\n") + Repeat("550 no\n", times), 200_000),
        new("commands that nothing answers, then other lines", times => "MAIL FROM:<b@origin.example>\n250 ok\nRCPT TO:<a@dest.example>\n250 ok\n" + Repeat("NOOP\n", times) + Repeat("word\n", times), 200_000),
        new("an answer of a million lines", times => "MAIL FROM:<b@origin.example>\nRCPT TO:<a@dest.example>\n" + Repeat("550-no\n", times), 1_000_000),
        new("LMTP that answers for each again", times => "LHLO x\n250 y\nMAIL FROM:<b@origin.example>\n250\n" + Each(times, i => $"RCPT TO:<u{i}@dest.example>\n250 ok\n") + "DATA\n354\n.\n" + Repeat("550 5.1.1 no\n", times), 100_000),
        new("marks without end", times => Repeat("> ", times) + "RCPT TO:<a@dest.example>\n550 no\n", 2_000_000),
        new("a tuple that never ends", times => "smtplib.SMTPRecipientsRefused: " + Repeat("(550, ", times), 1_000_000),
        new("a dictionary of refusals", times => "smtplib.SMTPRecipientsRefused: {" + Each(times, i => $"'u{i}@dest.example': (550, b'no'), ") + "}", 200_000),
        new("exceptions in exceptions", times => Repeat("SMTPAddressFailedException: ", times), 300_000),
        new("responses that never end", times => "'EENVELOPE' " + Repeat("response: '", times), 500_000),
        new("recipients that failed", times => "SMTP Error: The following recipients failed: " + Each(times, i => $"u{i}@dest.example: no, "), 300_000),
        new("server responses", times => "System.Net.Mail.SmtpFailedRecipientException: " + Repeat("The server response was: no\n", times), 300_000),
        new("frames of a stack", times => "550 no\n" + Repeat("at a.b(c.java:1)\n", times), 500_000),
        new("links of Markdown that stay open", times => Repeat("[a@dest.example](mailto:", times), 300_000),
        new("entries of a log", times => Repeat(Stamp + "to a@dest.example: 550 5.1.1 unknown\n", times), 200_000),
        new("an entry of a million lines", times => Stamp + "one\n" + Stamp + "550 5.1.1 unknown\n" + Repeat("word word word word word word word word word word word word word\n", times), 200_000),
        new("lines of a log that were wrapped", times => Repeat("Nov 24 03:29:17 mail postfix/smtp[307]: 4JgyGN3kgzz: to=<a@dest.example>, relay=none,\ndelay=31, status=deferred (x\n", times), 100_000),
        new("recipients in one line", times => "Could not be delivered to: " + Each(times, i => $"u{i}@dest.example, ") + "\n550 no\n", 300_000),
        new("recipients in one line, and a long answer", times => "Could not be delivered to: " + Each(9_000, i => $"u{i}@d.example, ") + "x@d.example: 550 no " + Repeat("word ", times), 10_000),
        new("reasons above two recipients each", times => "Could not be delivered:\n" + Each(times, i => $"Mailbox full:\nu{i}@dest.example\nv{i}@dest.example\n"), 100_000),
        new("blank lines, and a list below them", times => "Could not be delivered to:\n" + Repeat("\n", times) + Repeat("  a@dest.example\n\n", times / 10), 100_000),
        new("refusals of a sender, again and again", times => Repeat("smtplib.SMTPSenderRefused: (550, b'no', 'a@dest.example')\n\n", times), 100_000),
        new("marks in a list of sendmail", times => "----- The following addresses had permanent fatal errors -----\n" + Repeat("]\n\n", times), 200_000),
        new("headings for each recipient", times => Each(times, i => $"Failed to deliver to 'u{i}@dest.example'\nx\n"), 200_000),
    }.Select(input => input with { Reading = Reading.Text });
}
