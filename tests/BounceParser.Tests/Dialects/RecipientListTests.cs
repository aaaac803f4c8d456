using BounceParser.Tests.Support;

namespace BounceParser.Tests.Dialects;

/// <summary>Who did not get the mail, where a program that nobody knows lists several people or tells in a language of its own.</summary>
public sealed class RecipientListTests
{
    [Fact]
    public void The_first_of_a_list_is_of_the_list()
    {
        var report = Bounce("""
            Your message was not delivered to some of its recipients.

                Host mx.dest.example said: 452 4.5.3 Too many recipients

                <anna@dest.example>
                <bruno@dest.example>
                <carla@dest.example>
            """);

        Recipients(report).Should().Equal("anna@dest.example", "bruno@dest.example", "carla@dest.example");
    }

    [Theory]
    [InlineData("Mailbox full:\n  anna@dest.example\n  bruno@dest.example\nUser unknown:\n  carla@dest.example\n")]
    [InlineData("Mailbox full:\n\nanna@dest.example\nbruno@dest.example\n\nUser unknown:\n\ncarla@dest.example\n")]
    [InlineData("Quota exceeded (552 5.2.2):\n\n    anna@dest.example\n    bruno@dest.example\n\nNo such user (550 5.1.1):\n\n    carla@dest.example\n")]
    [InlineData("The following recipients could not be reached:\n\nMailbox full:\n\n  anna@dest.example\n  bruno@dest.example\n\nUser unknown:\n\n  carla@dest.example\n")]
    public void Headings_hold_for_those_below_them(string words) =>
        Bounce(words).Diagnoses.Select(one => (one.FinalRecipient, one.Reason)).Should().Equal(
            ("anna@dest.example", BounceReason.MailboxFull), ("bruno@dest.example", BounceReason.MailboxFull), ("carla@dest.example", BounceReason.UserUnknown));

    [Theory]
    [InlineData("Your message could not be delivered.\n\nFailed recipients: anna@dest.example, bruno@dest.example; carla@dest.example\nReason: 550 5.1.1 User unknown\n")]
    [InlineData("Your message could not be delivered to the following recipients:\n\n<anna@dest.example>, <bruno@dest.example>, <carla@dest.example>\n\n550 5.1.1 User unknown\n")]
    [InlineData("Ihre Nachricht konnte an folgende Empfänger nicht zugestellt werden:\n\n  Anna Ott <anna@dest.example>; Bruno Kalb <bruno@dest.example>, <carla@dest.example>\n\nGrund: 550 5.1.1 Empfänger unbekannt\n")]
    [InlineData("Votre message n'a pas pu être remis aux destinataires suivants : anna@dest.example, bruno@dest.example et carla@dest.example.\n\nMotif : 550 5.1.1 User unknown\n")]
    public void Recipients_in_one_line_are_each_told(string words) =>
        Bounce(words).Diagnoses.Select(one => (one.FinalRecipient, one.Reason)).Should().Equal(
            ("anna@dest.example", BounceReason.UserUnknown), ("bruno@dest.example", BounceReason.UserUnknown), ("carla@dest.example", BounceReason.UserUnknown));

    [Theory]
    [InlineData("To: anna@dest.example, bruno@dest.example")]
    [InlineData("Intended recipients: anna@dest.example, bruno@dest.example")]
    public void Whom_a_mail_was_for_is_nobody_who_failed(string line) =>
        Bounce("Your message could not be delivered to some of its recipients.\n\n" + line + "\n550 5.1.1 User unknown\n").Diagnoses.Should().NotContain(one => one.Recommendation == Recommendation.SuppressRecipient);

    [Fact]
    public void What_an_application_logs_of_several_ends_none_of_them() =>
        BounceInterpreter.Default.InterpretText("could not send email 1: 550 5.1.1 user unknown\nrecipients: anna@dest.example, bruno@dest.example\n")
            .Diagnoses.Should().HaveCount(2).And.NotContain(one => one.Recommendation == Recommendation.SuppressRecipient);

