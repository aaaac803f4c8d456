using static BounceParser.Tests.Hostile.HostileText;

namespace BounceParser.Tests.Hostile;

/// <summary>Report parts with too much of what a report may hold.</summary>
internal static class HostileReports
{
    public static IEnumerable<HostileInput> All { get; } =
    [
        new("a million recipients", times => Report(Each(times, i => $"Final-Recipient: rfc822; u{i}@dest.example\nAction: failed\n\n")), 1_000_000) { Recipient = "u0@dest.example" },
        new("100,000 recipients with different replies", times => Report(Each(times, i => Group($"u{i}@dest.example", $"550 5.1.1 {i} <u{i}@dest.example> User unknown in table {i}"))), 100_000) { Recipient = "u0@dest.example" },
        new("the same recipients in the report and in the text", times => Report(Each(times, i => Group($"u{i}@dest.example")), Each(times, i => $"<u{i}@dest.example>: host mx.dest.example said: 550 5.1.1 User unknown {i}\n\n")), 100_000) { Recipient = "u0@dest.example" },
        new("other recipients in the report than in the text", times => Report(Each(times, i => Group($"u{i}@dest.example")), Each(times, i => $"<v{i}@dest.example>: host mx.dest.example said: 550 5.1.1 User unknown {i}\n\n")), 100_000) { Recipient = "u0@dest.example" },
        new("the same recipient 100,000 times", times => Report(Repeat(Group(Victim), times)), 100_000) { Recipient = Victim },
        new("one recipient with 100,000 aliases", times => Report(Each(times, i => $"Final-Recipient: rfc822; u{i}@origin.example\nX-Actual-Recipient: rfc822; a@dest.example\nAction: failed\nStatus: 5.1.1\n\n")), 100_000),
        new("a million empty groups", times => Report(Repeat("\n", times) + Group(Victim)), 1_000_000) { Recipient = Victim },
        new("a million groups that name nobody", times => Report(Repeat("Action: failed\nStatus: 5.0.0\n\n", times)), 500_000),
        new("a Diagnostic-Code of 10 MB in one line", times => Report(Group(Victim, "550 5.1.1 " + Repeat("x", times))), 10_000_000) { Recipient = Victim },
        new("a Diagnostic-Code of 10 MB in folds", times => Report(Group(Victim, "550 5.1.1 " + Repeat("no such user\n ", times))), 700_000) { Recipient = Victim },
        new("a million Diagnostic-Code of one recipient", times => Report("Final-Recipient: rfc822; a@dest.example\nAction: failed\n" + Repeat("Diagnostic-Code: smtp; 550 5.1.1 User unknown\n", times)), 300_000) { Recipient = Victim },
        new("a million extension fields", times => Report("Final-Recipient: rfc822; a@dest.example\nAction: failed\n" + Each(times, i => $"X-Field-{i}: 550 y\n")), 500_000) { Recipient = Victim },
        new("statuses with endless digits", times => Report("Final-Recipient: rfc822; a@dest.example\nAction: failed\nStatus: 5." + Repeat("9", times) + ".1\n"), 1_000_000) { Recipient = Victim },
        new("a recipient of 10 MB", times => Report(Group(Repeat("a", times) + "@dest.example")), 10_000_000),
        new("a recipient of at signs", times => Report(Group(Repeat("a@", times) + "dest.example")), 60_000),
        new("endless source routes and brackets", times => Report(Group(Repeat("<@a,", times) + ":a@dest.example" + Repeat(">", times))), 60_000),
        new("ORCPT of xtext escapes", times => Report($"Original-Recipient: rfc822; {Repeat("+40", times)}\n" + Group(Victim)), 60_000) { Recipient = Victim },
        new("a complaint with a million fields", times => Bounce("--b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\n" + Repeat("Original-Rcpt-To: <a@dest.example>\n", times) + "\n--b--\n", "Content-Type: multipart/report; report-type=feedback-report; boundary=b\n"), 300_000),
        new("a returned message of 15 MB", times => OnVictim(returned: "Subject: x\n\n" + Repeat("550 5.1.1 <b@dest.example> User unknown\n", times)), 350_000) { Recipient = Victim },
    ];
}
