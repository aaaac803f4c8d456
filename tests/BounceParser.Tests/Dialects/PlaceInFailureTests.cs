using static BounceParser.Tests.Dialects.ListSamples;

namespace BounceParser.Tests.Dialects;

/// <summary>Recipients behind words that say that the delivery failed, and not those who have the mail.</summary>
public sealed class PlaceInFailureTests
{
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
}