    [Theory]
    [InlineData("Il messaggio non è ancora stato consegnato ai seguenti destinatari:\n\n  anna@dest.example\n  bruno@dest.example\n\nIl server continuerà a tentare.\n", "a late one has not arrived")]
    [InlineData("Die Zustellung Ihrer Nachricht an folgende Empfänger verzögert sich:\n\n  anna@dest.de\n  bruno@dest.de\n", "the end of an address is no word: \"de\" is Spanish for \"from\"")]
    [InlineData("Your message could not be delivered to:\n\n  anna@dest.example,\n  bruno@dest.example and\n  carla@dest.example\n\n452 4.2.2 full\n", "the last one stands behind an and")]
    [InlineData("Échec de la remise à ces destinataires ou groupes :\n\nTremblay, Luc (anna@dest.example)\nGagnon, Sophie (bruno@dest.example)\n\nL'adresse de messagerie que vous avez entrée est introuvable.\n", "the one before is of the list")]
    public void All_of_a_list_are_found(string words, string why) =>
        Recipients(Bounce(words)).Should().Contain(one => one.StartsWith("anna@", StringComparison.Ordinal), why).And.Contain(one => one.StartsWith("bruno@", StringComparison.Ordinal), why);

    [Fact]
    public void Some_of_a_list_wait_and_others_failed()
    {
        var report = Bounce("""
            Your message had the following result:

              anna@dest.example ....... failed (no such user)
              bruno@dest.example ....... queued, will retry for 48 hours (connection timed out)
              carla@dest.example ....... 452 mailbox full
            """);

        report.Diagnoses.Select(one => (one.FinalRecipient, one.Action)).Should().Equal(("anna@dest.example", DsnAction.Failed), ("bruno@dest.example", DsnAction.Delayed), ("carla@dest.example", DsnAction.Delayed));
    }

    [Theory]
    [InlineData("   ----- Transcript of session follows -----\n<anna@dest.example>,<bruno@dest.example>... Deferred: Connection refused by mail.dest.example.\nWarning: message still undelivered after 4 hours\nWill keep trying until message is 5 days old\n", BounceReason.ConnectionFailed, BounceReason.ConnectionFailed)]
    [InlineData("Ditt meddelande kunde inte levereras till följande mottagare:\n\nAnna Lind <anna@dest.example>: okänd användare\nOrder <bruno@dest.example>: brevlådan är full\n", BounceReason.UserUnknown, BounceReason.MailboxFull)]
    [InlineData("Il messaggio non è stato consegnato ai seguenti destinatari:\n\n  \"Marco Sala\" <anna@dest.example>\n     Utente sconosciuto\n  \"Ordini\" <bruno@dest.example>\n     Casella di posta piena\n", BounceReason.UserUnknown, BounceReason.MailboxFull)]
    public void Each_of_two_has_his_reason(string words, BounceReason anna, BounceReason bruno) =>
        Bounce(words).Diagnoses.Select(one => (one.FinalRecipient, one.Reason)).Should().Equal(("anna@dest.example", anna), ("bruno@dest.example", bruno));

    [Fact]
    public void Notes_below_a_list_are_of_those_who_bear_their_number()
    {
        var report = Bounce("The following recipients could not be reached:\n\n  anna@dest.example [1]\n  bruno@dest.example [2]\n  carla@dest.example [1]\n\n[1] User unknown\n[2] Mailbox full\n");

        report.Diagnoses.Select(one => (one.FinalRecipient, one.DiagnosticText)).Should().Equal(("anna@dest.example", "User unknown"), ("bruno@dest.example", "Mailbox full"), ("carla@dest.example", "User unknown"));
    }

