using BounceParser.Tests.Support;

namespace BounceParser.Tests.Samples;

public sealed class BounceMailboxTests
{
    [DovecotFact]
    public async Task Sample_files_bounces_by_what_is_to_be_done_and_leaves_mail_where_it_is()
    {
        using var server = await DovecotServer.StartAsync();
        server.Deliver("dead", Bounce("550 5.1.1 User unknown"));
        server.Deliver("ours", Bounce("554 sorry, your envelope sender is in my badmailfrom list"));
        server.Deliver("mail", "From: a@dest.example\r\nTo: b@list.example\r\nSubject: Lunch\r\n\r\nAt noon?\r\n"u8.ToArray());

        var run = await Sample.RunAsync("BounceMailbox", new Dictionary<string, string> { ["IMAP_PASSWORD"] = DovecotServer.Password }, "",
            "127.0.0.1", $"{server.Port}", DovecotServer.User, "none");

        run.Error.Should().BeEmpty();
        run.Output.Trim().Split('\n').Should().BeEquivalentTo(
            "Dead\tFailure\tl.martin@dest.example\tUserUnknown\tSuppressRecipient",
            "Ours\tFailure\tl.martin@dest.example\tSenderRejected\tFixSenderSetup",
            "INBOX\tNotABounce\t\t\t");
        Mails(server, ".Dead").Should().ContainSingle().Which.Should().Contain("User unknown");
        Mails(server, ".Ours").Should().ContainSingle().Which.Should().Contain("badmailfrom");
        Mails(server, "").Should().ContainSingle().Which.Should().Contain("At noon?");
    }

    private static IEnumerable<string> Mails(DovecotServer server, string folder) =>
        new[] { "new", "cur" }.Select(name => Path.Combine(server.Maildir, folder, name)).SelectMany(Directory.EnumerateFiles).Select(File.ReadAllText);

    private static byte[] Bounce(string said) => Mail.Report(Mail.Failed("l.martin@dest.example", said), headers: "To: bounces@list.example\n");
}
