using BounceParser.Tests.Support;

namespace BounceParser.Tests.Dialects;

/// <summary>The dialogue of a session, as programs print it for debugging: who was refused, and what became of the mail to the others.</summary>
public sealed class SessionDialogueTests
{
    public static TheoryData<string, string> Dialogues => new()
    {
        {
            "swaks",
            """
            === Connected to mx.dest.example.
            <-  220 mx.dest.example ESMTP
             -> EHLO origin.example
            <-  250-mx.dest.example
            <-  250 8BITMIME
             -> MAIL FROM:<anna@origin.example>
            <-  250 2.1.0 Ok
             -> RCPT TO:<l.martin@dest.example>
            <** 550 5.1.1 <l.martin@dest.example>: Recipient address rejected: User unknown
             -> RCPT TO:<eva@dest.example>
            <-  250 2.1.5 Ok
             -> DATA
            <-  354 End data with <CR><LF>.<CR><LF>
             -> Subject: 250 chairs
             -> RCPT TO:<nobody@dest.example> is how it is asked
             -> .
            <** 550 5.7.1 Rejected as spam
             -> QUIT
            <-  221 2.0.0 Bye
            """
        },
        {
            "nodemailer",
            """
            [2026-11-02 10:11:02] DEBUG [abc] S: 220 mx.dest.example ESMTP
            [2026-11-02 10:11:02] DEBUG [abc] C: EHLO origin.example
            [2026-11-02 10:11:02] DEBUG [abc] S: 250-mx.dest.example
            250 8BITMIME
            [2026-11-02 10:11:02] DEBUG [abc] C: MAIL FROM:<anna@origin.example>
            [2026-11-02 10:11:02] DEBUG [abc] S: 250 2.1.0 Ok
            [2026-11-02 10:11:02] DEBUG [abc] C: RCPT TO:<l.martin@dest.example>
            [2026-11-02 10:11:02] DEBUG [abc] S: 550 5.1.1 User unknown
            [2026-11-02 10:11:02] DEBUG [abc] C: RCPT TO:<eva@dest.example>
            [2026-11-02 10:11:02] DEBUG [abc] S: 250 2.1.5 Ok
            [2026-11-02 10:11:02] DEBUG [abc] C: DATA
            [2026-11-02 10:11:02] DEBUG [abc] S: 354 go ahead
            [2026-11-02 10:11:02] DEBUG [abc] C: <128 bytes encoded mime message>
            [2026-11-02 10:11:02] DEBUG [abc] S: 554 5.7.1 Rejected as spam
            """
        },
        {
            "PHPMailer, asking ahead",
            """
            2026-11-02 10:11:02 CLIENT -> SERVER: MAIL FROM:<anna@origin.example>
            2026-11-02 10:11:02 CLIENT -> SERVER: RCPT TO:<l.martin@dest.example>
            2026-11-02 10:11:02 CLIENT -> SERVER: RCPT TO:<eva@dest.example>
            2026-11-02 10:11:02 CLIENT -> SERVER: DATA
            2026-11-02 10:11:02 SERVER -> CLIENT: 250 2.1.0 Ok
            2026-11-02 10:11:02 SERVER -> CLIENT: 550 5.1.1 User unknown
            2026-11-02 10:11:02 SERVER -> CLIENT: 250 2.1.5 Ok
            2026-11-02 10:11:02 SERVER -> CLIENT: 354 go ahead
            2026-11-02 10:11:03 CLIENT -> SERVER: Subject: figures
            2026-11-02 10:11:03 SERVER -> CLIENT: 554 5.7.1 Rejected as spam
            """
        },
        {
            "Net::SMTP",
            """
            Net::SMTP>>> MAIL FROM:<anna@origin.example>
            Net::SMTP=GLOB(0x2f1)<<< 250 2.1.0 Ok
            Net::SMTP>>> RCPT TO:<l.martin@dest.example>
            Net::SMTP=GLOB(0x2f1)<<< 550 5.1.1 No such user
            Net::SMTP>>> RCPT TO:<eva@dest.example>
            Net::SMTP=GLOB(0x2f1)<<< 250 2.1.5 Ok
            Net::SMTP>>> DATA
            Net::SMTP=GLOB(0x2f1)<<< 354 go ahead
            Net::SMTP=GLOB(0x2f1)<<< 554 5.7.1 Rejected as spam
            """
        },
    };

