using BounceParser.Tests.Support;

namespace BounceParser.Tests.Promises;

/// <summary>What users of other tools complained of: a living address taken for a dead one, a dead one for a living, blame on the wrong side.</summary>
public sealed class UserComplaintTests
{
    [Fact]
    public void Spam_refusal_of_Orange_leaves_the_address_alive() =>
        Check("550 5.2.0 Mail rejete. Mail rejected. ofr_506 [506]", "smtp-in.orange.fr", BounceReason.SpamDetected, Recommendation.ChangeMessage, Responsible.Sender);

    [Fact]
    public void Field_outside_the_standard_that_holds_the_real_text_is_read()
    {
        var diagnosis = Mail.Report("""
            Final-Recipient: rfc822; paul@dest.example
            Action: failed
            Status: 5.0.0
            X-Supplementary-Info: < #5.1.1 smtp; 550 5.1.1 <paul@dest.example>: Recipient address rejected: User unknown>
            """).Interpret().Diagnoses.Should().ContainSingle().Subject;
        (diagnosis.Reason, diagnosis.Status.ToString()).Should().Be((BounceReason.UserUnknown, "5.1.1"));
    }

    [Fact]
    public void Sender_who_is_rejected_is_not_an_unknown_recipient() =>
        Check("550 5.1.0 sender rejected. AUP#In-1310", "mx0.charter.net", BounceReason.RateLimited, Recommendation.SlowDown, Responsible.SenderAdministrator);

    [Theory]
    [InlineData("550 User unknown")]
    [InlineData("550 No such user here")]
    [InlineData("550 No user found")]
    [InlineData("550 Invalid recipient: no such mailbox")]
    [InlineData("553 sorry, this recipient is not in my validrcptto list (#5.7.1)")]
    [InlineData("550 user doesn't exist")]
    [InlineData("550 5.1.1 Recipient address rejected: User unknown in local recipient table")]
    [InlineData("550 unknown user account")]
    public void Plain_unknown_user_is_dead_whatever_its_words(string reply) => Check(reply, null, BounceReason.UserUnknown, Recommendation.SuppressRecipient, Responsible.Sender);

    [Fact]
    public void Access_denied_of_Exchange_Online_is_an_unknown_user_with_its_alternatives()
    {
        var diagnosis = Refused("550 5.4.1 Recipient address rejected: Access denied. [AM6EUR05FT036.eop-eur05.prod.protection.outlook.com]", "dest-example.mail.protection.outlook.com");
        (diagnosis.Reason, diagnosis.Situation).Should().Be((BounceReason.UserUnknown, "microsoft-edge-blocked"));
        diagnosis.Alternatives.Should().NotBeEmpty("Microsoft says the same where a connector is badly set up");
    }

    [Fact]
    public void Number_of_Microsoft_outranks_the_title_of_the_registry() =>
        Check("550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient paul@dest.example not found by SMTP address lookup", "x.mail.protection.outlook.com", BounceReason.UserUnknown, Recommendation.SuppressRecipient, Responsible.Sender);

    [Fact]
    public void Block_list_of_a_provider_suppresses_nobody() =>
        Check("553 5.3.0 flpd501 DNSBL:RBL 521< 192.0.2.7 >_is_blocked.For assistance forward this error to abuse_rbl@abuse-att.net", "ff-ip4-mx-vip1.prodigy.net", BounceReason.IpBlocked, Recommendation.RequestDelisting, Responsible.SenderAdministrator);

    [Fact]
    public void Full_mailbox_is_put_off_unless_the_users_policy_drops_it()
    {
        const string full = "452 4.2.2 The recipient's inbox is out of storage space. https://support.google.com/mail/?p=OverQuotaTemp - gsmtp";
        Refused(full, "gmail-smtp-in.l.google.com").Recommendation.Should().Be(Recommendation.RetryLater);

        var strict = new BounceInterpreter(new BounceParserOptions { Policy = diagnosis => diagnosis is { Provider: "google", Reason: BounceReason.MailboxFull } ? Recommendation.SuppressRecipient : diagnosis.Recommendation });
        strict.Interpret(Report(full, "gmail-smtp-in.l.google.com")).Diagnoses[0].Recommendation.Should().Be(Recommendation.SuppressRecipient);
    }