    [Fact]
    public void A_bullet_is_no_note() =>
        Bounce("Your message could not be delivered to:\n\n* anna@dest.example\n* bruno@dest.example\n\n550 5.1.1 User unknown\n\n*** end of report ***\n")
            .Diagnoses.Select(one => (one.FinalRecipient, one.Reason)).Should().Equal(("anna@dest.example", BounceReason.UserUnknown), ("bruno@dest.example", BounceReason.UserUnknown));

    [Fact]
    public void A_reason_below_the_last_one_is_his_own()
    {
        // InterMail: "refuses mail from you" is no sentence that says whom to write to.
        var report = Bounce("""
            Each of the following recipients was rejected by a remote mail server.

                Recipient: <anna@dest.example>
                Reason:    5.1.1 <anna@dest.example>... User unknown

                Recipient: <bruno@dest.example>
                Reason:    5.7.1 Recipient refuses mail from you

            Please reply to <Postmaster@origin.example>
            if you feel this message to be in error.
            """);

        report.Diagnoses.Select(one => (one.FinalRecipient, one.Reason)).Should().Equal(("anna@dest.example", BounceReason.UserUnknown), ("bruno@dest.example", BounceReason.RecipientFiltered));
    }

    [Fact]
    public void Names_with_an_address_in_parentheses_head_a_paragraph_each()
    {
        var report = Bounce("""
            Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen:

            Voss, Karin (anna@dest.example)
            Die eingegebene E-Mail-Adresse konnte nicht gefunden werden.

            Wareneingang (bruno@dest.example)
            Das Postfach des Empfängers ist voll und kann zurzeit keine Nachrichten annehmen.
            """);

        report.Diagnoses.Select(one => (one.FinalRecipient, one.Reason)).Should().Equal(("anna@dest.example", BounceReason.UserUnknown), ("bruno@dest.example", BounceReason.MailboxFull));
    }

    [Fact]
    public void A_heading_that_tells_no_reason_gives_none()
    {
        var report = Bounce("Recipient unknown:\n    anna@dest.example\nMailbox over quota:\n    bruno@dest.example\nWill be retried:\n    carla@dest.example\n");

        report.Diagnoses.Select(one => (one.FinalRecipient, one.Reason)).Should().Equal(
            ("anna@dest.example", BounceReason.UserUnknown), ("bruno@dest.example", BounceReason.MailboxFull), ("carla@dest.example", BounceReason.Undetermined));
    }

    [Fact]
    public void Lines_that_each_say_that_it_failed_are_a_list()
    {
        var report = BounceInterpreter.Default.InterpretText(
            """
            Delivery failed 20 attempts: anna@dest.example
            User mailbox exceeds allowed size: bruno@dest.example
            undeliverable to carla@dest.example: host [192.0.2.70] 571 carla@dest.example prohibited. We do not relay
            """);
        report.Diagnoses.Select(one => (one.FinalRecipient, one.Reason)).Should().Equal(
            ("anna@dest.example", BounceReason.DeliveryExpired), ("bruno@dest.example", BounceReason.MailboxFull), ("carla@dest.example", BounceReason.RelayDenied));
        report.Diagnoses[0].DiagnosticText.Should().Be("Delivery failed 20 attempts: anna@dest.example");
    }

    [Fact]
    public void What_a_server_says_behind_an_address_is_a_part_of_its_answer()
    {
        var report = Bounce("""
            Could not deliver message to the following recipient(s):

            Failed Recipient: anna@dest.example
            Reason: Remote host said: 550 permanent failure for one or more recipients (anna@dest.example:blocked)
            """);

        report.Diagnoses.Should().ContainSingle().Which.Should().Match<Diagnosis>(one => one.FinalRecipient == "anna@dest.example" && one.Reply!.Code == 550 && one.Reason == BounceReason.PolicyRejected);
    }

