using BounceParser.Evidence;
using BounceParser.Smtp;

namespace BounceParser.Tests.Smtp;

public class LogLineReaderTests
{
    [Fact]
    public void Every_format_is_listed_once()
    {
        var written = typeof(LogFormat).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(LogFormat)) && !type.IsAbstract);
        LogLineReader.Formats.Select(format => format.GetType()).Should().BeEquivalentTo(written);
    }

    [Theory]
    [InlineData("Nov 24 03:29:17 mail postfix/smtp[307]: D67: to=<a@b.org>, relay=mx.b.org[192.0.2.1]:25, delay=0.15, delays=0/0/0/0, dsn=5.1.1, status=bounced (host mx.b.org[192.0.2.1] said: 550 5.1.1 gone (in reply to RCPT TO command))",
        "postfix", DsnAction.Failed, "a@b.org", "5.1.1", "mx.b.org", "550 5.1.1 gone")]
    [InlineData("2026-11-24T03:29:17.123456+01:00 mail postfix/smtp[307]: D67: to=<a@b.org>, orig_to=<c@b.org>, relay=none, delay=1, delays=0/0/0/0, dsn=4.4.1, status=deferred (connect to mx.b.org[192.0.2.1]:25: Connection refused)",
        "postfix", DsnAction.Delayed, "a@b.org", "4.4.1", "mx.b.org", "connect to mx.b.org[192.0.2.1]:25: Connection refused")]
    [InlineData("<22>1 2026-11-24T03:29:17Z mail postfix/local 307 - - D67: to=<a@b.org>, relay=local, delay=1, dsn=2.0.0, status=sent (delivered to maildir)",
        "postfix", DsnAction.Delivered, "a@b.org", "2.0.0", null, "delivered to maildir")]
    [InlineData("postfix/smtpd[2]: NOQUEUE: reject: RCPT from x[2001:db8::1]: 550 5.1.1 <a@b.org>: Recipient address rejected: gone; from=<c@d.org> to=<a@b.org> proto=ESMTP helo=<x>",
        "postfix", DsnAction.Failed, "a@b.org", null, null, "550 5.1.1 <a@b.org>: Recipient address rejected: gone")]
    [InlineData("2026-11-24 03:53:22 1xVhas-00006C-0M ** a@b.org R=dnslookup T=remote_smtp H=mx.b.org [192.0.2.1]: SMTP error from remote mail server after RCPT TO:<a@b.org>: 550 5.1.1 gone",
        "exim", DsnAction.Failed, "a@b.org", null, "mx.b.org", "550 5.1.1 gone")]
    [InlineData("2026-11-24 03:53:22 +0100 [4711] 1xVhas-00006C-0M == a@b.org R=dnslookup T=remote_smtp defer (-44) H=mx.b.org [192.0.2.1]: SMTP error from remote mail server after RCPT TO:<a@b.org>: 450-4.2.1 one\\n450 4.2.1 two",
        "exim", DsnAction.Delayed, "a@b.org", null, "mx.b.org", "450-4.2.1 one 450 4.2.1 two")]
    [InlineData("2026-11-24 03:53:22 1xVhas-00006C-0M ** a@b.org: retry timeout exceeded", "exim", DsnAction.Failed, "a@b.org", null, null, "retry timeout exceeded")]
    [InlineData("2026-11-24 03:53:22 1xVhas-00006C-0M => user <a@b.org> R=local T=maildir", "exim", DsnAction.Delivered, "a@b.org", null, null, "")]
    [InlineData("2026-11-24 03:53:22 H=(x) [192.0.2.1] F=<c@d.org> rejected RCPT <a@b.org>: Unknown user", "exim", DsnAction.Failed, "a@b.org", null, null, "Unknown user")]
    [InlineData("Nov 24 03:57:01 mail sendmail[56]: 6AO3: to=<a@b.org>, delay=00:00:00, mailer=esmtp, relay=mx.b.org. [192.0.2.1], dsn=5.1.1, reply=550 5.1.1 gone, stat=User unknown",
        "sendmail", DsnAction.Failed, "a@b.org", "5.1.1", "mx.b.org", "550 5.1.1 gone")]
    [InlineData("Nov 24 03:57:01 mail sm-mta[56]: 6AO3: to=<a@b.org>, delay=00:00:00, relay=mx.b.org. [192.0.2.1], dsn=4.0.0, stat=Deferred: Connection refused by mx.b.org.",
        "sendmail", DsnAction.Delayed, "a@b.org", "4.0.0", "mx.b.org", "Connection refused by mx.b.org.")]
    [InlineData("Nov 24 03:57:01 mail sendmail[56]: 6AO3: ruleset=check_rcpt, arg1=<a@b.org>, relay=x [192.0.2.1], reject=550 5.7.1 <a@b.org>... Relaying denied",
        "sendmail", DsnAction.Failed, "a@b.org", null, null, "550 5.7.1 <a@b.org>... Relaying denied")]
    [InlineData("@4000000067434e1d0a1b2c3d delivery 7: failure: 192.0.2.1_does_not_like_recipient./Remote_host_said:_550_5.1.1_<a_c@b.org>:_gone/Giving_up_on_192.0.2.1./",
        "qmail", DsnAction.Failed, "a_c@b.org", "5.1.1", "192.0.2.1", "550 5.1.1 <a_c@b.org>: gone")]
    [InlineData("Nov 24 04:00:16 mail smtpd[25]: 2578c0af mta delivery evpid=de9b from=<c@d.org> to=<a@b.org> rcpt=<-> source=\"192.0.2.25\" relay=\"192.0.2.1 (mx.b.org)\" delay=0s result=\"PermFail\" stat=\"550 5.1.1 gone\"",
        "opensmtpd", DsnAction.Failed, "a@b.org", null, "mx.b.org", "550 5.1.1 gone")]
    [InlineData("Nov 24 04:00:54 mail smtpd[26]: relay: Expire for 95d6: from=<c@d.org>, to=<a@b.org>, rcpt=<->, delay=4s, stat=Envelope expired", "opensmtpd", DsnAction.Failed, "a@b.org", null, null, "Envelope expired")]
    [InlineData("Nov 24 04:02:11 mail courieresmtp: id=0000.6B05.0087,from=<c@d.org>,addr=<a@b.org>: 550 gone", "courier", DsnAction.Failed, "a@b.org", null, null, "550 gone")]
    [InlineData("Nov 24 04:02:11 mail courieresmtp: id=0000.6B05.0087,from=<c@d.org>,addr=<a@b.org>,status: deferred", "courier", DsnAction.Delayed, "a@b.org", null, null, "")]
    [InlineData("Nov 24 04:02:11 mail courierd: id=0000.6B05.0087,from=<c@d.org>,addr=<a@b.org>,status: deferred: 421 busy", "courier", DsnAction.Delayed, "a@b.org", null, null, "421 busy")]
    [InlineData("mailout-1  | 2026-11-24T06:45:01.881Z INFO    postfix/smtp[381]: 98B2D: to=<a@b.org>, relay=none, delay=2, dsn=5.4.4, status=bounced (no such host)", "postfix", DsnAction.Failed, "a@b.org", "5.4.4", null, "no such host")]
    [InlineData("2026-11-24T09:31:22Z INFO RCPT TO rejected (delivery.rcpt-to-rejected) queueId = 2018, from = \"c@d.org\", to = \"a@b.org\", hostname = \"mx.b.org\", code = 550, details = \"gone for good\"", null, DsnAction.Failed, "a@b.org", null, null, "550 gone for good")]
    [InlineData("level=warn msg=\"delivery deferred\" rcpt=<a@b.org> error=\"450 4.2.1 come back later\" attempts=3", null, DsnAction.Delayed, "a@b.org", null, null, "450 4.2.1 come back later")]
    [InlineData("May 30 08:08:20 mx postfix/cleanup[210]: 1D44A0: reject: header Content-Type: application/x-msdownload; name=\"x.scr\" from mx.d.org[198.51.100.9]; from=<c@d.org> to=<a@b.org> proto=ESMTP helo=<mx.d.org>: 5.7.1 not taken here",
        "postfix", DsnAction.Failed, "a@b.org", null, null, "5.7.1 not taken here")]
    [InlineData("Jul 10 08:32:50 mx sm-mta[4418]: x6A7WmZR004418: Milter: to=<a@b.org>, reject=550 5.7.1 Blocked", "sendmail", DsnAction.Failed, "a@b.org", null, null, "550 5.7.1 Blocked")]
    [InlineData("2016-11-08 10:21:17.391124500 CHKUSER rejected rcpt: from <c@d.org::> remote <mx.d.org:unknown:192.0.2.90> rcpt <a@b.org> : not existing recipient", "qmail", DsnAction.Failed, "a@b.org", null, null, "not existing recipient")]
    [InlineData("1099512345.912331 delivery 120: deferral: 192.0.2.1_does_not_like_recipient./Remote_host_said:_421_<a@b.org>_busy/", "qmail", DsnAction.Delayed, "a@b.org", null, "192.0.2.1", "421 <a@b.org> busy")]
    [InlineData("Nov 24 10:23:46 mail postgrey[1147]: action=greylist, reason=new, client_name=mx.d.org, client_address=192.0.2.6, sender=c@d.org, recipient=a@b.org", null, DsnAction.Delayed, "a@b.org", null, null, "greylist")]
    [InlineData("00:08:20.111 2 DEQUEUER [11345] SMTP(b.org)a@b.org relayed: relayed via mx.b.org", "communigate", DsnAction.Relayed, "a@b.org", null, null, "relayed via mx.b.org")]
    [InlineData("00:08:20.111 1 DEQUEUER [11345] SMTP(b.org)a@b.org failed: host said: 550 5.1.1 gone", "communigate", DsnAction.Failed, "a@b.org", null, null, "550 5.1.1 gone")]
    [InlineData("00:08:20.111 2 DEQUEUER [11345] LOCAL(anna)anna@b.org delivered: Delivered to the user mailbox", "communigate", DsnAction.Delivered, "anna@b.org", null, null, "Delivered to the user mailbox")]
    [InlineData("{\"log\":\"2026-11-24T06:11:02Z mail postfix/smtp[20]: 19904: to=\\u003ca@b.org\\u003e, relay=none, delay=1, dsn=4.4.1, status=deferred (connect to mx.b.org[192.0.2.1]:25: Connection refused)\\n\",\"stream\":\"stdout\"}", "postfix", DsnAction.Delayed, "a@b.org", "4.4.1", "mx.b.org", "connect to mx.b.org[192.0.2.1]:25: Connection refused")]
    [InlineData("{\"MESSAGE\":\"19904: to=<a@b.org>, relay=none, delay=1, dsn=4.4.1, status=deferred (connect to mx.b.org[192.0.2.1]:25: Connection refused)\",\"SYSLOG_IDENTIFIER\":\"postfix/smtp\"}", "postfix", DsnAction.Delayed, "a@b.org", "4.4.1", "mx.b.org", "connect to mx.b.org[192.0.2.1]:25: Connection refused")]
    [InlineData("Jun 04 09:15:50 mail cbpolicyd[2290]: module=Greylisting, action=defer, host=192.0.2.210, from=c@d.org, to=a@b.org, reason=greylisted", null, DsnAction.Delayed, "a@b.org", null, null, "greylisted")]
    [InlineData("Apr 25 12:48:01 mail transfer[46]: relay: TempFail for 66251a40: from=c@d.org, to=a@b.org, relay=192.0.2.37 (mx.b.org), delay=12s, stat=451 later", "opensmtpd", DsnAction.Delayed, "a@b.org", null, "mx.b.org", "451 later")]
    [InlineData("datetime=2026-11-24T16:47:41+0100|aCode=7O7I|IP=192.0.2.9|Dir=Inbound|Sender=c@d.org|Rcpt=a@b.org|Act=Rej|TlsVer=TLSv1.2|RejType=\"IP Found in RBL\"|Error=\"IP Found in RBL\"|RejCode=550|RejInfo=\"192.0.2.9 Blocked by Spamhaus ZEN\"",
        null, DsnAction.Failed, "a@b.org", null, null, "550 192.0.2.9 Blocked by Spamhaus ZEN")]
    [InlineData("b,2026-11-24 03:29:17+0100,bad-mailbox,vmta-1,c@d.org,a@b.org,mta.d.org (192.0.2.4),198.51.100.33,,5.1.1 (bad destination mailbox address),mx1.b.org (198.51.100.90)",
        "powermta", DsnAction.Failed, "a@b.org", "5.1.1", null, "5.1.1 (bad destination mailbox address)")]
    [InlineData("Nov 24 04:02:11 mail dovecot: lmtp(a@b.org)<1><s>: msgid=<x@y>: save failed to INBOX: Quota exceeded", "dovecot", null, "a@b.org", null, null, "Quota exceeded")]
    [InlineData("Nov 24 04:02:11 mail dovecot: lmtp(4711, a@b.org): YvHK: sieve: msgid=<x@y>: stored mail into mailbox 'INBOX'", "dovecot", DsnAction.Delivered, "a@b.org", null, null, "")]
    [InlineData("2026-11-24T03:29:17.123Z,192.0.2.7,mail,198.51.100.10,mx1,08D5;2026,,ROUTING,FAIL,21540912,<x@y>,guid,a@b.org,550 5.1.1 RESOLVER.ADR.RecipNotFound; not found,158042,1,,,bonjour,c@d.org,c@d.org,,Incoming",
        "exchange", DsnAction.Failed, "a@b.org", null, null, "550 5.1.1 RESOLVER.ADR.RecipNotFound; not found")]
    [InlineData("2026-11-24T03:29:17.123Z,,,,mx1,,,SMTP,DEFER,21540912,<x@y>,a@b.org,\"[{LED=451 4.4.0 Primary target IP address responded with: \"\"421 4.3.2 busy\"\"};{MSG=}]\",1,1,,,s,c@d.org,c@d.org",
        "exchange", DsnAction.Delayed, "a@b.org", null, null, "451 4.4.0 Primary target IP address responded with: \"421 4.3.2 busy\"")]
    [InlineData("2026-11-24T03:29:17.123Z,,,,mx1,,,STOREDRIVER,DELIVER,21540912,<x@y>,a@b.org,,1,1,,,s,c@d.org,c@d.org", "exchange", DsnAction.Delivered, "a@b.org", null, null, "")]
    [InlineData("b,2026-11-24 03:29:17+0100,2026-11-24 03:29:10+0100,c@d.org,a@b.org,,failed,5.1.1 (bad destination mailbox address),\"smtp;550 5.1.1 gone, really\",mx.b.org (198.51.100.10),bad-mailbox",
        "powermta", DsnAction.Failed, "a@b.org", "5.1.1", "mx.b.org", "550 5.1.1 gone, really")]
    [InlineData("b,1795490957,1795490950,c@d.org,a@b.org,rfc822;a@b.org,failed,5.2.2,smtp;552 5.2.2 full,mx.b.org (198.51.100.10),quota-issues",
        "powermta", DsnAction.Failed, "a@b.org", "5.2.2", "mx.b.org", "552 5.2.2 full")]
    [InlineData("d,2026-11-24 03:29:17+0100,2026-11-24 03:29:10+0100,c@d.org,a@b.org,,relayed,2.0.0 (success),smtp;250 ok,mx.b.org (198.51.100.10),", "powermta", DsnAction.Relayed, "a@b.org", "2.0.0", "mx.b.org", "250 ok")]
    [InlineData("t,2026-11-24 03:29:17+0100,2026-11-24 03:29:10+0100,c@d.org,a@b.org,,delayed,4.2.0,smtp;450 4.2.0 greylisted,mx.b.org (198.51.100.10),", "powermta", DsnAction.Delayed, "a@b.org", "4.2.0", "mx.b.org", "450 4.2.0 greylisted")]
    [InlineData("1762944501@91/6D-07914-E67BC044@00/00-03736-F4101B54@00/00-04532-A3456B54@B@a@b.org@c@d.org@group@binding@15@10@1223@192.0.2.1@550 5.1.1 unknown: a@b.org", "momentum", DsnAction.Failed, "a@b.org", null, null, "550 5.1.1 unknown: a@b.org")]
    [InlineData("1762944530@92/1A-07914-E67BC051@00/00-03736-F4101B60@00/00-04532-A3456B61@T@a@b.org@c@d.org@group@binding@15@20@1223@192.0.2.1@connection timed out", "momentum", DsnAction.Delayed, "a@b.org", null, null, "connection timed out")]
    [InlineData("Aug 22 13:17:17 list zone-mta[12239]: (Sender/default/12239) 15e091ac6130002871.001 DEFERRED[dns] from=c@d.org[x-1@d.org] to=a@b.org mx=b.org (450 Can't find an MX server for b.org)", "zonemta", DsnAction.Delayed, "a@b.org", null, "b.org", "450 Can't find an MX server for b.org")]
    [InlineData("info Sender/default/867[1] id=xugpv 19001ba5ad.001 REJECTED[other] from=c@d.org to=a@b.org src=192.0.2.20 mx=mx.b.org[198.51.100.10] id=<1@d.org> (550 5.1.1 gone (for good))", "zonemta", DsnAction.Failed, "a@b.org", null, "mx.b.org", "550 5.1.1 gone (for good)")]
    [InlineData("(Sender/default/867) 19001ba5ad.001 ACCEPTED from=c@d.org to=a@b.org src=192.0.2.20 mx=mx.b.org[198.51.100.10] id=<1@d.org> (250 2.0.0 ok)", "zonemta", DsnAction.Relayed, "a@b.org", null, "mx.b.org", "250 2.0.0 ok")]
    [InlineData("11:31:22.503 [28414] Delivery for c@d.org to a@b.org has bounced. Reason: Remote host said: 550 5.1.1 gone", "smartermail", DsnAction.Failed, "a@b.org", null, null, "550 5.1.1 gone")]
    [InlineData("09:44:17.412 [81234] Delivery for c@d.org to a@b.org has completed (Bounced)", "smartermail", DsnAction.Failed, "a@b.org", null, null, "")]
    [InlineData("09:44:17.412 [81234] Delivery for c@d.org to a@b.org has completed (Delivered)", "smartermail", DsnAction.Delivered, "a@b.org", null, null, "")]
    [InlineData("Nov 24 04:02:11 mail courierlocal: id=0000.6B05.0087,from=<c@d.org>,addr=<a@b.org>: maildrop: maildir over quota.", "courier", DsnAction.Delayed, "a@b.org", null, null, "maildrop: maildir over quota.")]
    [InlineData("2026-11-12T10:58:44Z INFO DSN failure queueId = 23, from = \"c@d.org\", to = [\"a@b.org\"], code = 550, details = \"5.1.1 Unknown recipient\"", null, DsnAction.Failed, "a@b.org", null, null, "550 5.1.1 Unknown recipient")]
    [InlineData("type=statistics from=\"c@d.org\" to=\"a@b.org\" virus=\"\" disposition=\"Reject\" classifier=\"FortiGuard AntiSpam-IP\"", null, DsnAction.Failed, "a@b.org", null, null, "FortiGuard AntiSpam-IP")]
    public void Reads_what_a_line_says_of_a_delivery(string line, string? dialect, DsnAction? action, string recipient, string? status, string? host, string words)
    {
        var evidence = LogLineReader.Read(line);

        evidence.Should().NotBeNull();
        evidence!.Dialect.Should().Be(dialect);
        var read = evidence.Recipients.Should().ContainSingle().Subject;
        (read.Action, read.FinalRecipient, read.Status, read.RemoteMta, read.DiagnosticText)
            .Should().Be((action, recipient, EnhancedStatusCode.Parse(status), host, words));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Nov 24 03:29:17 mail ")]
    [InlineData("<22>Nov 24 03:29:17 mail ")]
    [InlineData("Nov 24 03:29:17.123456 mail ")]
    [InlineData("2026-11-24T03:29:17Z mail ")]
    [InlineData("2026-11-24T03:29:17+0100 mail ")]
    [InlineData("2026-11-24T03:29:17.123456+01:00 mail ")]
    [InlineData("2026-11-24 03:29:17 mail ")]
    [InlineData("2026-11-24 03:29:17,123 mail ")]
    [InlineData("[ 4711.123456] mail ")]
    [InlineData("[4711.123456] mail ")]
    [InlineData("1795490957.123456 mail ")]
    public void Stamps_and_hosts_of_every_daemon_are_passed_over(string stamp) =>
        LogLineReader.Read(stamp + "postfix/smtp[307]: D67: to=<a@b.org>, relay=mx.b.org[192.0.2.1]:25, delay=0.15, dsn=5.1.1, status=bounced (host mx.b.org[192.0.2.1] said: 550 5.1.1 gone (in reply to RCPT TO command))")!
            .Recipients[0].FinalRecipient.Should().Be("a@b.org");

    [Theory]
    [InlineData("<22>1 2026-11-24T03:29:17Z mail postfix/smtp 307 - [meta sequenceId=\"1\"] ")]
    [InlineData("<22>1 2026-11-24T03:29:17Z mail postfix/smtp 307 ID47 - ")]
    public void Structured_data_is_passed_over(string header) =>
        LogLineReader.Read(header + "D67: to=<a@b.org>, relay=mx.b.org[192.0.2.1]:25, delay=0.15, dsn=5.1.1, status=bounced (host mx.b.org[192.0.2.1] said: 550 5.1.1 gone)")!.Recipients[0].FinalRecipient.Should().Be("a@b.org");

    [Theory]
    [InlineData("type,timeLogged,timeQueued,orig,rcpt,orcpt,dsnAction,dsnStatus,dsnDiag,dsnMta,bounceCat")]
    [InlineData("#Fields: date-time,client-ip,client-hostname,server-ip,server-hostname,source-context,connector-id,source,event-id")]
    [InlineData("b,but this is a sentence, failed by a@b.org")]
    [InlineData("")]
    [InlineData("Nov 24 03:29:17 mail postfix/smtpd[1]: connect from x[192.0.2.1]")]
    [InlineData("Nov 24 03:29:17 mail postfix/cleanup[1]: D67: message-id=<x@y>")]
    [InlineData("Nov 24 03:29:17 mail postfix/qmgr[1]: D67: removed")]
    [InlineData("Nov 24 03:29:17 mail postfix/qmgr[1]: D67: from=<a@b.org>, size=1, nrcpt=1 (queue active)")]
    [InlineData("2026-11-24 03:53:22 1xVhas-00006C-0M Completed")]
    [InlineData("Nov 24 03:57:01 mail sendmail[56]: 6AO3: from=<a@b.org>, size=1, class=0, nrcpts=1")]
    [InlineData("@4000000067434e1d0a1b2c3d starting delivery 7: msg 12 to remote a@b.org")]
    [InlineData("@4000000067434e1d0a1b2c3d end msg 12")]
    [InlineData("Nov 24 04:00:16 mail smtpd[25]: 2578c0af smtp connected address=192.0.2.1 host=x")]
    [InlineData("550 5.1.1 User unknown")]
    [InlineData("550 5.1.1 <a@b.org>: Recipient address rejected: User unknown")]
    [InlineData("Dear reader, the delivery was a success.")]
    public void Leaves_a_line_alone_that_says_nothing_of_a_delivery(string line) => LogLineReader.Read(line).Should().BeNull();

    [Theory]
    [InlineData("Nov 24 03:29:17 mail postfix/bounce[452]: C8FA3: sender non-delivery notification: 14C63")]
    [InlineData("2026-11-24T03:29:17.123Z,192.0.2.7,mail,198.51.100.10,mx1,,,SMTP,RECEIVE,21540912,<x@y>,guid,a@b.org,,158042,1,,,Undeliverable: user unknown,c@d.org,c@d.org,")]
    [InlineData("2026-11-24 03:53:22 1xVhas-00006C-0M <= a@b.org H=x [192.0.2.1] P=esmtp S=512 T=\"550 5.1.1 User unknown\" for c@d.org")]
    [InlineData("2026-11-24 03:53:22 1xVhas-00006C-0M <= <> R=1xVhaa-00006B-0M U=Debian-exim P=local S=512 T=\"Mail delivery failed: no such user\" for c@d.org")]
    [InlineData("Nov 24 03:29:17 mail postfix/cleanup[452]: C8FA3: warning: header Subject: 550 5.1.1 <a@b.org> user unknown from x[192.0.2.1]; from=<c@d.org> to=<e@f.org> proto=ESMTP helo=<x>")]
    [InlineData("Nov 24 03:29:17 mail postfix/cleanup[452]: C8FA3: hold: header Subject: Undelivered: no such user from x[192.0.2.1]; from=<c@d.org> to=<e@f.org>")]
    [InlineData("Nov 24 03:29:17 mail amavis[55]: (00055-01) Passed CLEAN {RelayedInbound}, [192.0.2.1] <a@b.org> -> <c@d.org>, Subject: \"550 5.1.1 user unknown\", Hits: -1")]
    [InlineData("Nov 24 03:29:17 mail sm-mta[4460]: 43OC4lTf004455: 43OC52Xx004460: sender notify: Cannot send message for 5 days")]
    [InlineData("Mon 2026-11-23 10:12:09.104: 02: --> RCPT To:<anna@dest.example>")]
    [InlineData("Thu 2026-11-26 11:02:31.101: [4567:3] --> RCPT To:<anna@dest.example>")]
    [InlineData("Mar  9 02:14:07 mail sm-mta[22710]: x291E5aB022708: x291E7aB022710: DSN: User unknown")]
    [InlineData("Jun 22 18:45:53 mail postfix/bounce[2395]: fatal: lock file bounce 76CE5660089: Resource temporarily unavailable")]
    [InlineData("2026-11-09 11:06:21 1mkO1F-0004dQ-4z spam acl condition: all spamd servers failed")]
    [InlineData("Nov 24 04:10:07 mail courierd: newmsg,id=0000000000541A31.0000000065A9F5BF.00002F1B: dns; localhost (localhost [127.0.0.1])")]
    [InlineData("Jun  6 14:02:11 box postfix/smtpd[1511]: disconnect from mx.dest.example[192.0.2.85] ehlo=2 starttls=1 mail=1 rcpt=0/1 quit=1 commands=4/5")]
    [InlineData("Nov 24 03:29:17 mail postfix/dnsblog[126]: warning: dnsblog_query: lookup error for DNS query 1.2.0.192.list.example: Host or domain name not found")]
    [InlineData("Nov 24 03:29:17 mail sm-mta[9471]: STARTTLS=client, relay=mx.b.org., version=TLSv1.3, verify=FAIL, cipher=TLS_AES_256_GCM_SHA384, bits=256/256")]
    [InlineData("2026-11-24 03:53:22 [5718] no MAIL in SMTP connection from x [192.0.2.15]:28890 D=21s C=EHLO,STARTTLS")]
    [InlineData("Feb 21 00:18:21 mail postfix/anvil[1002]: statistics: max connection rate 2/60s for (smtp:192.0.2.2) at Feb 21 00:14:19")]
    [InlineData("Feb 10 17:25:43 mail spamd[6581]: spamd: result: Y 22 - RCVD_IN_BL_SPAMCOP_NET,RDNS_NONE scantime=3.1,size=3870,user=spamd,rhost=localhost,mid=<x@y>,autolearn=spam")]
    [InlineData("2026-11-24T00:13:26.177019+00:00 gate pmg-smtp-filter[1001]: C0FFEE: SA score=8/5 time=0.5 bayes=0.00 hits=URIBL_BLACK(1.7),RCVD_IN_SBL(0.6)")]
    [InlineData("2026-11-24 01:51:32 #2934(normal) <abc123>; task; rspamd_task_write_log: id: <x@y>, qid: <D1>, ip: 192.0.2.10, from: <c@d.org>, (default: F (no action): [7.83/15.00] [RBL_SENDERSCORE(2.00){192.0.2.10:from;}]), rcpts: <a@b.org>")]
    [InlineData("Nov 24 04:05:06 mgw MailScanner[23111]: Message 1tZ3kQ-0005bX-9L from 192.0.2.50 (c@d.org) to b.org is spam, SpamAssassin (not cached, score=18.55, required 5, RCVD_IN_XBL 0.72)")]
    [InlineData("Jul 13 13:25:21 mail postfix/tlsproxy[217]: Anonymous TLS connection established from [192.0.2.178]:32801: TLSv1.2 with cipher ECDHE-RSA-AES128-GCM-SHA256 (128/128 bits)")]
    [InlineData("Jun 20 19:04:02 mail postfix/smtpd[53]: warning: unknown[192.0.2.51]: SASL LOGIN authentication failed: authentication failure, sasl_username=a@b.org")]
    [InlineData("Jan 23 08:01:17 mail postfix/dnsblog[33]: addr 192.0.2.193 listed by domain zen.spamhaus.org as 127.0.0.4")]
    [InlineData("Jun  8 10:02:31 mail postfix/smtpd[39]: NOQUEUE: reject_warning: RCPT from x[192.0.2.7]: 550 <a@b.org>: Recipient address rejected: User unknown in local recipient table; from=<> to=<a@b.org> proto=SMTP helo=<x>")]
    [InlineData("2026-11-24 03:00:23 auth_plain authenticator failed for (x) [192.0.2.251]:41556: 535 Incorrect authentication data (set_id=webmaster)")]
    [InlineData("Jul 16 20:11:32 mail dovecot: auth: passwd-file(a@b.org,192.0.2.77): unknown user (SHA1 of given password: 7c4a8d)")]
    [InlineData("Nov 24 10:23:46 mail postgrey[1147]: action=pass, reason=triplet found, client_name=mx.d.org, client_address=192.0.2.6, sender=c@d.org, recipient=a@b.org")]
    public void Tells_that_a_line_is_about_something_else(string line)
    {
        LogLineReader.Read(line)!.Recipients.Should().BeEmpty();
        BounceInterpreter.Default.InterpretText(line).Kind.Should().Be(BounceKind.NotABounce);
    }

    [Fact]
    public void What_sendmail_calls_every_refusal_ends_no_address_against_the_code()
    {
        static Diagnosis Read(string dsn) => BounceInterpreter.Default.InterpretText($"Oct  9 13:22:50 mail sm-mta[94]: 099DMl: to=<a@b.org>, delay=00:00:03, mailer=esmtp, relay=mx.b.org. [192.0.2.2], dsn={dsn}, stat=User unknown").Diagnoses[0];

        Read("5.1.1").Recommendation.Should().Be(Recommendation.SuppressRecipient);
        Read("5.7.1").Should().Match<Diagnosis>(one => one.Reason == BounceReason.PolicyRejected && one.Recommendation != Recommendation.SuppressRecipient);
        BounceInterpreter.Default.InterpretText("Jul  4 18:39:39 mail courieresmtpd: error,relay=::ffff:192.0.2.4,from=<c@d.org>,to=<a@b.org>: 550 User <benny> unknown").Diagnoses[0].Recommendation.Should().Be(Recommendation.ReviewByHand);
        BounceInterpreter.Default.InterpretText("Jul  4 18:39:39 mail courieresmtpd: error,relay=::ffff:192.0.2.4,from=<c@d.org>,to=<benny@b.org>: 550 User <benny> unknown").Diagnoses[0].Recommendation.Should().Be(Recommendation.SuppressRecipient);
    }

    [Fact]
    public void Pairs_the_two_lines_that_qmail_writes_of_a_delivery()
    {
        var pairing = new LogPairing();

        pairing.Read("starting delivery 7: msg 12 to remote a@b.org", out _).Should().BeNull();
        pairing.Read("starting delivery 8: msg 12 to local c@d.org", out _).Should().BeNull();
        Recipient(pairing.Read("delivery 8: success: did_0+0+1/", out _)).FinalRecipient.Should().Be("c@d.org");
        var failed = Recipient(pairing.Read("delivery 7: failure: Sorry,_I_couldn't_find_any_host_named_b.org._(#5.1.2)/", out _));

        (failed.FinalRecipient, failed.Action, failed.DiagnosticText)
            .Should().Be(("a@b.org", DsnAction.Failed, "Sorry, I couldn't find any host named b.org. (#5.1.2)"));
    }

    [Fact]
    public void Tells_of_an_expiry_that_names_nobody_who_was_waited_for_and_why()
    {
        var pairing = new LogPairing();
        string Delivery(string recipient, string status, string why) => $"Nov 20 10:00:00 mx postfix/smtp[12]: 4F2B1C0D2E: to=<{recipient}>, relay=none, delay=30, delays=0/0/30/0, dsn={why[..5]}, status={status} ({why[6..]})";

        pairing.Read(Delivery("a@b.org", "deferred", "4.4.1 connect to mx.b.org[192.0.2.1]:25: Connection timed out"), out _);
        pairing.Read(Delivery("c@d.org", "deferred", "4.4.3 Host or domain name not found. Name service error for name=d.org type=MX: Host not found, try again"), out _);
        pairing.Read(Delivery("e@f.org", "deferred", "4.2.2 mailbox full"), out _);
        pairing.Read(Delivery("e@f.org", "sent", "2.0.0 250 ok"), out _);
        var expired = pairing.Read("Nov 25 10:00:00 mx postfix/qmgr[9]: 4F2B1C0D2E: from=<g@h.org>, status=expired, returned to sender", out _)!;

        expired.Recipients.Select(one => (one.FinalRecipient, one.Action, one.Expired, one.Status?.ToString())).Should().Equal(("a@b.org", DsnAction.Failed, true, "4.4.1"), ("c@d.org", DsnAction.Failed, true, "4.4.3"));
        Recipient(expired).DiagnosticText.Should().Be("connect to mx.b.org[192.0.2.1]:25: Connection timed out");
        Recipient(pairing.Read("Nov 25 10:00:00 mx postfix/qmgr[9]: 4F2B1C0D2E: from=<g@h.org>, status=expired, returned to sender", out _)).FinalRecipient.Should().BeNull("it was told already");
    }

    [Fact]
    public void Keeps_the_cause_that_Exim_does_not_tell_again()
    {
        var pairing = new LogPairing();
        string Line(string words) => $"2026-11-20 10:00:00 1vM6bP-000000001aB-2cDe {words}";

        pairing.Read(Line("== a@b.org R=dnslookup T=remote_smtp defer (111): Connection refused H=mx.b.org [192.0.2.1]"), out _);
        Recipient(pairing.Read(Line("== a@b.org R=dnslookup T=remote_smtp defer (-53): retry time not reached for any host for 'b.org'"), out _))
            .Should().Match<RecipientEvidence>(one => one.DiagnosticText.StartsWith("Connection refused") && one.Action == DsnAction.Delayed && !one.Expired);
        Recipient(pairing.Read(Line("** a@b.org: retry timeout exceeded"), out _))
            .Should().Match<RecipientEvidence>(one => one.DiagnosticText.StartsWith("Connection refused") && one.Action == DsnAction.Failed && one.Expired);
        Recipient(pairing.Read(Line("** c@d.org: retry timeout exceeded"), out _)).DiagnosticText.Should().Be("retry timeout exceeded");
    }

    [Fact]
    public void Forgets_messages_that_never_leave_the_queue()
    {
        var pairing = new LogPairing();
        for (var number = 0; number < 100_000; number++) pairing.Read($"mx postfix/smtp[12]: {number:X5}: to=<a{number}@b.org>, relay=none, delay=30, dsn=4.4.1, status=deferred (x)", out _);

        Recipient(pairing.Read("mx postfix/qmgr[9]: 00005: from=<g@h.org>, status=expired, returned to sender", out _)).FinalRecipient.Should().BeNull();
        Recipient(pairing.Read($"mx postfix/qmgr[9]: {99_999:X5}: from=<g@h.org>, status=expired, returned to sender", out _)).FinalRecipient.Should().Be("a99999@b.org");
    }

    [Theory]
    [InlineData("Expire")]
    [InlineData("Expired")]
    public void Knows_both_words_of_OpenSMTPD_for_giving_up(string result) =>
        Recipient(LogLineReader.Read($"Nov 24 04:00:16 mail smtpd[25]: 2578c0af mta delivery evpid=de9b from=<c@d.org> to=<a@b.org> rcpt=<-> relay=\"192.0.2.1 (mx.b.org)\" delay=4d result=\"{result}\" stat=\"Connection timeout\""))
            .Should().Match<RecipientEvidence>(one => one.Action == DsnAction.Failed && one.Expired);

    [Fact]
    public void Forgets_deliveries_whose_end_never_comes()
    {
        var pairing = new LogPairing();
        for (var number = 0; number < 100_000; number++) pairing.Read($"starting delivery {number}: msg 1 to remote a{number}@b.org", out _);

        Recipient(pairing.Read("delivery 5: deferral: x/", out _)).FinalRecipient.Should().BeNull();
        Recipient(pairing.Read("delivery 99999: deferral: x/", out _)).FinalRecipient.Should().Be("a99999@b.org");
    }

    [Fact]
    public void Keeps_the_links_in_a_qmail_report() =>
        LogLineReader.Read("delivery 7: failure: 192.0.2.1_failed_after_I_sent_the_message./Remote_host_said:_554_see_https://x.org/a/b/")!
            .Recipients[0].DiagnosticText.Should().Be("554 see https://x.org/a/b");

    [Fact]
    public void Keeps_a_providers_code_in_a_qmail_report() =>
        LogLineReader.Read("delivery 7: failure: 192.0.2.1_failed_after_I_sent_the_message./Remote_host_said:_550_5.2.0_Mail_rejected._OFR_506_[506]/")!
            .Recipients[0].DiagnosticText.Should().Be("550 5.2.0 Mail rejected. OFR_506 [506]");

    private static RecipientEvidence Recipient(BounceEvidence? evidence) => evidence!.Recipients[0];
}
