
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

    private static byte[] Bounce(int i) =>
        Mail.Report(Mail.Failed($"r{i}@dest.example", "550 5.1.1 User unknown"), headers: $"To: bounces@list.example\nDate: Tue, 3 Nov 2026 10:{i % 60:00}:00 +0000\nMessage-ID: <{i}@mx.list.example>\n");
}