    [Fact]
    public void A_sentence_around_a_list_is_of_all_who_stand_in_it()
    {
        var report = Bounce("""
            A message you sent to
                <anna@dest.example>
                <bruno@dest.example>
            contained Worm.Bagle.AP and has not been delivered.
            """);

        report.Diagnoses.Select(diagnosis => (diagnosis.FinalRecipient, diagnosis.Reason)).Should()
            .Equal(("anna@dest.example", BounceReason.VirusDetected), ("bruno@dest.example", BounceReason.VirusDetected));
    }

    [Fact]
    public void A_cell_of_a_table_may_hold_several()
    {
        var report = BounceInterpreter.Default.Interpret("From: postmaster@mx.dest.example\nTo: ann@origin.example\nSubject: Message blocked\nContent-Type: text/html\n\n<p>Your message was not delivered.</p><table><tr><td>Recipients</td><td>anna@dest.example<br>bruno@dest.example</td></tr><tr><td>Reason</td><td>The attachment is encrypted</td></tr></table>\n"u8.ToArray());

        Recipients(report).Should().Equal("anna@dest.example", "bruno@dest.example");
    }

    [Fact]
    public void An_answer_right_below_makes_a_To_a_recipient()
    {
        var report = Bounce("""
            The following e-mail was not delivered to all of its recipients.

                To: anna@dest.example
                    550 Virus detected: W32/Sober
                To: bruno@dest.example
                    550 No such recipient

                Subject: Spring
            """);

        report.Diagnoses.Select(diagnosis => (diagnosis.FinalRecipient, diagnosis.Reason)).Should()
            .Equal(("anna@dest.example", BounceReason.VirusDetected), ("bruno@dest.example", BounceReason.UserUnknown));
    }

    [Fact]
    public void An_outcome_right_below_makes_each_To_a_recipient()
    {
        var report = Bounce("""
            *** Your message could not be delivered to some recipients ***

             To: anna@dest.example
             Failed: smtp.dest.example [192.0.2.90] socket error, TCP
                     connect failed: connection timed out (10060) - gave up after 72 hours

             To: bruno@dest.example
             Failed: mail.dest.example  552 5.2.2 Mailbox full - gave up after 72 hours
            """);

        report.Diagnoses.Select(diagnosis => (diagnosis.FinalRecipient, diagnosis.Reason)).Should()
            .Equal(("anna@dest.example", BounceReason.ConnectionFailed), ("bruno@dest.example", BounceReason.MailboxFull));
    }

    [Fact]
    public void In_the_transcript_of_a_session_each_has_the_answer_to_its_own_command()
    {
        var report = Bounce("""
            YOUR MESSAGE WAS NOT DELIVERED TO ONE OR MORE RECIPIENTS!

            Failed address: anna@dest.example
            Failed address: bruno@other.example

             --- Session Transcript ---
            Wed 2026-06-03 09:20:51: Attempting SMTP connection to mx.dest.example
            Wed 2026-06-03 09:20:52: --> RCPT To:<anna@dest.example>
            Wed 2026-06-03 09:20:52: <-- 552 5.2.2 mailbox quota exceeded
            Wed 2026-06-03 09:20:52: --> QUIT
            Wed 2026-06-03 09:20:54: Attempting SMTP connection to mx.other.example
            Wed 2026-06-03 09:20:55: --> RCPT To:<bruno@other.example>
            Wed 2026-06-03 09:20:55: <-- 550 5.1.1 <bruno@other.example>: Recipient address rejected: User unknown
             --- End Transcript ---
            """);

        report.Diagnoses.Select(diagnosis => (diagnosis.FinalRecipient, diagnosis.Reason)).Should()
            .Equal(("anna@dest.example", BounceReason.MailboxFull), ("bruno@other.example", BounceReason.UserUnknown));
    }

