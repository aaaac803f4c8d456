namespace BounceParser.Tests.Smtp;

/// <summary>When a delivery was tried, as the stamp of its log line tells, where that is a whole time.</summary>
public sealed class LogTimeTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 24, 3, 29, 17, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-11-24T03:29:17Z mail postfix/smtp[307]: D67: to=<a@b.org>, relay=none, delay=1, dsn=4.4.1, status=deferred (connect to mx.b.org[192.0.2.1]:25: Connection refused)")]
    [InlineData("2026-11-24T04:29:17.000000+01:00 mail postfix/smtp[307]: D67: to=<a@b.org>, relay=none, delay=1, dsn=4.4.1, status=deferred (connect to mx.b.org[192.0.2.1]:25: Connection refused)")]
    [InlineData("<22>1 2026-11-24T03:29:17Z mail postfix/local 307 - - D67: to=<a@b.org>, relay=local, delay=1, dsn=2.0.0, status=sent (delivered to maildir)")]
    [InlineData("mailout-1  | 2026-11-24T03:29:17.000Z INFO    postfix/smtp[381]: 98B2D: to=<a@b.org>, relay=none, delay=2, dsn=5.4.4, status=bounced (no such host)")]
    [InlineData("2026-11-24 04:29:17 +0100 [4711] 1xVhas-00006C-0M == a@b.org R=dnslookup T=remote_smtp defer (-44) H=mx.b.org [192.0.2.1]: SMTP error from remote mail server after RCPT TO:<a@b.org>: 450 4.2.1 two")]
    [InlineData("2026-11-24T03:29:17.000Z,192.0.2.7,mail,198.51.100.10,mx1,08D5;2026,,ROUTING,FAIL,21540912,<x@y>,guid,a@b.org,550 5.1.1 RESOLVER.ADR.RecipNotFound; not found,158042,1,,,bonjour,c@d.org,c@d.org,,Incoming")]
    [InlineData("b,2026-11-24 04:29:17+0100,2026-11-24 04:29:16+0100,c@d.org,a@b.org,,failed,5.1.1 (bad destination mailbox address),smtp;550 5.1.1 gone,mx.b.org (192.0.2.1),bad-mailbox")]
    [InlineData("@400000006b05049700000000 delivery 7: failure: 192.0.2.1_does_not_like_recipient./Remote_host_said:_550_5.1.1_<a@b.org>:_gone/Giving_up_on_192.0.2.1./")]
    public void Stamp_tells_when_delivery_was_tried(string line)
    {
        var report = BounceInterpreter.Default.InterpretText(line);
        (report.Date, report.Diagnoses.Should().ContainSingle().Which.LastAttempt).Should().Be((At, At));
        BounceInterpreter.Default.InterpretLog([line]).Single().Date.Should().Be(At);
    }

    [Theory]
    [InlineData("Nov 24 03:29:17 mail postfix/smtp[307]: D67: to=<a@b.org>, relay=none, delay=1, dsn=4.4.1, status=deferred (connect to mx.b.org[192.0.2.1]:25: Connection refused)")]
    [InlineData("2026-11-24 03:53:22 1xVhas-00006C-0M ** a@b.org: retry timeout exceeded")]
    [InlineData("postfix/smtp[307]: D67: to=<a@b.org>, relay=none, delay=1, dsn=4.4.1, status=deferred (2026-11-24T03:29:17Z connect to mx.b.org[192.0.2.1]:25: Connection refused)")]
    public void Stamp_without_its_year_or_zone_tells_no_time(string line)
    {
        var report = BounceInterpreter.Default.InterpretText(line);
        (report.Date, report.Diagnoses.Should().ContainSingle().Which.LastAttempt).Should().Be((null, null));
    }

    [Fact]
    public void Paired_delivery_of_qmail_has_the_time_of_its_end() =>
        BounceInterpreter.Default.InterpretLog(["@400000006b05049000000000 starting delivery 7: msg 345 to remote a@b.org", "@400000006b05049700000000 delivery 7: deferral: Sorry,_I_wasn't_able_to_establish_an_SMTP_connection._(#4.4.1)/"])
            .Last().Diagnoses.Single().Should().Match<Diagnosis>(diagnosis => diagnosis.FinalRecipient == "a@b.org" && diagnosis.LastAttempt == At);
}
