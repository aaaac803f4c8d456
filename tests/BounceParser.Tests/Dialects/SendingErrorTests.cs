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
    public void A_dictionary_of_refusals_is_read_without_the_name_of_its_error() =>
        BounceInterpreter.Default.InterpretText("WARNING:newsletter:refused = {'l.martin@dest79.example': (550, b'5.2.1 The email account that you tried to reach is disabled.'), 'eva@dest80.example': (421, b'4.7.28 Our system has detected an unusual rate of unsolicited mail')}")
            .Diagnoses.Select(one => (one.FinalRecipient, one.Reason)).Should().Equal(("l.martin@dest79.example", BounceReason.MailboxDisabled), ("eva@dest80.example", BounceReason.RateLimited));

    [Fact]
    public void Nodemailer_has_an_error_for_each_recipient()
    {
        var report = BounceInterpreter.Default.InterpretText(
            """
            Error: Can't send mail - all recipients were rejected: 550 5.1.1 <l.martin@dest79.example>: Recipient address rejected: User unknown
                at SMTPConnection._formatError (/app/node_modules/nodemailer/lib/smtp-connection/index.js:784:19) {
              code: 'EENVELOPE',
              response: '550 5.1.1 <l.martin@dest79.example>: Recipient address rejected: User unknown',
              responseCode: 550,
              command: 'RCPT TO',
              rejected: [ 'eva@dest80.example', 'l.martin@dest79.example' ],
              rejectedErrors: [
                Error: Recipient command failed: 554 5.7.1 Service unavailable; Client host [192.0.2.9] blocked using bl.spamcop.net
                    at SMTPConnection._formatError (/app/node_modules/nodemailer/lib/smtp-connection/index.js:784:19) {
                  code: 'EENVELOPE',
                  response: '554 5.7.1 Service unavailable; Client host [192.0.2.9] blocked using bl.spamcop.net',
                  responseCode: 554,
                  command: 'RCPT TO',
                  recipient: 'eva@dest80.example'
                },
                Error: Recipient command failed: 550 5.1.1 <l.martin@dest79.example>: Recipient address rejected: User unknown
                    at SMTPConnection._formatError (/app/node_modules/nodemailer/lib/smtp-connection/index.js:784:19) {
                  code: 'EENVELOPE',
                  response: '550 5.1.1 <l.martin@dest79.example>: Recipient address rejected: User unknown',
                  responseCode: 550,
                  command: 'RCPT TO',
                  recipient: 'l.martin@dest79.example'
                }
              ]
            }
            """);
        report.Dialect.Should().Be("nodemailer");
        report.Diagnoses.Select(one => (one.FinalRecipient, one.Reason, one.Recommendation, one.Stage)).Should().Equal(
            ("eva@dest80.example", BounceReason.IpBlocked, Recommendation.RequestDelisting, SmtpStage.RcptTo), ("l.martin@dest79.example", BounceReason.UserUnknown, Recommendation.SuppressRecipient, SmtpStage.RcptTo));
    }

    [Theory]
    [InlineData("[ 'l.martin@dest79.example' ]", "l.martin@dest79.example")]
    [InlineData("[ 'l.martin@dest79.example', 'eva@dest80.example' ]", null)]
    public void One_answer_about_several_is_about_none_of_them(string rejected, string? recipient) =>
        BounceInterpreter.Default.InterpretText($"Error: Can't send mail - all recipients were rejected: 550 5.1.1 User unknown {{\n  code: 'EENVELOPE',\n  response: '550 5.1.1 User unknown',\n  command: 'RCPT TO',\n  rejected: {rejected},\n}}")
            .Diagnoses.Should().ContainSingle().Which.FinalRecipient.Should().Be(recipient);

    [Fact]
    public void PHPMailer_lists_each_recipient_with_its_answer()
    {
        var report = BounceInterpreter.Default.InterpretText(
            """
            SMTP Error: The following recipients failed: l.martin@dest79.example: <l.martin@dest79.example>: Recipient address rejected: User unknown in virtual alias table
            , eva@dest80.example: <eva@dest80.example>: Recipient address rejected: Greylisted for 5 minutes
            SMTP server error: DATA command failed Detail: no valid recipients SMTP code: 554 Additional SMTP info: 5.5.1
            """);
        report.Diagnoses.Select(one => (one.FinalRecipient, one.Reason)).Should().Equal(("l.martin@dest79.example", BounceReason.UserUnknown), ("eva@dest80.example", BounceReason.Greylisted));
        BounceInterpreter.Default.InterpretText("It fails now and then:\n\nSMTP Error: The following recipients failed: l.martin@dest79.example\nSMTP Error: The following recipients failed: eva@dest80.example").Diagnoses.Select(one => one.FinalRecipient)
            .Should().Equal("l.martin@dest79.example", "eva@dest80.example");
        BounceInterpreter.Default.InterpretText("SMTP Error: The following recipients failed: l.martin@dest79.example, eva@dest80.example").Diagnoses.Select(one => (one.FinalRecipient, one.Reason))
            .Should().Equal(("l.martin@dest79.example", BounceReason.Undetermined), ("eva@dest80.example", BounceReason.Undetermined));
    }

    [Fact]
    public void Python_names_nobody_whose_address_is_empty() =>
        BounceInterpreter.Default.InterpretText("File \"/usr/lib/python3/smtplib.py\", line 901, in sendmail raise SMTPRecipientsRefused(senderrs) smtplib.SMTPRecipientsRefused: {'': (501, b'5.5.4 Invalid TO: Null path not allowed')}").Diagnoses
            .Should().ContainSingle().Which.Should().Match<Diagnosis>(one => one.FinalRecipient == null && one.Reason == BounceReason.RecipientAddressInvalid);

    [Theory]
    [InlineData("InnerExceptions:\n[0] FailedRecipient=<eva@dest80.example> StatusCode=MailboxUnavailable Message=Mailbox unavailable. The server response was: 5.7.1 Unable to relay\n[1] FailedRecipient=<l.martin@dest79.example> StatusCode=MailboxUnavailable Message=Mailbox unavailable. The server response was: 5.1.1 User unknown\n")]
    [InlineData("FailedRecipient: <eva@dest80.example>, StatusCode: MailboxUnavailable\nInnerExceptions[1]: System.Net.Mail.SmtpFailedRecipientException: Mailbox unavailable. The server response was: 5.1.1 User unknown\nFailedRecipient: <l.martin@dest79.example>, StatusCode: MailboxUnavailable\n")]
    public void The_exceptions_of_dotnet_nest_one_for_each_recipient(string inner) =>
        BounceInterpreter.Default.InterpretText(
            "System.Net.Mail.SmtpFailedRecipientsException: Unable to send to all recipients. ---> System.Net.Mail.SmtpFailedRecipientException: Mailbox unavailable. The server response was: 5.7.1 Unable to relay\n"
            + "   at System.Net.Mail.SmtpTransport.SendMail(MailAddress sender, MailAddressCollection recipients)\n" + inner)
            .Diagnoses.Select(one => (one.FinalRecipient, one.Reason)).Should().Equal(("eva@dest80.example", BounceReason.RelayDenied), ("l.martin@dest79.example", BounceReason.UserUnknown));

    [Fact]
    public void Aiosmtplib_names_the_recipient_behind_its_answer() =>
        BounceInterpreter.Default.InterpretText("aiosmtplib.errors.SMTPRecipientsRefused: [SMTPRecipientRefused(550, '5.1.1 User unknown', 'l.martin@dest79.example'), SMTPRecipientRefused(552, '5.2.2 Quota exceeded (mailbox for user is full)', 'eva@dest80.example')]")
            .Diagnoses.Select(one => (one.FinalRecipient, one.Reason)).Should().Equal(("l.martin@dest79.example", BounceReason.UserUnknown), ("eva@dest80.example", BounceReason.MailboxFull));

    [Fact]
    public void What_nodemailer_sent_is_not_why_another_was_refused() =>
        BounceInterpreter.Default.InterpretText("{\n  accepted: [ 'eva@dest80.example' ],\n  rejected: [ 'l.martin@dest79.example' ],\n  response: '250 2.0.0 Ok: queued as 9E0C21A00B7',\n  code: 'EENVELOPE'\n}")
            .Diagnoses.Should().NotContain(one => one.FinalRecipient == "l.martin@dest79.example" && one.Reason == BounceReason.Delivered);

    [Theory]
    [InlineData("Task 'anna@origin.example - Sending' reported error (0x800CCC78): 'Cannot send the message. Verify the e-mail address in your account properties. The server responded: 550 5.1.0 ana@origin.example Address does not exist'")]
    [InlineData("Cannot send message using the server smtp.origin.example\n\nThe sender address ana@origin.example was rejected by the server smtp.origin.example.\n\nThe server response was: User ana@origin.example does not exist\n")]
    public void A_mail_program_that_speaks_of_the_account_ends_nobody(string dialog) =>
        BounceInterpreter.Default.InterpretText(dialog).Diagnoses.Should().NotContain(one => one.Recommendation == Recommendation.SuppressRecipient);

    [Theory]
    [InlineData("smtplib.SMTPSenderRefused: (550, b'5.1.1 user unknown', 'anna@origin.example')\n\nsmtplib.SMTPRecipientsRefused: {'l.martin@dest79.example': (452, b'4.2.2 full')}", "anna@origin.example")]
    [InlineData("failed: (550, b'5.1.1 user unknown', 'anna@origin.example')", "anna@origin.example")]
    [InlineData("SMTP Error: The following recipients failed: l.martin@dest79.example: mail for boss@dest79.example: user unknown", "boss@dest79.example")]
    [InlineData("SMTP Error: The following recipients failed: l.martin@dest79.example: blocked. Contact abuse@dest79.example: no such user here", "abuse@dest79.example")]
    [InlineData("SMTP Error: The following recipients failed: l.martin@dest79.example: user unknown\n\nRegards\nanna@origin.example\n", "anna@origin.example")]
    [InlineData("System.Net.Mail.SmtpFailedRecipientsException: FailedRecipient: <eva@dest80.example> The server response was: 5.2.2 mailbox full ---> FailedRecipient: <l.martin@dest79.example> The server response was: 5.1.1 User unknown", "eva@dest80.example")]
    [InlineData("{ rejected: [ 'eva@dest80.example' ], accepted: [] }\n{ code: 'EMESSAGE', response: '550 5.1.1 user unknown', command: 'DATA' }", "eva@dest80.example")]
    [InlineData("Nov 24 03:29:17 mail sendmail[307]: 4JgyGN3k: to=<eva@dest80.example>,<l.martin@dest80.example>, delay=00:00:01, mailer=local, dsn=5.1.1, stat=User unknown", "eva@dest80.example")]
    public void What_is_said_of_another_ends_nobody(string text, string other) =>
        BounceInterpreter.Default.InterpretText(text).Diagnoses.Should().NotContain(one => one.FinalRecipient == other && one.Recommendation == Recommendation.SuppressRecipient);

    [Theory]
    [InlineData("#1 l.martin@dest79.example (user unknown)")]
    [InlineData("File \"list.csv\", line 3: l.martin@dest79.example 550 5.1.1 user unknown")]
    public void A_list_that_looks_like_frames_is_read(string line) =>
        BounceInterpreter.Default.InterpretText($"These could not be delivered:\n\n{line}\n").Diagnoses.Should().ContainSingle().Which.FinalRecipient.Should().Be("l.martin@dest79.example");

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
