namespace BounceParser.Tests.Smtp;

/// <summary>Several lines of a log, as somebody copies them out of a terminal.</summary>
public sealed class PastedLogTests
{
    private static IEnumerable<(string?, BounceReason, DsnAction)> Read(string text) =>
        BounceInterpreter.Default.InterpretText(text).Diagnoses.Select(one => (one.FinalRecipient, one.Reason, one.Action));

    [Fact]
    public void Each_recipient_has_what_was_said_of_it_last() =>
        Read(
            """
            Nov 24 03:29:17 mail postfix/smtp[307]: 4JgyGN3kgzz: to=<l.martin@dest79.example>, relay=none, delay=31, delays=1/0/30/0, dsn=4.4.1, status=deferred (connect to mx.dest79.example[192.0.2.1]:25: Connection timed out)
            Nov 24 03:29:18 mail postfix/smtp[308]: 4JgyGN3xRzz: to=<eva@dest80.example>, relay=mx.dest80.example[192.0.2.2]:25, delay=2, delays=1/0/1/0, dsn=2.0.0, status=sent (250 ok)
            Nov 24 04:29:17 mail postfix/smtp[309]: 4JgyGN3kgzz: to=<l.martin@dest79.example>, relay=mx.dest79.example[192.0.2.1]:25, delay=3631, delays=1/0/1/0, dsn=5.1.1, status=bounced (host mx.dest79.example[192.0.2.1] said: 550 5.1.1 <l.martin@dest79.example>: User unknown (in reply to RCPT TO command))
            Nov 24 04:29:17 mail postfix/qmgr[12]: 4JgyGN3kgzz: removed
            """).Should().Equal(("l.martin@dest79.example", BounceReason.UserUnknown, DsnAction.Failed), ("eva@dest80.example", BounceReason.Delivered, DsnAction.Relayed));

    [Fact]
    public void A_listing_of_Exchange_tells_of_each_recipient_of_an_event() =>
        Read(
            """
            Timestamp               : 12/17/2015 9:17:09 AM
            ServerHostname          : EXCH1
            Source                  : SMTP
            EventId                 : FAIL
            MessageId               : <1de8b7c35d0f4f028b832ca96b52491c@origin.example>
            Recipients              : {anna@dest.example, bob@dest.example}
            RecipientStatus         : {[{LED=550 5.1.1 <anna@dest.example>: User unknown};{MSG=};{FQDN=mx.dest.example}], [{LED=552 5.2.2 Mailbox
                                       full};{MSG=}]}
            RecipientCount          : 2
            Sender                  : news@origin.example

            EventId                 : RECEIVE
            Recipients              : {carla@dest.example}
            RecipientStatus         : {}
            """).Should().Equal(("anna@dest.example", BounceReason.UserUnknown, DsnAction.Failed), ("bob@dest.example", BounceReason.MailboxFull, DsnAction.Failed));

    [Fact]
    public void A_line_that_was_wrapped_is_one() =>
        Read(
            """
            Nov 24 03:29:17 mail postfix/smtp[307]: 4JgyGN3kgzz: to=<l.martin@dest79.example>, relay=mx.dest79.example[192.0.2.1]:25,
            delay=2, delays=1/0/1/0, dsn=5.1.1, status=bounced (host mx.dest79.example[192.0.2.1] said: 550 5.1.1
            <l.martin@dest79.example>: Recipient address rejected: User unknown in virtual mailbox table (in reply to RCPT TO command))
            """).Should().Equal(("l.martin@dest79.example", BounceReason.UserUnknown, DsnAction.Failed));

    [Fact]
    public void A_line_about_a_session_leads_to_the_delivery_that_another_reports() =>
        Read(
            """
            My server says:

            Nov 24 03:28:47 mail postfix/smtp[307]: connect to mx.dest79.example[192.0.2.1]:25: Connection timed out
            Nov 24 03:29:17 mail postfix/smtp[307]: 4JgyGN3kgzz: to=<l.martin@dest79.example>, relay=none, delay=31, delays=1/0/30/0, dsn=4.4.1, status=deferred (connect to mx.dest79.example[192.0.2.1]:25: Connection timed out)
            """).Should().Equal(("l.martin@dest79.example", BounceReason.ConnectionFailed, DsnAction.Delayed));