    [Theory]
    [InlineData("550 5.7.509 Access denied, sending domain origin.example does not pass DMARC verification and has a DMARC policy of reject", BounceReason.SenderUnauthenticated)]
    [InlineData("550 5.7.193 UnifiedGroupAgent; Delivery failed because the sender isn't a group member or external senders aren't permitted to send to this group.", BounceReason.PostingNotAllowed)]
    [InlineData("550 5.4.317 Message expired, cannot connect to remote server(451 5.7.3 STARTTLS is required to send mail)", BounceReason.TlsFailed)]
    [InlineData("550 5.7.511 Access denied, banned sender[192.0.2.7]. To request removal from this list please forward this message to delist@messaging.microsoft.com", BounceReason.IpBlocked)]
    [InlineData("550 5.7.606 Access denied, banned sending IP [192.0.2.7]. To request removal from this list please visit https://sender.office.com/", BounceReason.IpBlocked)]
    public void Texts_of_Microsoft_have_their_reasons_and_blame_no_recipient(string reply, BounceReason reason)
    {
        var diagnosis = Refused(reply, "dest-example.mail.protection.outlook.com");
        diagnosis.Reason.Should().Be(reason);
        diagnosis.Recommendation.Should().NotBe(Recommendation.SuppressRecipient);
    }

    [Fact]
    public void Block_at_the_greeting_is_understood_like_one_at_the_recipient()
    {
        const string words = "mx.dest.example: your IP 192.0.2.7 is listed at zen.spamhaus.org";
        foreach (var stage in new[] { SmtpStage.Connect, SmtpStage.Greeting, SmtpStage.Ehlo, SmtpStage.MailFrom, SmtpStage.RcptTo })
            BounceInterpreter.Default.Interpret(new SmtpReply { Code = 554, Text = words }, new SmtpContext { Stage = stage }).Reason.Should().Be(BounceReason.IpBlocked, stage.ToString());
    }

    [Theory]
    [InlineData("450 4.7.1 <paul@dest.example>: Recipient address rejected: Greylisted for 5 minutes")]
    [InlineData("451 4.7.1 Greylisting in action, please come back later")]
    [InlineData("450 4.2.0 Recipient address rejected: Policy Rejection- greylisted, try again in 300 seconds. Blocked")]
    public void Greylisting_that_looks_like_a_block_is_greylisting(string reply) => Check(reply, null, BounceReason.Greylisted, Recommendation.RetryLater, Responsible.Nobody);

    [Fact]
    public void Likely_unsolicited_mail_is_spam_and_no_syntax() =>
        Check("550-5.7.1 [192.0.2.7] Our system has detected that this message is likely unsolicited mail. To reduce the amount of spam sent to Gmail, this message has been blocked. - gsmtp", "gmail-smtp-in.l.google.com", BounceReason.SpamDetected, Recommendation.ChangeMessage, Responsible.Sender);

    [Fact]
    public void Cause_that_is_not_known_is_a_bounce_all_the_same()
    {
        var report = Report("550 Zurblegok 17", null).Interpret();
        report.Kind.Should().Be(BounceKind.Failure);
        report.Diagnoses.Should().ContainSingle().Which.Reason.Should().Be(BounceReason.Undetermined);
    }

    [Theory]
    [InlineData("550 5.7.1 Email rejected per DMARC policy for origin.example", BounceReason.SenderUnauthenticated)]
    [InlineData("554 5.7.1 Message rejected because it was classified as spam", BounceReason.SpamDetected)]
    public void Subscriber_pays_for_no_fault_of_the_sender(string reply, BounceReason reason)
    {
        var diagnosis = Refused(reply, null);
        diagnosis.Reason.Should().Be(reason);
        diagnosis.Responsible.Should().BeOneOf(Responsible.Sender, Responsible.SenderAdministrator);
        diagnosis.IsHardBounce.Should().BeFalse();
    }

    [Fact]
    public void Bounce_is_held_against_the_address_that_was_written_to_and_counted_once()
    {
        var first = Report("550 5.1.1 User unknown", null, "To: bounces+paul=dest.example@list.example\n").Interpret();
        var again = Report("550 5.1.1 User unknown", null, "To: bounces+paul=dest.example@list.example\n").Interpret();
        (first.Diagnoses[0].OriginalRecipient, first.ReturnPath!.Recipient).Should().Be(("paul@dest.example", "paul@dest.example"));
        first.Key.Should().Be(again.Key);
    }

    private static void Check(string reply, string? host, BounceReason reason, Recommendation recommendation, Responsible responsible)
    {
        var diagnosis = Refused(reply, host);
        (diagnosis.Reason, diagnosis.Recommendation, diagnosis.Responsible).Should().Be((reason, recommendation, responsible), $"{diagnosis.DecidingRule?.File}({diagnosis.DecidingRule?.Line}) decided");
    }

    private static Diagnosis Refused(string reply, string? host) => Report(reply, host).Interpret().Diagnoses.Should().ContainSingle().Subject;

    private static byte[] Report(string reply, string? host, string headers = "To: anna@origin.example\n") =>
        Mail.Report($"Final-Recipient: rfc822; paul@dest.example\nAction: failed\nStatus: {reply[0]}.0.0\n{(host is null ? "" : $"Remote-MTA: dns; {host}\n")}Diagnostic-Code: smtp; {reply}\n", headers: headers);
}