    [Fact]
    public void Of_several_some_have_failed_and_others_wait()
    {
        var report = Bounce("""
            Your messages could not be delivered to the recipients below. Messages that are still being retried are marked so.

            1) anna@dest.example
               result: failed
               mx.dest.example said: 550 5.1.1 <anna@dest.example>: User unknown

            2) bruno@other.example
               result: still retrying (until 1 Dec 2026 08:15)
               mx.other.example said: 450 4.7.1 Client host rejected: cannot find your hostname, [192.0.2.77]
            """);

        report.Diagnoses.Select(diagnosis => (diagnosis.FinalRecipient, diagnosis.Action, diagnosis.Reason)).Should()
            .Equal(("anna@dest.example", DsnAction.Failed, BounceReason.UserUnknown), ("bruno@other.example", DsnAction.Delayed, BounceReason.ReverseDnsMissing));
    }

    [Fact]
    public void Who_signs_gives_no_reason()
    {
        var report = Bounce("""
            Your message could not be delivered to anna@dest.example.

            The mailbox is full.

            --
            MailGuard
            E-mail virus scanner
            """);

        report.Diagnoses.Should().ContainSingle().Which.Reason.Should().Be(BounceReason.MailboxFull);
    }

    [Fact]
    public void Who_has_the_mail_is_no_recipient_who_failed()
    {
        var report = Bounce("""
            Failed to deliver to '<anna@dest.example>'
            LOCAL module(account anna) reports:
             account is full (quota exceeded)


            Delivered to '<carla@dest.example>'
            LOCAL module(account carla) reports:
             stored
            """);

        report.Diagnoses.Select(diagnosis => (diagnosis.FinalRecipient, diagnosis.Reason)).Should().Equal(("anna@dest.example", BounceReason.MailboxFull));
    }

    [Theory]
    [InlineData("Your message could not be delivered to some recipients.\n\nDelivered to the following recipients:\n  carla@dest.example\n\nFailed for the following recipients:\n  anna@dest.example: 550 User unknown")]
    [InlineData("Ihre Nachricht konnte nicht an alle Empfänger zugestellt werden.\n\nZugestellt an:\n  carla@dest.example\n\nNicht zugestellt an:\n  anna@dest.example: Benutzer unbekannt")]
    [InlineData("Votre message n'a pas pu être remis à tous les destinataires.\n\nRemis à : carla@dest.example\nNon remis à : anna@dest.example (utilisateur inconnu)")]
    [InlineData("The following addresses had delivery problems:\n\n<anna@dest.example>: user unknown\n\nThe following recipients received your message:\n\n<carla@dest.example>")]
    public void Below_a_heading_that_says_so_stand_those_who_have_the_mail(string text) =>
        Bounce(text).Diagnoses.Select(diagnosis => (diagnosis.FinalRecipient, diagnosis.Reason)).Should().Equal(("anna@dest.example", BounceReason.UserUnknown));

    [Theory]
    [InlineData("The following message has not been delivered to these recipients after\nthree days, and has been returned to you:")]
    [InlineData("The message was in the queue for too long and could not be delivered to:")]
    public void An_expiry_without_a_cause_is_one(string sentence) =>
        Bounce($"{sentence}\n\n   anna@dest.example\n").Diagnoses.Should().ContainSingle().Which.Should().Match<Diagnosis>(diagnosis =>
            diagnosis.FinalRecipient == "anna@dest.example" && diagnosis.Reason == BounceReason.DeliveryExpired && diagnosis.Recommendation == Recommendation.RetryLater);

    [Fact]
    public void A_name_before_the_address_and_a_reason_behind_it_are_of_the_same_person()
    {
        var report = Bounce("""
            Sorry. Your message could not be delivered to:

            Anna Berg,Office (anna@dest.example) (The name was not found at the remote site.)
            bruno@dest.example (Mailbox is disabled)
            """);

        report.Diagnoses.Select(diagnosis => (diagnosis.FinalRecipient, diagnosis.Reason)).Should()
            .Equal(("anna@dest.example", BounceReason.UserUnknown), ("bruno@dest.example", BounceReason.MailboxDisabled));
    }