    [Theory]
    [MemberData(nameof(Dialogues))]
    public void Each_recipient_has_its_own_answer(string program, string dialogue)
    {
        var report = BounceInterpreter.Default.InterpretText(dialogue);
        report.Diagnoses.Select(one => (one.FinalRecipient, one.Reason, one.Recommendation, one.Stage)).Should().Equal(
            [("l.martin@dest.example", BounceReason.UserUnknown, Recommendation.SuppressRecipient, SmtpStage.RcptTo), ("eva@dest.example", BounceReason.SpamDetected, Recommendation.ChangeMessage, SmtpStage.EndOfData)],
            program);
    }

    [Fact]
    public void Smtplib_writes_its_answers_as_bytes() =>
        BounceInterpreter.Default.InterpretText("send: 'mail FROM:<anna@origin.example> size=300\\r\\n'\nreply: b'250 2.1.0 Ok\\r\\n'\nreply: retcode (250); Msg: b'2.1.0 Ok'\nsend: 'rcpt TO:<l.martin@dest.example>\\r\\n'\nreply: b'550 5.1.1 User unknown\\r\\n'\nreply: retcode (550); Msg: b'5.1.1 User unknown'\n")
            .Diagnoses.Should().ContainSingle().Which.Should().Match<Diagnosis>(one => one.FinalRecipient == "l.martin@dest.example" && one.DiagnosticText == "550 5.1.1 User unknown");

    [Fact]
    public void Lmtp_answers_for_each_recipient_that_it_took()
    {
        const string Typed = """
            $ telnet localhost 24
            Connected to localhost.
            220 mx.dest.example LMTP server ready
            LHLO test
            250-mx.dest.example
            250 PIPELINING
            mail from:<anna@origin.example>
            250 2.1.0 ok
            rcpt to:<paul@dest.example>
            250 2.1.5 ok
            rcpt to:<l.martin@dest.example>
            550-Mailbox unknown.  There is no mailbox
            550-by this name.
            550 5.1.1 User unknown
            rcpt to:<eva@dest.example>
            250 2.1.5 ok
            data
            354 go ahead
            Subject: 250 chairs

            552 of them
            .
            250 2.1.5 Ok
            552 5.2.2 <eva@dest.example> Over quota
            quit
            221 2.0.0 bye
            """;
        (string?, BounceReason)[] expected = [("l.martin@dest.example", BounceReason.UserUnknown), ("paul@dest.example", BounceReason.Delivered), ("eva@dest.example", BounceReason.MailboxFull)];
        BounceInterpreter.Default.InterpretText(Typed).Diagnoses.Select(one => (one.FinalRecipient, one.Reason)).Should().Equal(expected);
        BounceInterpreter.Default.Interpret(System.Text.Encoding.ASCII.GetBytes(Typed)).Diagnoses.Select(one => (one.FinalRecipient, one.Reason)).Should().Equal(expected, "the bytes of a file hold the same");
    }

    [Fact]
    public void What_another_server_was_asked_is_told_in_an_answer() =>
        BounceInterpreter.Default.InterpretText(
            """
            > MAIL FROM:<anna@origin.example>
            < 250 OK
            > RCPT TO:<l.martin@dest.example>
            < 550-Callback setup failed while verifying <anna@origin.example>
            < 550-Sent: RCPT TO:<anna@origin.example>
            < 550-Response: 550 5.1.1 user unknown
            < 550 Sender verify failed
            """).Diagnoses.Should().ContainSingle().Which.Should().Match<Diagnosis>(one => one.FinalRecipient == "l.martin@dest.example" && one.Reason == BounceReason.SenderRejected);

    [Fact]
    public void The_last_chunk_answers_for_all() =>
        BounceInterpreter.Default.InterpretText(">>> MAIL FROM:<anna@origin.example>\n<<< 250 OK\n>>> RCPT TO:<l.martin@dest.example>\n<<< 250 Accepted\n>>> BDAT 65536\n<<< 250 65536 bytes\n>>> BDAT 24575 LAST\n<<< 552 5.3.4 Message size exceeds maximum permitted\n")
            .Diagnoses.Should().ContainSingle().Which.Should().Match<Diagnosis>(one => one.FinalRecipient == "l.martin@dest.example" && one.Reason == BounceReason.MessageTooLarge);