    [Fact]
    public void The_pair_of_lines_of_qmail_is_one_delivery() =>
        Read(
            """
            @400000005ac1e2f5 starting delivery 41: msg 9173 to remote l.martin@dest79.example
            @400000005ac1e2f9 delivery 41: failure: 192.0.2.1_does_not_like_recipient./Remote_host_said:_550_5.1.1_no_such_user/Giving_up_on_192.0.2.1./
            """).Should().Equal(("l.martin@dest79.example", BounceReason.UserUnknown, DsnAction.Failed));

    [Fact]
    public void The_level_of_a_web_page_s_log_is_no_word_of_the_program() =>
        Read("28.01.2021, 19:44:46\tinfo\t91F2340AB21: to=<l.martin@dest79.example>, relay=mx.dest79.example[192.0.2.1]:25, delay=0.31, dsn=4.2.2, status=deferred (host mx.dest79.example[192.0.2.1] said: 452 4.2.2 Mailbox full)")
            .Should().Equal(("l.martin@dest79.example", BounceReason.MailboxFull, DsnAction.Delayed));

    [Fact]
    public void Codes_at_the_head_of_lines_are_no_stamps() =>
        Read("550 5.1.1 <l.martin@dest79.example>... User unknown\n550 5.1.1 <l.martin@dest79.example>... User unknown\n").Should().Equal(("l.martin@dest79.example", BounceReason.UserUnknown, DsnAction.Failed));

    [Fact]
    public void Exchange_writes_an_event_a_line() =>
        Read(
            """
            2026-10-02T07:14:22.110Z,,EXHUB01,,,,,SMTP,FAIL,88120,<n1@origin.example>,9c1a,l.martin@dest79.example,550 5.1.1 User unknown,4120,1,,,Newsletter,anna@origin.example
            2026-10-02T07:14:25.402Z,,EXHUB01,,,,,SMTP,DEFER,88120,<n1@origin.example>,9c1c,eva@dest80.example,452 4.2.2 mailbox full,4120,1,,,Newsletter,anna@origin.example
            """).Should().Equal(("l.martin@dest79.example", BounceReason.UserUnknown, DsnAction.Failed), ("eva@dest80.example", BounceReason.MailboxFull, DsnAction.Delayed));

    [Fact]
    public void A_terminal_cuts_words_in_two() =>
        Read(
            """
            Nov 24 03:29:17 mail postfix/smtp[307]: 4JgyGN3kgzz: to=<l.martin@dest79.
            example>, relay=mx.dest79.example[192.0.2.1]:25, delay=2, delays=1/0/1/0,
            dsn=5.1.1, status=bounced (host mx.dest79.example[192.0.2.1] said: 550 5.
            1.1 User unknown (in reply to RCPT TO command))
            """).Should().Equal(("l.martin@dest79.example", BounceReason.UserUnknown, DsnAction.Failed));

    [Theory]
    [InlineData("2026-11-11 08:00:02.114 +01:00 [ERR] ", "")]
    [InlineData("[20/Nov/2026 08:10:04] ", "Event log of the printer\n")]
    [InlineData("ts=2026-11-20T21:40:02.119Z level=error ", "")]
    [InlineData("postal-worker-1  | 2026-11-20 09:41:12 +0000 ", "")]
    [InlineData("<11>1 2026-11-20T21:40:02.119Z app shop 12 - - ", "")]
    public void Each_entry_of_an_application_s_log_is_read_by_itself(string stamp, string head) =>
        BounceInterpreter.Default.InterpretText(
            head + stamp + "Sending a reminder to \"l.martin@dest79.example\" failed\nSmtpCommandException: 550 5.1.1 <l.martin@dest79.example>: Recipient address rejected: User unknown\n   at Mailer.Send(String to)\n"
            + stamp + "all is well\n"
            + stamp + "Sending a reminder to \"eva@dest80.example\" failed: 452 4.2.2 <eva@dest80.example>: Mailbox full\n")
            .Diagnoses.Select(one => (one.FinalRecipient, one.Reason, one.Recommendation)).Should().Equal(
                ("l.martin@dest79.example", BounceReason.UserUnknown, Recommendation.SuppressRecipient), ("eva@dest80.example", BounceReason.MailboxFull, Recommendation.RetryLater));

