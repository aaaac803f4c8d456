using System.Text;
using BounceParser.Tests.Cli;
using BounceParser.Tests.Support;

namespace BounceParser.Tests.Samples;

public sealed class ListScoringTests
{
    [Fact]
    public async Task Sample_counts_what_answers_the_list_once_a_day_and_removes_the_dead()
    {
        using var folder = new TemporaryFolder();
        var mbox = folder.Write("bounces.mbox", string.Concat(
            Bounce("dead@dest.example", "550 5.1.1 User unknown", "Mon, 2 Mar 2026", "issue-1@list.example"),
            Bounce("full@dest.example", "552 5.2.2 Mailbox full", "Mon, 2 Mar 2026", "issue-1@list.example"),
            Bounce("full@dest.example", "552 5.2.2 Mailbox full", "Mon, 2 Mar 2026", "issue-2@list.example"),
            Bounce("full@dest.example", "552 5.2.2 Mailbox full", "Tue, 3 Mar 2026", "issue-3@list.example"),
            Bounce("victim@dest.example", "550 5.1.1 User unknown", "Tue, 3 Mar 2026", "forged@elsewhere.example"),
            Bounce("innocent@dest.example", "550 5.7.1 Your IP 192.0.2.7 is listed by zen.spamhaus.org", "Tue, 3 Mar 2026", "issue-3@list.example")));
        var sent = folder.Write("sent.txt", "<issue-1@list.example>\n<issue-2@list.example>\n<issue-3@list.example>\n");

        var run = await Sample.RunAsync("ListScoring", mbox, sent);

        run.Error.Should().BeEmpty();
        run.Output.Should().Be("3\tdead@dest.example\tremove\n2\tfull@dest.example\tkeep\n");
    }

    private static string Bounce(string recipient, string said, string day, string messageId)
    {
        var report = Mail.Report(Mail.Failed(recipient, said), $"From: news@list.example\nMessage-ID: <{messageId}>\n", $"To: bounces@list.example\nDate: {day} 10:00:00 +0000\n");
        return $"From MAILER-DAEMON Mon Mar  2 10:00:00 2026\n{Encoding.UTF8.GetString(report)}\n";
    }
}
