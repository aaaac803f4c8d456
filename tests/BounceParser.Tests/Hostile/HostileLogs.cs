using static BounceParser.Tests.Hostile.HostileText;

namespace BounceParser.Tests.Hostile;

/// <summary>Lines of logs, and mailboxes.</summary>
internal static class HostileLogs
{
    private const string Postfix = "Jul  1 10:00:00 mx postfix/smtp[1]: 4ABC: to=<a@dest.example>, relay=mx.dest.example[192.0.2.1]:25, delay=1, dsn=5.1.1, status=bounced (host said: 550 5.1.1 ";

    public static IEnumerable<HostileInput> All { get; } = new HostileInput[]
    {
        new("one line of 50 MB", times => Postfix + Repeat("x", times) + ")", 50_000_000) { Megabytes = 1_000 },
        new("a line of brackets", times => Postfix + Repeat("(", times), 5_000_000),
        new("a line of equals signs", times => "Jul  1 10:00:00 mx postfix/smtp[1]: 4ABC: " + Repeat("to=<", times), 2_000_000),
        new("a line of empty values", times => "Jul  1 10:00:00 mx postfix/smtp[1]: 4ABC: to" + Repeat("=''", times), 2_000_000),
        new("a line of quotes", times => "2025-07-01 10:00:00 1abcde-000001-2a ** " + Repeat("\"", times), 5_000_000),
        new("a line of commas", times => Repeat(",", times), 5_000_000),
        new("a line of replies", times => Repeat("550-5.1.1 ", times), 1_000_000),
        new("a line of addresses", times => Each(times, i => $"u{i}@dest.example "), 300_000),
        new("a million deliveries that start and never end", times => Each(times, i => $"starting delivery {i}: msg 1 to remote u{i}@dest.example\n"), 1_000_000) { Megabytes = 3_000 },
        new("a line of digits and dots", times => Repeat("5.", times), 5_000_000),
    }.Select(input => input with { Reading = Reading.Log }).Concat(new HostileInput[]
    {
        new("a million From lines", times => Repeat("From a@origin.example Tue Jul  1 10:00:00 2025\n\n", times), 1_000_000) { Megabytes = 8_000 },
        new("quoted From lines", times => "From a@origin.example Tue Jul  1 10:00:00 2025\nSubject: x\n\n" + Repeat(">From x\n", times), 1_000_000),
        new("a line of quote signs", times => "From a@origin.example Tue Jul  1 10:00:00 2025\nSubject: x\n\n" + Repeat(">", times), 15_000_000),
        new("a message of 100 MB between two", times => "From a@origin.example x\nSubject: x\n\n" + Repeat("0123456789\n", times) + "\nFrom b@origin.example x\n" + OnVictim(), 9_000_000) { Recipient = Victim },
    }.Select(input => input with { Reading = Reading.Mailbox }));
}
