using BounceParser.Tests.Support;

namespace BounceParser.Tests.Promises;

/// <summary>Where a code says one thing and its words or its author another: the traps that readers of bounces fall into.</summary>
public sealed class TrapTests
{
    private const string Google = "gmail-smtp-in.l.google.com";
    private const string Microsoft = "dest-example.mail.protection.outlook.com";
    private const string Orange = "smtp-in.orange.fr";
    private const string Yandex = "mx.yandex.ru";
    private const string Comcast = "mx1.comcast.net";

    [Theory]
    [InlineData(Google, "550 5.7.27 SPF did not pass for the sending domain. - gsmtp", BounceReason.SenderUnauthenticated)]
    [InlineData(Google, "550 5.7.29 This message was blocked since it was not sent over a TLS connection. - gsmtp", BounceReason.TlsFailed)]
    [InlineData(Google, "550 5.7.30 This mail has been blocked because DKIM does not pass. - gsmtp", BounceReason.SenderUnauthenticated)]
    [InlineData(Microsoft, "550 5.1.8 Access denied, bad outbound sender", BounceReason.SenderAccountBlocked)]
    [InlineData(Microsoft, "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup", BounceReason.UserUnknown)]
    [InlineData(Microsoft, "550 5.4.1 Recipient address rejected: Access denied. AS(201806281)", BounceReason.UserUnknown)]
    [InlineData(Yandex, "550 5.7.1 No such user!", BounceReason.UserUnknown)]
    public void Vendor_that_reuses_a_number_of_the_registry_is_read_as_it_means_it(string host, string reply, BounceReason reason) => Refused(reply, host).Reason.Should().Be(reason);

    [Theory]
    [InlineData("550 5.7.27 Sender address has null MX", BounceReason.SenderDomainInvalid)]
    [InlineData("556 5.1.10 Recipient address has null MX", BounceReason.DomainAcceptsNoMail)]
    [InlineData("501 5.1.8 <anna@origin.example>... Sender domain must exist", BounceReason.SenderDomainInvalid)]
    public void Same_number_of_anybody_else_means_what_the_registry_says(string reply, BounceReason reason) => Refused(reply).Reason.Should().Be(reason);

    [Theory]
    [InlineData(Orange, "552 5.1.1 Boite du destinataire pleine. Recipient overquota. OFR_417 [417]")]
    [InlineData(Comcast, "550 5.1.1 Mailbox full. Over quota")]
    [InlineData(null, "550 5.1.1 Account is over quota")]
    [InlineData(null, "The user's mailbox is over quota: Maildir++ (#5.1.1)")]
    [InlineData(null, "550 5.1.1 <paul@dest.example>: Recipient address rejected: mailbox over quota")]
    [InlineData(null, "550-5.2.2 Mailbox of paul@dest.example is full 550 5.1.1 or does not exist")]
    public void Quota_that_hides_behind_the_code_of_an_unknown_user_kills_nobody(string? host, string reply)
    {
        var diagnosis = Refused(reply, host);
        diagnosis.Reason.Should().Be(BounceReason.MailboxFull);
        diagnosis.Recommendation.Should().NotBe(Recommendation.SuppressRecipient);
    }

    [Theory]
    [InlineData("550 5.7.1 Message rejected as spam", BounceReason.SpamDetected)]
    [InlineData("552 5.2.2 Mailbox full", BounceReason.MailboxFull)]
    [InlineData("553 sorry, your envelope sender is in my badmailfrom list (#5.7.1)", BounceReason.SenderRejected)]
    public void Code_behind_remote_host_said_is_the_remote_servers_and_not_qmails(string said, BounceReason reason)
    {
        var diagnosis = BounceInterpreter.Default.InterpretText($"""
            <paul@dest.example>:
            192.0.2.1 does not like recipient.
            Remote host said: {said}
            Giving up on 192.0.2.1. (#5.1.1)
            """).Diagnoses.Should().ContainSingle().Subject;
        diagnosis.Reason.Should().Be(reason);
        diagnosis.Recommendation.Should().NotBe(Recommendation.SuppressRecipient);
    }

