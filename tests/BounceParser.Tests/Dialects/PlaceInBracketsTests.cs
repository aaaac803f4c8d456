using static BounceParser.Tests.Dialects.ListSamples;

namespace BounceParser.Tests.Dialects;

/// <summary>Recipients in brackets, behind their name.</summary>
public sealed class PlaceInBracketsTests
{
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
    public void The_identifier_of_a_message_is_no_recipient() =>
        Bounce("""
            Your message with the identifier
               <19970911.1139@origin.example>
            could not be delivered to:

               C=DE;A=VIAT;P=DEST;S=Martin;G=Luc
               (rfc822: l.martin@dest.example)

            Supplementary information: OR name not registered
            """).Diagnoses.Should().ContainSingle().Which.FinalRecipient.Should().Be("l.martin@dest.example");
}
