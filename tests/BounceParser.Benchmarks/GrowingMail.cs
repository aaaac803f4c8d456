using System.Text;

namespace BounceParser.Benchmarks;

/// <summary>Bounces with any number of what they are made of.</summary>
internal static class GrowingMail
{
    public static string Bounce(string body, string headers = "") =>
        $"Return-Path: <>\nFrom: MAILER-DAEMON@mail.origin.example\nTo: anna@origin.example\nSubject: Undelivered Mail Returned to Sender\n{headers}\n{body}";

    public static string Report(string groups, string text) =>
        Bounce($"--b\nContent-Type: text/plain\n\n{text}\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mail.origin.example\n\n{groups}\n--b--\n",
            "MIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\n");

    public static string Group(int index, string words = "User unknown") =>
        $"Final-Recipient: rfc822; user{index}@dest.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 {words}\n";

    public static string Groups(int many) => Each(many, index => Group(index) + "\n");

    public static string Prose(int lines) => Each(lines, index => $"Line {index} of a letter that has nothing to do with it, and goes on.\n");

    public static string Postfix(int many) => "This is the mail system at host mail.origin.example.\n\nI'm sorry to have to inform you that your message could not\nbe delivered to one or more recipients.\n\n"
        + Each(many, index => $"<user{index}@dest.example>: host mx.dest.example[192.0.2.1] said: 550 5.1.1\n    <user{index}@dest.example>: User unknown (in reply to RCPT TO command)\n\n");

    public static string Qmail(int many) => "Hi. This is the qmail-send program at mail.origin.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n"
        + Each(many, index => $"<user{index}@dest.example>:\n192.0.2.1 does not like recipient.\nRemote host said: 550 5.1.1 User unknown\nGiving up on 192.0.2.1.\n\n");

    public static string Sendmail(int many) => "The original message was received at Thu, 1 Jan 2026 00:00:00 GMT\nfrom localhost [127.0.0.1]\n\n   ----- The following addresses had permanent fatal errors -----\n"
        + Each(many, index => $"<user{index}@dest.example>\n    (reason: 550 5.1.1 User unknown)\n") + "\n   ----- Transcript of session follows -----\n... while talking to mx.dest.example.:\n"
        + Each(many, index => $">>> RCPT To:<user{index}@dest.example>\n<<< 550 5.1.1 User unknown\n550 5.1.1 <user{index}@dest.example>... User unknown\n");

    public static string Unknown(int many) => "Your message could not be delivered to these recipients:\n\n" + Each(many, index => $"user{index}@dest.example\n   550 5.1.1 User unknown\n\n");

    public static string Each(int many, Func<int, string> piece)
    {
        var text = new StringBuilder();
        for (var index = 0; index < many; index++) text.Append(piece(index));
        return text.ToString();
    }
}