    [Fact]
    public void A_name_in_the_words_of_the_reason_is_no_second_recipient()
    {
        var report = Bounce("""
            Your message was not delivered to:

              anna@dest.example

            because:

              User anna (anna@dest.example) not listed in directory
            """);

        report.Diagnoses.Should().ContainSingle().Which.Reason.Should().Be(BounceReason.UserUnknown);
    }

    [Fact]
    public void What_stands_behind_one_recipient_is_not_said_of_the_next()
    {
        var report = Bounce("""
            Failed to deliver to '<anna@dest.example>'
            LOCAL module reports:
             account is full (quota exceeded)
            Failed to deliver to '<bruno@dest.example>'
            SMTP module reports:
             connection refused
            """);

        report.Diagnoses.Select(diagnosis => (diagnosis.FinalRecipient, diagnosis.Reason)).Should()
            .Equal(("anna@dest.example", BounceReason.MailboxFull), ("bruno@dest.example", BounceReason.ConnectionFailed));
    }

    [Fact]
    public void What_an_earlier_line_says_of_one_is_not_said_of_the_second_of_the_next()
    {
        var report = Bounce("""
            Your message could not be delivered to anna@dest.example, a user unknown here,
            and your message could not be delivered to bruno@dest.example nor delivered to carl@dest.example, whose mailbox is full.
            """);

        report.Diagnoses.Select(diagnosis => (diagnosis.FinalRecipient, diagnosis.Reason, diagnosis.DiagnosticText.Contains("unknown", StringComparison.Ordinal))).Should()
            .Equal(("anna@dest.example", BounceReason.UserUnknown, true), ("bruno@dest.example", BounceReason.MailboxFull, false), ("carl@dest.example", BounceReason.MailboxFull, false));
    }

    [Fact]
    public void Cells_of_a_table_name_the_recipient_without_a_colon()
    {
        var report = Bounce("<table><tr><td>Your message could not be delivered.</td></tr><tr><td>Recipient</td><td>anna@dest.example</td></tr><tr><td>Reason</td><td>user unknown</td></tr></table>", "text/html");

        Recipients(report).Should().Equal("anna@dest.example");
    }

    [Fact]
    public void A_list_answers_the_sender_who_is_no_recipient()
    {
        var report = Bounce("""
            You  are  not  authorized  to  send  mail to  the  CATS  list  from  your
            boss@origin.example  account.
            """, subject: "Rejected posting to CATS@LISTS.DEST.EXAMPLE", from: "LISTSERV@LISTS.DEST.EXAMPLE");

        Recipients(report).Should().NotContain("boss@origin.example");
    }

    [Theory]
    [InlineData("Mesajul dumneavoastră nu a putut fi livrat către:", "Utilizatorul nu există", BounceReason.UserUnknown)]
    [InlineData("Az ön üzenete nem kézbesíthető a következő címre:", "A felhasználó nem létezik", BounceReason.UserUnknown)]
    [InlineData("Vašu správu nebolo možné doručiť príjemcovi:", "Konto neexistuje", BounceReason.UserUnknown)]
    [InlineData("Вашето писмо не беше доставено до:", "Потребителят не съществува", BounceReason.UserUnknown)]
    [InlineData("Ваш лист не вдалося доставити адресату:", "Користувача не існує", BounceReason.UserUnknown)]
    [InlineData("Το μήνυμά σας δεν παραδόθηκε στον παραλήπτη:", "Άγνωστος χρήστης", BounceReason.UserUnknown)]
    [InlineData("הודעתך לא נמסרה אל הנמען:", "תיבת הדואר מלאה", BounceReason.MailboxFull)]
    [InlineData("Pesan Anda tidak dapat dikirim ke alamat berikut:", "Pengguna tidak ditemukan", BounceReason.UserUnknown)]
    [InlineData("Thư của bạn không thể gửi đến địa chỉ:", "Hộp thư đã đầy", BounceReason.MailboxFull)]
    public void A_bounce_in_a_language_of_the_table_is_read(string sentence, string why, BounceReason reason)
    {
        var report = Bounce($"{sentence}\n\n  anna@dest.example\n\n550 {why}\n");

        report.Diagnoses.Should().ContainSingle().Which.Should().Match<Diagnosis>(diagnosis => diagnosis.FinalRecipient == "anna@dest.example" && diagnosis.Reason == reason);
    }

