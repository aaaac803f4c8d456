using System.Text;

namespace BounceParser.Tests.Support;

/// <summary>Mails of a test's server.</summary>
internal static class DovecotMails
{
    /// <summary>Bounces of r0@dest.example, r1@dest.example and so on.</summary>
    public static void DeliverBounces(this DovecotServer server, int count, int from = 0)
    {
        for (var i = from; i < from + count; i++) server.Deliver($"{1_800_000_000 + i}.M1P{i}.mx", Bounce(i));
    }

    /// <param name="server">Whose files.</param>
    /// <param name="folder">As in the Maildir: empty for the inbox, <c>.Read</c> for the folder Read.</param>
    public static IReadOnlyList<string> MailsIn(this DovecotServer server, string folder) =>
        [.. new[] { "cur", "new" }.Select(name => Path.Combine(server.Maildir, folder, name)).Where(Directory.Exists).SelectMany(Directory.GetFiles)];

    /// <summary>As after a restored backup: the messages stay, their numbers and UIDVALIDITY are new.</summary>
    public static void ForgetNumbers(this DovecotServer server)
    {
        foreach (var file in Directory.GetFiles(server.Maildir, "dovecot*").Where(file => !file.Contains("uidvalidity", StringComparison.Ordinal))) File.Delete(file);
    }

    private static byte[] Bounce(int i) => Encoding.ASCII.GetBytes($"""
        From: MAILER-DAEMON@mx.list.example
        To: bounces@list.example
        Date: Tue, 3 Nov 2026 10:{i % 60:00}:00 +0000
        Message-ID: <{i}@mx.list.example>
        Subject: Undelivered Mail Returned to Sender
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary=x

        --x
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.list.example

        Final-Recipient: rfc822; r{i}@dest.example
        Action: failed
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 User unknown

        --x--

        """.ReplaceLineEndings("\r\n"));
}
