using static BounceParser.Tests.Hostile.HostileText;

namespace BounceParser.Tests.Hostile;

/// <summary>Headers that are long, many, or coded.</summary>
internal static class HostileHeaders
{
    public static IEnumerable<HostileInput> All { get; } =
    [
        new("one header of 20 MB", times => OnVictim(headers: "X-Long: " + Repeat("a", times) + "\n"), 20_000_000),
        new("a header with a million folds", times => OnVictim(headers: "X-Long: a\n" + Repeat(" b\n", times)), 1_000_000) { Recipient = Victim },
        new("a million headers", times => OnVictim(headers: Repeat("X: y\n", times)), 1_000_000),
        new("a hundred thousand Received", times => OnVictim(headers: Each(times, i => $"Received: from mx{i}.example ([192.0.2.1]) by mx{i + 1}.example; Tue, 1 Jul 2025 10:00:00 +0000\n")), 100_000),
        new("a million X-Failed-Recipients", times => Bounce("A message that you sent could not be delivered to one or more of its recipients.\n", Each(times, i => $"X-Failed-Recipients: u{i}@dest.example\n")), 1_000_000),
        new("X-Failed-Recipients with a million addresses", times => Bounce("A message that you sent could not be delivered to one or more of its recipients.\n", "X-Failed-Recipients: " + Each(times, i => $"u{i}@dest.example,\n ") + "\n"), 1_000_000),
        new("To with 300,000 addresses", times => OnVictim(headers: "Cc: " + Each(times, i => $"u{i}@dest.example,\n ") + "x@dest.example\n"), 300_000) { Recipient = Victim },
        new("To with 300,000 nested groups and comments", times => OnVictim(headers: "Cc: " + Repeat("(g:", times) + "\n"), 300_000) { Recipient = Victim },
        new("100,000 Content-Type parameters", times => Bounce("It failed: <a@dest.example>: User unknown\n", "Content-Type: text/plain;" + Each(times, i => $" p{i}=v;") + "\n"), 100_000),
        new("an RFC 2231 bomb", times => Bounce("It failed.\n", "Content-Type: text/plain;" + Each(times, i => $"\n charset*{i}*=us-ascii'en'a;") + "\n"), 100_000),
        new("an RFC 2047 bomb", times => Bounce("It failed.\n", "X-Subject: " + Repeat("=?utf-8?B?w6k=?=\n ", times) + "\n"), 500_000),
        new("an RFC 2047 bomb in the subject", times => OnVictim(returned: "Subject: " + Repeat("=?utf-8?q?=C3?= ", times) + "\n\nsalut\n"), 500_000) { Recipient = Victim },
        new("encoded words that never end", times => OnVictim(returned: "Subject: " + Repeat("=?utf-8?b?", times) + "\n\nsalut\n"), 500_000) { Recipient = Victim },
        new("From repeated", times => OnVictim(headers: Repeat("From: MAILER-DAEMON@mail.origin.example\nSubject: Undelivered\n", times)), 200_000),
        new("NUL in every field", times => Report(Repeat("Final-Recipient: rfc822; a\0@dest.example\nAction: fai\0led\nDiagnostic-Code: smtp; 550\0 5.1.1 \0\n\n", times)), 50_000),
        new("header names without an end", times => Bounce(Repeat("It failed. ", 10), Repeat("a", times) + "\n"), 10_000_000),
        new("a header of colons", times => Bounce("It failed.\n", "X" + Repeat(":", times) + "\n"), 10_000_000),
    ];
}