    [Theory]
    [InlineData("450 Zurblegok 17")]
    [InlineData("550 Zurblegok 17")]
    [InlineData("554 5.0.0 Zurblegok 17")]
    [InlineData("550 5.2.0 Zurblegok 17")]
    [InlineData("553 Zurblegok 17")]
    [InlineData("521 Zurblegok 17")]
    public void Refusal_that_no_rule_understands_stays_undetermined(string reply)
    {
        var diagnosis = Refused(reply, statusField: reply[0] + ".0.0");
        diagnosis.Reason.Should().Be(BounceReason.Undetermined);
        diagnosis.DiagnosticText.Should().Be(reply, "nothing that was read is lost");
        diagnosis.Recommendation.Should().Be(reply[0] == '4' ? Recommendation.RetryLater : Recommendation.ReviewByHand);
    }

    [Theory]
    [InlineData("5.0.0", "5.7.1")]
    [InlineData("5.1.1", "5.7.1")]
    [InlineData("5.7.2", "5.7.23")]
    public void Finer_code_in_the_reply_beats_the_field_of_the_report(string field, string said) =>
        Refused($"550 {said} Message refused by policy", statusField: field).Status.ToString().Should().Be(said, "Exim, Courier and OpenSMTPD always report 5.0.0, sendmail stamps 5.1.1, nullmailer cuts digits off");

    [Theory]
    [InlineData("connect to mx.dest.example[192.0.2.1]:25: Connection refused", BounceReason.ConnectionFailed)]
    [InlineData("450 4.2.0 <paul@dest.example>: Recipient address rejected: Greylisted", BounceReason.Greylisted)]
    [InlineData("452 4.2.2 Mailbox full", BounceReason.MailboxFull)]
    [InlineData("421 4.7.28 Too many messages from your IP, rate limited", BounceReason.RateLimited)]
    public void Cause_beats_the_expiry_of_the_queue(string said, BounceReason reason)
    {
        var diagnosis = BounceInterpreter.Default.InterpretText($"<paul@dest.example>:\n{said}\nI'm not going to try again; this message has been in the queue too long.").Diagnoses.Should().ContainSingle().Subject;
        (diagnosis.Reason, diagnosis.Facts.Expired).Should().Be((reason, true));
    }

    [Theory]
    [InlineData("This is the MAILER-DAEMON, please DO NOT REPLY to this e-mail.\n\nAn error has occurred while attempting to deliver a message for\nthe following list of recipients:\n\npaul@dest.example: Envelope expired\n")]
    [InlineData("This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  paul@dest.example\n    retry timeout exceeded\n")]
    public void Expiry_that_the_text_alone_tells_stands_beside_the_cause_of_the_status_part(string text)
    {
        var diagnosis = Mail.Report("Final-Recipient: rfc822; paul@dest.example\nAction: failed\nStatus: 4.2.2\nDiagnostic-Code: smtp; 452 4.2.2 Mailbox full\n", text: text).Interpret().Diagnoses.Should().ContainSingle().Subject;
        (diagnosis.Reason, diagnosis.Facts.Expired).Should().Be((BounceReason.MailboxFull, true));
    }

    [Fact]
    public void Expiry_without_a_cause_is_the_reason() =>
        BounceInterpreter.Default.InterpretText("<paul@dest.example>:\nMessage has been in the queue too long.").Diagnoses.Should().ContainSingle().Which.Reason.Should().Be(BounceReason.DeliveryExpired);

    [Fact]
    public void Words_inside_a_link_or_an_address_decide_nothing() =>
        Refused("550 5.0.0 refused, see https://dest.example/?p=OverQuotaTemp and write to blocked-user-unknown@example.net", statusField: "5.0.0").Reason.Should().NotBe(BounceReason.MailboxFull).And.NotBe(BounceReason.UserUnknown);

    private static Diagnosis Refused(string reply, string? host = null, string statusField = "5.0.0") =>
        Mail.Report($"Final-Recipient: rfc822; paul@dest.example\nAction: failed\nStatus: {statusField}\n{(host is null ? "" : $"Remote-MTA: dns; {host}\n")}Diagnostic-Code: smtp; {reply}\n").Interpret().Diagnoses.Should().ContainSingle().Subject;
}
