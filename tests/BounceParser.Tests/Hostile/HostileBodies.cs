using static BounceParser.Tests.Hostile.HostileText;

namespace BounceParser.Tests.Hostile;

/// <summary>Bodies that readers of text go through again and again.</summary>
internal static class HostileBodies
{
    private const string Hi = "Hi. This is the qmail-send program at mail.origin.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\n\n";
    private const string Exim = "This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n";
    private const string Sendmail = "The original message was received at Tue, 1 Jul 2025 10:00:00 +0200\nfrom localhost\n\n";

    public static IEnumerable<HostileInput> All { get; } =
    [
        new("quotes 100,000 deep", times => Bounce(Each(100, _ => Repeat("> ", times) + "550 5.1.1 <a@dest.example> User unknown\n")), 5_000),
        new("quotations alone, blank lines between them", times => Bounce(Repeat("> \n\n", times)), 60_000),
        new("lines of one character", times => Bounce(Repeat("a\n", times)), 5_000_000),
        new("lines of one at sign", times => Bounce(Repeat("@\n", times)), 5_000_000),
        new("ten million blank lines", times => Bounce(Repeat("\n", times)), 10_000_000),
        new("one line of 16 MB", times => Bounce(Repeat("a", times)), 16_000_000),
        new("one line of spaces", times => Bounce("Your message could not be delivered to a@dest.example" + Repeat(" ", times) + "x"), 16_000_000),
        new("12,000 addresses in one line", times => Bounce("Your message could not be delivered to: " + Each(times, i => $"u{i}@dest.example ") + "\n"), 12_000),
        new("12,000 addresses in one line, with a refusal", times => Bounce("The following addresses failed:\n\n" + Each(times, i => $"<u{i}@dest.example>, ") + ": 550 5.1.1 User unknown\n"), 12_000),
        new("addresses, each with a reply", times => Bounce("Your message could not be delivered.\n\n" + Each(times, i => $"u{i}@dest.example\n550 5.1.1 User unknown\n")), 5_000),
        // What a search for the slowest inputs found.
        new("one recipient over and over in one line", times => Bounce("Your message could not be delivered: " + Repeat("<a@dest.example>", times) + "\n550 5.1.1 User unknown\n"), 15_000) { Recipient = Victim },
        new("one recipient over and over, the reason before", times => Bounce("Your message could not be delivered. " + Repeat("No such user here.\n\n", times) + Repeat("Rcpt To: a@dest.example\n", times)), 5_000) { Recipient = Victim },
        new("one recipient, several times in each line of a paragraph", times => Bounce(Repeat("unable to deliver the message <a@dest.example><a@dest.example><a@dest.example>\n", times)), 3_000) { Recipient = Victim },
        new("a host of a hundred thousand parts", times => Bounce("This is a delivery status notification from mail.origin.example,\nrunning the Courier mail server, version 1.0.16.\n\n<a@dest.example>:\n     " + Repeat("mx1.dest.example [198.51.100.144]: ", times) + "\n <<< 550 5.1.1 User unknown\n\n"), 30_000) { Recipient = Victim },
        new("recipients below one long answer", times => Bounce("Your message could not be delivered to the following recipients.\nThe server said: " + Repeat("550-5.1.1 user unknown, retry in 5 minutes please; ", 300) + "\n\n" + Each(times, i => $"  <u{i}@dest.example>\n")), 10_000) { Recipient = "u0@dest.example" },
        new("recipients below one long answer of addresses", times => Bounce("Your message could not be delivered to the following recipients.\nThe server said: 550 5.1.1 no such user " + Repeat("a.b@c.d", 2_000) + "\n\n" + Each(times, i => $"  <u{i}@dest.example>\n")), 10_000),
        new("recipients of many domains below one long answer", times => Bounce("Your message could not be delivered to the following recipients.\nThe server said: " + Repeat("550-5.1.1 user unknown, retry in 5 minutes please; ", 300) + "\n\n" + Each(times, i => $"  <u@d{i}.example>\n")), 10_000) { Recipient = "u@d0.example" },
        new("addresses of another alphabet, in a mail to somebody with a long name", times => "To: " + Repeat("\u00F0\u00D2\u00C9.\"", 5_000) + "\n" + Bounce(Repeat("\u00F0\u00D2\u00C9\u00DE\u00C9\u00CE\u00C1: \u00D0\u00D2\u00C5\u00D7\u00D9\u00DB@.e\u00C1\n", times)), 10_000),
        new("a sentence of contacts and recipients", times => Bounce(Repeat("For assistance contact a@dest.example, whom your message cannot be delivered to ", times)), 3_000),
        new("sentences that say that it failed", times => Bounce(Repeat("Your message could not be delivered to the following recipients. ", times)), 200_000),
        new("one sentence that says that it failed", times => Bounce(Repeat("We are unable to deliver the message and ", times)), 300_000),
        new("paragraphs that say that it failed, and from whom it came", times => Bounce(Repeat("Message could not be delivered to mobile.\nError: No valid recipients for this MM\n\nMessage from: anna@origin.example\nTo: 5550101234@mx.dest.example\n\n", times)), 100_000),
        new("a thousand addressees, and as many addresses in replies", times => Bounce(Each(times, i => $"550 5.1.1 <u{i}@dest.example>: Recipient address rejected: User unknown\n"), $"To: {Each(times, i => $"Anna <v{i}@origin.example>,\n ")}anna@origin.example\n"), 20_000),
        new("codes in a row that are no replies", times => Bounce("We are unable to deliver the message from <anna@origin.example>\nto <choir@dest.example>.\n\n" + Repeat("1 421 421 421 421 421 421 421 ", times)), 500_000),
        new("replies in a row", times => Bounce("Your message could not be delivered.\n" + Repeat("550 ", times)), 4_000_000),
        new("status codes in a row", times => Bounce("Your message could not be delivered.\n" + Repeat("5.1.1.", times)), 2_000_000),
        new("qmail paragraphs", times => Bounce(Hi + Each(times, i => $"<u{i}@dest.example>:\nSorry, no mailbox here by that name. vpopmail (#5.1.1)\n\n")), 100_000) { Recipient = "u0@dest.example" },
        new("a qmail paragraph of 10 MB", times => Bounce(Hi + "<a@dest.example>:\n" + Repeat("Sorry, no mailbox here by that name. (#5.1.1)\n", times)), 200_000) { Recipient = Victim },
        new("an Exim list", times => Bounce(Exim + Each(times, i => $"  u{i}@dest.example\n    SMTP error from remote mail server after RCPT TO:<u{i}@dest.example>:\n    550 5.1.1 User unknown\n")), 50_000) { Recipient = "u0@dest.example" },
        new("an Exim alias chain", times => Bounce(Exim + "  a@dest.example\n" + Each(times, i => $"    (generated from u{i}@origin.example)\n") + "    550 5.1.1 User unknown\n"), 300_000),
        new("Exim aliases of one address", times => Bounce(Exim + Each(times, i => $"  a@dest.example\n    (generated from u{i}@origin.example)\n    550 5.1.1 User unknown\n")), 50_000),
        new("Exim: blank lines between sender and list", times => Bounce(Exim + Repeat("\n  a@dest.example\n\n\n\n", times)), 100_000),
        new("blank lines after every address", times => Bounce(Exim + Each(times, i => $"u{i}@dest.example\n") + Repeat("\n", times * 10)), 10_000),
        new("sendmail recipients and outcomes", times => Bounce(Sendmail + "   ----- The following addresses had permanent fatal errors -----\n" + Each(times, i => $"<u{i}@dest.example>\n    (reason: 550 5.1.1 User unknown)\n") + "\n   ----- Transcript of session follows -----\n... while talking to mx.dest.example.:\n" + Each(times, i => $">>> RCPT To:<u{i}@dest.example>\n<<< 550 5.1.1 User unknown\n550 5.1.1 <u{i}@dest.example>... User unknown\n")), 2_000),
        new("a sendmail transcript of 100,000 outcomes", times => Bounce(Sendmail + "   ----- The following addresses had permanent fatal errors -----\n<a@dest.example>\n\n   ----- Transcript of session follows -----\n... while talking to mx.dest.example.:\n" + Repeat(">>> DATA\n<<< 550 no\n554 Service unavailable\n", times)), 100_000) { Recipient = Victim },
        new("sendmail recipients whom no outcome names", times => Bounce(Sendmail + "   ----- The following addresses had permanent fatal errors -----\n" + Each(times, i => $"<u{i}@dest.example>\n") + "\n   ----- Transcript of session follows -----\n" + Repeat("554 x\n", times)), 8_000),
        new("a sendmail transcript of replies alone", times => Bounce(Sendmail + "   ----- Transcript of session follows -----\n" + Repeat("<<< 550 5.1.1 User unknown\n", times)), 9_000),
        new("'while talking to' without end", times => Bounce(Repeat("... while talking to mx.dest.example.:\n", times)), 200_000),
        new("Postfix paragraphs", times => Bounce("This is the mail system at host mail.origin.example.\n\n" + Each(times, i => $"<u{i}@dest.example>: host mx.dest.example[192.0.2.1] said: 550 5.1.1\n    <u{i}@dest.example>: User unknown (in reply to RCPT TO command)\n\n")), 50_000) { Recipient = "u0@dest.example" },
        new("openings of returned messages", times => Bounce("Your message could not be delivered.\n" + Repeat("----- Original message -----\n", times)), 300_000),
        new("fields of a report as text", times => Bounce(Each(times, i => Group($"u{i}@dest.example"))), 30_000) { Recipient = "u0@dest.example" },
        new("HTML with a million open tags", times => Bounce("<html><body>" + Repeat("<p", times), "Content-Type: text/html\n"), 1_000_000),
        new("HTML with a million nested tables", times => Bounce("<html><body>" + Repeat("<table><tr><td>", times) + "550 5.1.1 User unknown", "Content-Type: text/html\n"), 300_000),
        new("HTML comments that never end", times => Bounce(Repeat("<!--", times), "Content-Type: text/html\n"), 2_000_000),
        new("HTML entities that never end", times => Bounce(Repeat("&#", times) + Repeat("&amp", times), "Content-Type: text/html\n"), 2_000_000),
        new("HTML scripts that never end", times => Bounce(Repeat("<script><style>", times), "Content-Type: text/html\n"), 500_000),
        new("a statistic of 15 MB in an ordinary mail", times => "From: anna@origin.example\nSubject: Undeliverable statistics\n\n" + Each(times, i => $"u{i}@dest.example 550 5.1.1 User unknown\n"), 400_000),
    ];
}