    [Fact]
    public void A_login_that_failed_is_an_entry_of_its_own() =>
        BounceInterpreter.Default.InterpretText(
            "2213:20261114:183301.220 failed to send: 550 5.1.1 <l.martin@dest79.example>: Recipient address rejected: User unknown\n2213:20261114:183302.220 login failed: 535 5.7.8 user not found\n")
            .Diagnoses.Select(one => (one.FinalRecipient, one.Recommendation)).Should().Equal(("l.martin@dest79.example", Recommendation.SuppressRecipient), (null, Recommendation.ReviewByHand));

    [Fact]
    public void A_code_behind_a_stamp_is_no_part_of_it() =>
        Read("2026-11-20 09:41:12 550 5.1.1 No such user <l.martin@dest79.example>\n2026-11-20 09:41:13 452 4.2.2 <eva@dest80.example> Mailbox full\n")
            .Should().Equal(("l.martin@dest79.example", BounceReason.UserUnknown, DsnAction.Failed), ("eva@dest80.example", BounceReason.MailboxFull, DsnAction.Delayed));

    [Fact]
    public void Courier_tells_the_state_in_a_line_of_its_own() =>
        Read(
            """
            Jan 14 09:55:02 mx courieresmtp: id=0A,from=<anna@origin.example>,addr=<l.martin@dest79.example>: 550 5.1.1 User unknown
            Jan 14 09:55:02 mx courieresmtp: id=0A,from=<anna@origin.example>,addr=<l.martin@dest79.example>,status: failure
            """).Should().Equal(("l.martin@dest79.example", BounceReason.UserUnknown, DsnAction.Failed));

    [Fact]
    public void Two_entries_of_one_refusal_are_one() =>
        Read(
            """
            [22/Apr/2026 10:15:51] Sent: Queue-ID: 6807660f-00001a2c, Recipient: <l.martin@dest79.example>, Result: failed, Status: 5.1.1, Remote-Host: 192.0.2.40
            [22/Apr/2026 10:15:52] 550 5.1.1 <l.martin@dest79.example>: Recipient address rejected: User unknown
            """).Should().Equal(("l.martin@dest79.example", BounceReason.UserUnknown, DsnAction.Failed));

    [Fact]
    public void A_line_of_a_log_that_a_person_quotes_tells_of_its_delivery()
    {
        var report = BounceInterpreter.Default.InterpretText(
            """
            Hello all, the script is fine, but no mail of it arrives. This is the log:

            Jul 26 15:30:01 mail postfix/smtp[4074]: 92D54: to=<l.martin@dest.example>, relay=mx.dest.example[192.0.2.7]:25, delay=21, dsn=4.1.8, status=deferred (host mx.dest.example[192.0.2.7] said: 450 4.1.8 <root@box.origin.example>: Sender address rejected: Domain not found (in reply to RCPT TO command))

            What does it want?
            """);

        report.Diagnoses.Should().ContainSingle().Which.Should().Match<Diagnosis>(one => one.FinalRecipient == "l.martin@dest.example" && one.Action == DsnAction.Delayed && one.Reason == BounceReason.SenderDomainInvalid);
    }

    [Fact]
    public void A_report_with_a_line_of_a_log_in_it_is_read_as_a_report()
    {
        var report = BounceInterpreter.Default.InterpretText(
            """
            This is the mail system at host mail.origin.example.

            I'm sorry to have to inform you that your message could not
            be delivered to one or more recipients. It's attached below.

                               The mail system

            <l.martin@dest79.example>: host mx.dest79.example[192.0.2.1] said: 550 5.1.1
                <l.martin@dest79.example>: User unknown (in reply to RCPT TO command)

            Nov 24 04:29:17 mail postfix/smtp[309]: 4JgyGN3kgzz: to=<other@dest80.example>, relay=none, delay=1, dsn=5.4.4, status=bounced (Host not found)
            """);
        report.Dialect.Should().Be("postfix");
        report.Diagnoses[0].FinalRecipient.Should().Be("l.martin@dest79.example");
    }
}
