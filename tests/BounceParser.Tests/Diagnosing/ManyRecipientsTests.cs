using System.Diagnostics;
using System.Text;
using BounceParser.Tests.Hostile;
using BounceParser.Tests.Support;
using CsCheck;

namespace BounceParser.Tests.Diagnosing;

/// <summary>Many recipients whom the headers alone name: the text of the bounce is not theirs ten thousand times over.</summary>
public sealed class ManyRecipientsTests
{
    private const long Megabytes = 1024 * 1024;

    [Fact]
    public void Failed_recipients_of_a_long_text_stay_within_bounds()
    {
        var mail = new StringBuilder("From: MAILER-DAEMON@out.example\nTo: ann@origin.example\nSubject: Delivery failed\nReturn-Path: <>\n");
        for (var i = 0; i < 4_900; i++) mail.Append("X-Failed-Recipients: user").Append(i).Append("@dest.example, other").Append(i).Append("@dest.example\n");
        mail.Append("\nYour message could not be delivered. ").Insert(mail.Length, "word ", 50_000);
        var bytes = Encoding.ASCII.GetBytes(mail.ToString());
        var (before, clock) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.StartNew());

        var report = BounceInterpreter.Default.Interpret(bytes);

        report.Diagnoses.Should().HaveCount(9_800);
        report.IsTruncated.Should().BeTrue("each recipient has a part of the text only");
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(400 * Megabytes);
        clock.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void More_recipients_than_the_limit_are_left_out()
    {
        var mail = Encoding.ASCII.GetBytes("From: MAILER-DAEMON@out.example\nSubject: Delivery failed\nReturn-Path: <>\nX-Failed-Recipients: a@dest.example, b@dest.example, c@dest.example\n\nYour message could not be delivered.\n");
        var report = new BounceInterpreter(new BounceParserOptions { MaxRecipients = 2 }).Interpret(mail);
        report.Diagnoses.Select(diagnosis => diagnosis.FinalRecipient).Should().Equal("a@dest.example", "b@dest.example");
        report.IsTruncated.Should().BeTrue();
    }

    [Fact]
    public void Each_recipient_is_judged_as_if_it_stood_alone()
    {
        var groups = Gen.Select(
            Choice.Of("a@dest.example", "b@dest.example", "a@gmail.com", "c@missing.example", "b@missing.example"),
            Choice.Of("550 5.1.1 User unknown", "452 4.2.2 Mailbox full", "550 <a@dest.example>: no such user", "Host or domain name not found. Name service error for name=missing.example type=A: Host not found", "550 5.2.1 The email account that you tried to reach is disabled"),
            Choice.Of("failed", "delayed"),
            Choice.Of("5.0.0", "5.1.1", "4.2.2"),
            (recipient, words, action, status) => $"Final-Recipient: rfc822; {recipient}\nAction: {action}\nStatus: {status}\nDiagnostic-Code: smtp; {words}\n\n").List[1, 6];
        groups.Sample(chosen =>
        {
            var distinct = chosen.DistinctBy(group => group.Split('\n')[0]).ToList();
            Judged(distinct).Should().Equal(distinct.SelectMany(group => Judged([group])));
        });
    }

    private static IEnumerable<string> Judged(IReadOnlyList<string> groups) =>
        BounceInterpreter.Default.Interpret(Encoding.ASCII.GetBytes(HostileText.Report(string.Concat(groups)))).Diagnoses
            .Select(one => $"{one.FinalRecipient} {one.Action} {one.Status} {one.Reply} {one.Reason} {one.Situation} {one.Recommendation} {one.Provider} {one.DecidingRule?.Line} {one.DiagnosticText}");
}