    [Fact]
    public void Nobody_is_asked_for_in_a_report_that_names_a_command() =>
        BounceInterpreter.Default.InterpretText("  l.martin@dest.example\n    SMTP error from remote mail server after RCPT TO:<l.martin@dest.example>:\n    550 5.1.1 User unknown\n").Dialect.Should().Be("exim");

    [Fact]
    public void Of_several_tries_the_last_one_counts() =>
        BounceInterpreter.Default.InterpretText(
            """
            > MAIL FROM:<anna@origin.example>
            < 250 OK
            > RCPT TO:<l.martin@dest.example>
            < 550 5.1.1 user unknown
            > RCPT TO:<eva@dest.example>
            < 450 4.2.0 Greylisted
            > QUIT
            < 221 Bye
            > MAIL FROM:<anna@origin.example>
            < 250 OK
            > RCPT TO:<l.martin@dest.example>
            < 250 OK
            > RCPT TO:<eva@dest.example>
            < 550 5.1.1 user unknown
            > DATA
            < 354 go ahead
            < 250 2.0.0 queued
            """).Diagnoses.Select(one => (one.FinalRecipient, one.Reason)).Should().Equal(("eva@dest.example", BounceReason.UserUnknown), ("l.martin@dest.example", BounceReason.Delivered));

    [Fact]
    public void A_gateway_that_shows_its_session_shows_each_answer() =>
        Mail.Interpret(
            """
            Return-Path: <>
            From: MAILER-DAEMON@gate.example
            To: anna@origin.example
            Subject: Delivery failure

            Your message was not delivered to the following recipients:

            eva@dest.example

            Session log (partial):
            [192.0.2.9]  MAIL FROM:<anna@origin.example>
            250 2.1.0 Sender ok
            [192.0.2.9]  RCPT TO:<eva@dest.example>
            550 5.7.1 <eva@dest.example>... Access to <eva@dest.example> not allowed
            [192.0.2.9]  RCPT TO:<l.martin@dest.example>
            550 5.1.1 <l.martin@dest.example>... user unknown
            """).Diagnoses.Should().ContainSingle().Which.Should().Match<Diagnosis>(one => one.FinalRecipient == "eva@dest.example" && one.DiagnosticText.EndsWith("not allowed") && one.Recommendation == Recommendation.ReviewByHand);

    [Fact]
    public void A_dialogue_that_lacks_an_answer_is_none()
    {
        // The answer to MAIL FROM is not shown: each later one would slide to the command before it.
        var report = BounceInterpreter.Default.InterpretText("> MAIL FROM:<anna@origin.example>\n> RCPT TO:<eva@dest.example>\n< 250 2.1.5 Ok\n> RCPT TO:<l.martin@dest.example>\n< 550 5.1.1 <l.martin@dest.example>: no such user\n");
        report.Diagnoses.Should().NotContain(one => one.FinalRecipient == "eva@dest.example" && one.Recommendation == Recommendation.SuppressRecipient);
    }

    [Theory]
    [InlineData("RCPT TO:<eva@dest.example>\nRCPT TO:<l.martin@dest.example>\n550 5.1.1 User unknown\nQUIT", "one answer for two")]
    [InlineData("RCPT TO:<eva@dest.example>\n[...]\n550 5.1.1 User unknown", "lines were left out")]
    [InlineData("RCPT TO:<eva@dest.example>\n250 ok\n(20 recipients omitted)\n550 5.1.1 User unknown", "an answer to nobody that is shown")]
    [InlineData("RCPT TO:<eva@dest.example>\n250 ok\nand for l.martin@dest.example we got:\n550 5.1.1 User unknown", "told between the lines")]
    [InlineData("RCPT TO:<eva@dest.example>\n250 ok\nVRFY root\n550 5.1.1 User unknown", "an answer to VRFY")]
    [InlineData("RCPT TO:<eva@dest.example>\n250 ok\nNOOP x\n550 5.1.1 User unknown", "an answer to NOOP")]
    [InlineData("RCPT TO:<eva@dest.example>\n250 ok\nRCPT TO:<***>\n550 5.1.1 User unknown", "masked")]
    [InlineData("RCPT TO:<eva@dest.example>\n250 ok\nRCPT TO:<l.martin>\n550 5.1.1 User unknown", "without a domain")]
    [InlineData("RCPT TO:<eva@dest.example>\n550 5.1.1 User unknown\nRCPT TO:<eva@dest.example>\n250 ok", "taken the second time")]
    [InlineData("[101] C: RCPT TO:<eva@dest.example>\n[102] C: RCPT TO:<l.martin@dest.example>\n[102] S: 550 5.1.1 User unknown\n[101] S: 250 ok", "two sessions in one log")]
    [InlineData("C: RCPT TO:<eva@dest.example>\nS: 250 ok\nC: DATA\nS: 354 go\nC: .\nS: 550 5.1.1 From: user unknown", "an answer about a header")]
    public void A_refusal_that_may_be_of_another_ends_nobody(string dialogue, string why) =>
        BounceInterpreter.Default.InterpretText(dialogue).Diagnoses.Should().NotContain(one => one.Recommendation == Recommendation.SuppressRecipient, why);

