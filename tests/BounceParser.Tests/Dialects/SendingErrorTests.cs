namespace BounceParser.Tests.Dialects;

/// <summary>What mail libraries throw, as a developer copies it from a log or a console.</summary>
public sealed class SendingErrorTests
{
    [Fact]
    public void Smtplib_tells_each_recipient_and_its_own_answer()
    {
        var report = BounceInterpreter.Default.InterpretText(
            """
            Traceback (most recent call last):
              File "/usr/lib/python3.13/smtplib.py", line 902, in sendmail
                raise SMTPRecipientsRefused(senderrs)
            smtplib.SMTPRecipientsRefused: {'l.martin@dest79.example': (550, b'5.1.1 <l.martin@dest79.example>: Recipient address rejected: User unknown'), 'eva@dest80.example': (452, b"4.2.2 Eva\xe2\x80\x99s mailbox is full,\n4.2.2 she\'s over quota")}
            """);
        report.Dialect.Should().Be("smtplib");
        report.Diagnoses.Select(one => (one.FinalRecipient, one.Reason, one.Recommendation, one.Stage)).Should().Equal(
            ("l.martin@dest79.example", BounceReason.UserUnknown, Recommendation.SuppressRecipient, SmtpStage.RcptTo),
            ("eva@dest80.example", BounceReason.MailboxFull, Recommendation.RetryLater, SmtpStage.RcptTo));
        report.Diagnoses[0].DiagnosticText.Should().Be("550 5.1.1 <l.martin@dest79.example>: Recipient address rejected: User unknown");
        report.Diagnoses[1].DiagnosticText.Should().Be("452 4.2.2 Eva’s mailbox is full, 4.2.2 she's over quota");
    }

    [Theory]
    [InlineData("smtplib.SMTPSenderRefused: (550, b'5.1.1 <shop@origin.example>: user unknown', 'shop@origin.example')", BounceReason.SenderRejected)]
    [InlineData("smtplib.SMTPAuthenticationError: (535, b'5.7.8 no such user', )", BounceReason.AuthenticationRequired)]
    [InlineData("smtplib.SMTPDataError: (554, b'5.7.1 Message rejected as spam')", BounceReason.SpamDetected)]
    public void An_error_about_the_sender_or_the_mail_names_no_recipient(string error, BounceReason reason)
    {
        var diagnosis = BounceInterpreter.Default.InterpretText(error).Diagnoses.Should().ContainSingle().Subject;
        (diagnosis.FinalRecipient, diagnosis.Reason).Should().Be((null, reason));
        diagnosis.Recommendation.Should().NotBe(Recommendation.SuppressRecipient);
    }

    [Fact]
    public void JavaMail_nests_an_exception_for_each_address()
    {
        var report = BounceInterpreter.Default.InterpretText(
            """
            jakarta.mail.SendFailedException: Invalid Addresses;
              nested exception is:
            	org.eclipse.angus.mail.smtp.SMTPAddressFailedException: 550 5.1.1 <l.martin@dest79.example>: Recipient address rejected: User unknown in virtual mailbox table

            	org.eclipse.angus.mail.smtp.SMTPAddressFailedException: 450 4.7.1 <eva@dest80.example>: Recipient address rejected: Greylisted

            	at org.eclipse.angus.mail.smtp.SMTPTransport.rcptTo(SMTPTransport.java:2064)
            	... 12 more
            """);
        report.Dialect.Should().Be("javamail");
        report.Diagnoses.Select(one => (one.FinalRecipient, one.Reason, one.Recommendation)).Should().Equal(
            ("l.martin@dest79.example", BounceReason.UserUnknown, Recommendation.SuppressRecipient), ("eva@dest80.example", BounceReason.Greylisted, Recommendation.RetryLater));
        report.Diagnoses[0].DiagnosticText.Should().EndWith("virtual mailbox table");
    }

    [Fact]
    public void Spring_repeats_what_was_said_and_it_is_read_once()
    {
        var diagnosis = BounceInterpreter.Default.InterpretText(
            "MailSendException: Failed messages: javax.mail.SendFailedException: Invalid Addresses; nested exception is: com.sun.mail.smtp.SMTPAddressFailedException: 550 5.1.1 <l.martin@dest79.example>: User unknown "
            + "; message exceptions (1) are: Failed message 1: javax.mail.SendFailedException: Invalid Addresses; nested exception is: com.sun.mail.smtp.SMTPAddressFailedException: 550 5.1.1 <l.martin@dest79.example>: User unknown")
            .Diagnoses.Should().ContainSingle().Subject;
        (diagnosis.FinalRecipient, diagnosis.DiagnosticText).Should().Be(("l.martin@dest79.example", "550 5.1.1 <l.martin@dest79.example>: User unknown"));
    }

    [Theory]
    [InlineData("   at System.Net.Mail.SmtpTransport.SendMail(MailAddress sender, MailAddressCollection recipients)")]
    [InlineData("   at Shop.Mailer.Send(Order order) in /src/Mailer.cs:line 42")]
    [InlineData("\tat com.sun.mail.smtp.SMTPTransport.rcptTo(SMTPTransport.java:2064)")]
    [InlineData("    at SMTPConnection._formatError (/app/node_modules/nodemailer/lib/smtp-connection/index.js:790:19)")]
    [InlineData("    at async /app/send.mjs:12:3")]
    [InlineData("#0 /var/www/app/Mailer.php(12): Mailer->send()")]
    [InlineData("\tfrom /usr/lib/ruby/net/smtp.rb:967:in `check_response'")]
    public void Frames_of_a_stack_are_no_words_of_a_server(string frame) =>
        BounceInterpreter.Default.InterpretText($"Error: 550 5.1.1 <l.martin@dest79.example>: User unknown\n{frame}\n{frame}").Diagnoses.Should().ContainSingle()
            .Which.DiagnosticText.Should().Be("550 5.1.1 <l.martin@dest79.example>: User unknown");

    [Theory]
    [InlineData("at mx.dest79.example (192.0.2.1)")]
    [InlineData("at mx.dest79.example[192.0.2.1]")]
    [InlineData("at the end of the session (line 12)")]
    [InlineData("#1 of 3 recipients (l.martin@dest79.example)")]
    public void Words_that_begin_like_a_frame_stay(string words) =>
        BounceInterpreter.Default.InterpretText($"550 5.1.1 User unknown\n{words}").Diagnoses.Should().ContainSingle().Which.DiagnosticText.Should().EndWith(words);
}
