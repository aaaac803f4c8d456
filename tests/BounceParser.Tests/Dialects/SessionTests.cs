namespace BounceParser.Tests.Dialects;

/// <summary>The dialogue of a session, as programs print it for debugging: who was refused, and what became of the mail to the others.</summary>
public sealed class SessionTests
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
    public void What_refuses_the_sender_names_nobody()
    {
        var diagnosis = BounceInterpreter.Default.InterpretText(" -> MAIL FROM:<anna@origin.example>\n<** 550 5.1.1 User unknown\n -> RCPT TO:<l.martin@dest.example>\n<** 503 5.5.1 need MAIL first\n").Diagnoses.First();
        diagnosis.Recommendation.Should().NotBe(Recommendation.SuppressRecipient);
    }
}