    [Fact]
    public void Whom_the_text_lists_with_a_reason_and_the_report_leaves_out_failed_too()
    {
        var report = Mail.Report("Final-Recipient: rfc822; anna@dest.example\nAction: failed\nStatus: 5.2.2\n", text: """
            Your message cannot be delivered to the following recipients:

              Recipient address: anna@dest.example
              Reason: Over quota

              Recipient address: bruno@dest.example
              Reason: unknown user
            """).Interpret();

        report.Diagnoses.Select(diagnosis => (diagnosis.FinalRecipient, diagnosis.Reason)).Should()
            .Equal(("anna@dest.example", BounceReason.MailboxFull), ("bruno@dest.example", BounceReason.UserUnknown));
    }

    private static IEnumerable<string?> Recipients(BounceReport report) => report.Diagnoses.Select(diagnosis => diagnosis.FinalRecipient);

    private static BounceReport Bounce(string text, string type = "text/plain", string subject = "Undelivered mail", string from = "MAILER-DAEMON@gate.example") =>
        Mail.Interpret($"Return-Path: <>\nFrom: {from}\nTo: boss@origin.example\nSubject: {subject}\nContent-Type: {type}; charset=utf-8\n\n{text}\n");

    [Fact]
    public void A_heading_for_each_recipient_is_a_list_whatever_stands_below_it()
    {
        var report = BounceInterpreter.Default.InterpretText(
            """
            Failed to deliver to 'full@dest.example'
            LOCAL module(account full) reports:
             account is full (quota exceeded)

            Failed to deliver to '<l.martin@dest.example>'
            The user account is not known: l.martin@dest.example

            Failed to deliver to 'props@dest80.example'
            SMTP module(domain dest80.example) reports:
             host mail.dest80.example says:
             550 5.7.1 Mail from 192.0.2.9 refused
            """);
        report.Diagnoses.Select(one => (one.FinalRecipient, one.Reason)).Should().Equal(
            ("full@dest.example", BounceReason.MailboxFull), ("l.martin@dest.example", BounceReason.UserUnknown), ("props@dest80.example", BounceReason.IpBlocked));
    }

    [Fact]
    public void What_a_gateway_was_answered_for_one_of_several_is_of_that_one()
    {
        var report = BounceInterpreter.Default.InterpretText(
            """
            Unable to send to full@dest.example
            Bounce reason: The mailbox of the recipient (full@dest.example) is full, so the message could not be delivered.
            552 Mailbox full (TB)
            Solution: Please contact your recipient.

            Unable to send to anna@dest80.example
            Bounce reason: The recipient's email address (anna@dest80.example) does not exist, so the message could not be delivered.
            host mx.dest80.example[192.0.2.17] said: 550 5.1.1 Address does not exist. xV1r0v6Deqaq (in reply to RCPT TO command)
            Solution: Please contact your recipient.
            """);
        report.Diagnoses.Select(one => (one.FinalRecipient, one.Reason)).Should().Equal(("full@dest.example", BounceReason.MailboxFull), ("anna@dest80.example", BounceReason.UserUnknown));
    }

    [Fact]
    public void What_stands_further_in_is_of_the_recipient_above_it()
    {
        var report = BounceInterpreter.Default.InterpretText(
            """
            The following recipient(s) cannot be reached:

            'l.martin@dest.example' on 14/02/2026 16:20
                 Server error: '550 5.1.1 User unknown in relay recipient table'

            'p.nash@dest.example' on 14/02/2026 16:20
                 Server error: '550 relay not permitted, authentication required'

            'keys@dest.example' on 14/02/2026 16:20
                 None of your e-mail accounts could send to this recipient.
            """);
        report.Diagnoses.Select(one => (one.FinalRecipient, one.Reason)).Should().Equal(
            ("l.martin@dest.example", BounceReason.UserUnknown), ("p.nash@dest.example", BounceReason.RelayDenied), ("keys@dest.example", BounceReason.Undetermined));
    }

