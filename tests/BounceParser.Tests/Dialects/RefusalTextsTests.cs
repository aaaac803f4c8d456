using static BounceParser.Tests.Dialects.ListSamples;

namespace BounceParser.Tests.Dialects;

/// <summary>Which words of a report are said of whom: those nearest after him, else those of all.</summary>
public sealed class RefusalTextsTests
{
    [Theory]
    [InlineData("   ----- Transcript of session follows -----\n<anna@dest.example>,<bruno@dest.example>... Deferred: Connection refused by mail.dest.example.\nWarning: message still undelivered after 4 hours\nWill keep trying until message is 5 days old\n", BounceReason.ConnectionFailed, BounceReason.ConnectionFailed)]
    [InlineData("Ditt meddelande kunde inte levereras till följande mottagare:\n\nAnna Lind <anna@dest.example>: okänd användare\nOrder <bruno@dest.example>: brevlådan är full\n", BounceReason.UserUnknown, BounceReason.MailboxFull)]
    [InlineData("Il messaggio non è stato consegnato ai seguenti destinatari:\n\n  \"Marco Sala\" <anna@dest.example>\n     Utente sconosciuto\n  \"Ordini\" <bruno@dest.example>\n     Casella di posta piena\n", BounceReason.UserUnknown, BounceReason.MailboxFull)]
    public void Each_of_two_has_his_reason(string words, BounceReason anna, BounceReason bruno) =>
        Bounce(words).Diagnoses.Select(one => (one.FinalRecipient, one.Reason)).Should().Equal(("anna@dest.example", anna), ("bruno@dest.example", bruno));

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

    [Theory]
    [InlineData("The following message has not been delivered to these recipients after\nthree days, and has been returned to you:")]
    [InlineData("The message was in the queue for too long and could not be delivered to:")]
    public void An_expiry_without_a_cause_is_one(string sentence) =>
        Bounce($"{sentence}\n\n   anna@dest.example\n").Diagnoses.Should().ContainSingle().Which.Should().Match<Diagnosis>(diagnosis =>
            diagnosis.FinalRecipient == "anna@dest.example" && diagnosis.Reason == BounceReason.DeliveryExpired && diagnosis.Recommendation == Recommendation.RetryLater);

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
}