    [Fact]
    public void A_refusal_that_names_whom_it_is_of_ends_it_though_lines_were_left_out() =>
        BounceInterpreter.Default.InterpretText("RCPT TO:<eva@dest.example>\n[...]\n550 5.1.1 <eva@dest.example>: no such user")
            .Diagnoses.Should().ContainSingle().Which.Should().Match<Diagnosis>(one => one.FinalRecipient == "eva@dest.example" && one.Recommendation == Recommendation.SuppressRecipient);

    [Fact]
    public void A_client_that_tells_an_answer_again_was_not_answered_twice() =>
        BounceInterpreter.Default.InterpretText(
            """
            MAIL FROM:<anna@origin.example>
            250 2.1.0 Ok
            RCPT TO:<eva@dest.example>
            250 2.1.5 Ok
            RCPT TO:<l.martin@dest.example>
            550 5.1.1 no such user
            RSET
            250 2.0.0 Ok
            SMTPAddressFailedException: 550 5.1.1 no such user
            QUIT
            """).Diagnoses.Select(one => (one.FinalRecipient, one.Recommendation)).Should().Equal(("l.martin@dest.example", Recommendation.SuppressRecipient));

    [Fact]
    public void Numbers_of_a_stamp_are_no_answers() =>
        BounceInterpreter.Default.InterpretText(
            """
            09:41:12,250 C: MAIL FROM:<anna@origin.example>
            09:41:12,251 S: 250 Ok
            09:41:12,345 C: RCPT TO:<eva@dest.example>
            09:41:12,450 S: 250 Ok
            09:41:12,451 C: RCPT TO:<l.martin@dest.example>
            09:41:12,550 S: 550 5.1.1 no such user
            """).Diagnoses.Select(one => (one.FinalRecipient, one.Reason)).Should().Equal(("l.martin@dest.example", BounceReason.UserUnknown));

    [Fact]
    public void An_answer_for_several_ends_none_of_them() =>
        BounceInterpreter.Default.InterpretText("> MAIL FROM:<anna@origin.example>\n< 250 Ok\n> RCPT TO:<eva@dest.example>\n< 250 Ok\n> RCPT TO:<l.martin@dest.example>\n< 250 Ok\n> DATA\n< 354 go\n> .\n< 550 5.1.1 user unknown\n")
            .Diagnoses.Should().HaveCount(2).And.NotContain(one => one.Recommendation == Recommendation.SuppressRecipient);

    [Fact]
    public void A_session_in_which_all_went_well_is_no_bounce() =>
        BounceInterpreter.Default.InterpretText("EHLO me\n502 5.5.1 command not implemented\nHELO me\n250 dest.example\nMAIL FROM:<>\n250 ok\nRCPT TO:<l.martin@dest.example>\n250 ok\nQUIT\n221 bye\n").Kind.Should().Be(BounceKind.NotABounce);

    [Fact]
    public void What_refuses_the_sender_names_nobody()
    {
        var diagnosis = BounceInterpreter.Default.InterpretText(" -> MAIL FROM:<anna@origin.example>\n<** 550 5.1.1 User unknown\n -> RCPT TO:<l.martin@dest.example>\n<** 503 5.5.1 need MAIL first\n").Diagnoses.First();
        diagnosis.Recommendation.Should().NotBe(Recommendation.SuppressRecipient);
    }
}