    [Fact]
    public void A_reason_beside_the_fields_of_the_returned_message_is_of_all()
    {
        var report = Bounce("""
            The attached file had the following undeliverable recipient(s):
                l.martin@dest.example
                eva@dest.example

                Information about your message:
                Subject: does not exist
                Reason: User not found
            """);
        report.Diagnoses.Select(one => (one.FinalRecipient, one.Reason)).Should().Equal(("l.martin@dest.example", BounceReason.UserUnknown), ("eva@dest.example", BounceReason.UserUnknown));
        report.Diagnoses[0].DiagnosticText.Should().NotContain("does not exist");
    }

    [Fact]
    public void The_identifier_of_a_message_is_no_recipient() =>
        Bounce("""
            Your message with the identifier
               <19970911.1139@origin.example>
            could not be delivered to:

               C=DE;A=VIAT;P=DEST;S=Martin;G=Luc
               (rfc822: l.martin@dest.example)

            Supplementary information: OR name not registered
            """).Diagnoses.Should().ContainSingle().Which.FinalRecipient.Should().Be("l.martin@dest.example");

    [Fact]
    public void A_name_of_a_directory_holds_the_address()
    {
        var report = Bounce("""
            Your message

              To:      paul@dest.example

            did not reach the following recipient(s):

            paul@dest.example on Wed, 3 Feb 1999 15:22:08 +0100
                The recipient's mailbox is full
            c=DE;a= ;p=DEST;o=HQ;dda:SMTP=l.martin@dest.example; on
            Wed, 3 Feb 1999 15:22:08 +0100
                The recipient name is not recognized
            """);
        report.Diagnoses.Select(one => (one.FinalRecipient, one.Reason)).Should().Equal(("paul@dest.example", BounceReason.MailboxFull), ("l.martin@dest.example", BounceReason.UserUnknown));
    }

    [Fact]
    public void A_reason_above_each_recipient_is_his_whatever_stands_at_the_end() =>
        Bounce("""
            This Message was undeliverable due to the following reason:

            The user(s) account is temporarily over quota.

            <paul@dest.example>

            This Message was undeliverable due to the following reason:

            User unknown

            The following recipients did not receive this message:

                <l.martin@dest80.example>

            Please reply to Postmaster@gate.example
            if you feel this message to be in error.
            """).Diagnoses.Select(one => (one.FinalRecipient, one.Reason)).Should().Equal(("paul@dest.example", BounceReason.MailboxFull), ("l.martin@dest80.example", BounceReason.UserUnknown));

    [Fact]
    public void Two_hyphens_may_stand_behind_an_address() =>
        Bounce("""
            Your message could not be delivered to the following recipients:

            * l.martin@dest.example -- failed.
                Reason: 550 5.1.1 Mailbox l.martin does not exist
            * paul@dest.example -- failed.
                Reason: 552 5.3.4 Message too big
            """).Diagnoses.Select(one => (one.FinalRecipient, one.Reason)).Should().Equal(("l.martin@dest.example", BounceReason.UserUnknown), ("paul@dest.example", BounceReason.MessageTooLarge));

    [Fact]
    public void A_reason_below_the_last_recipient_is_his()
    {
        var report = Bounce("""
            Your message could not be delivered (550 5.0.0):

            paul@dest.example

            550 5.1.1 User unknown

            l.martin@dest.example

            The mailbox is full.
            """);
        report.Diagnoses.Should().NotContain(one => one.FinalRecipient == "l.martin@dest.example" && one.Recommendation == Recommendation.SuppressRecipient);
    }
}
