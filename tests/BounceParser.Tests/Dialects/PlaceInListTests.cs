using static BounceParser.Tests.Dialects.ListSamples;

namespace BounceParser.Tests.Dialects;

/// <summary>Recipients at the start of a line, each in a line of its own or several in one.</summary>
public sealed class PlaceInListTests
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
    [InlineData("Il messaggio non è ancora stato consegnato ai seguenti destinatari:\n\n  anna@dest.example\n  bruno@dest.example\n\nIl server continuerà a tentare.\n", "a late one has not arrived")]
    [InlineData("Die Zustellung Ihrer Nachricht an folgende Empfänger verzögert sich:\n\n  anna@dest.de\n  bruno@dest.de\n", "the end of an address is no word: \"de\" is Spanish for \"from\"")]
    [InlineData("Your message could not be delivered to:\n\n  anna@dest.example,\n  bruno@dest.example and\n  carla@dest.example\n\n452 4.2.2 full\n", "the last one stands behind an and")]
    [InlineData("Échec de la remise à ces destinataires ou groupes :\n\nTremblay, Luc (anna@dest.example)\nGagnon, Sophie (bruno@dest.example)\n\nL'adresse de messagerie que vous avez entrée est introuvable.\n", "the one before is of the list")]
    public void All_of_a_list_are_found(string words, string why) =>
        Recipients(Bounce(words)).Should().Contain(one => one.StartsWith("anna@", StringComparison.Ordinal), why).And.Contain(one => one.StartsWith("bruno@", StringComparison.Ordinal), why);

    [Theory]
    [InlineData("Your message could not be delivered.\n\nFailed recipients: anna@dest.example, bruno@dest.example; carla@dest.example\nReason: 550 5.1.1 User unknown\n")]
    [InlineData("Your message could not be delivered to the following recipients:\n\n<anna@dest.example>, <bruno@dest.example>, <carla@dest.example>\n\n550 5.1.1 User unknown\n")]
    [InlineData("Ihre Nachricht konnte an folgende Empfänger nicht zugestellt werden:\n\n  Anna Ott <anna@dest.example>; Bruno Kalb <bruno@dest.example>, <carla@dest.example>\n\nGrund: 550 5.1.1 Empfänger unbekannt\n")]
    [InlineData("Votre message n'a pas pu être remis aux destinataires suivants : anna@dest.example, bruno@dest.example et carla@dest.example.\n\nMotif : 550 5.1.1 User unknown\n")]
    public void Recipients_in_one_line_are_each_told(string words) =>
        Bounce(words).Diagnoses.Select(one => (one.FinalRecipient, one.Reason)).Should().Equal(
            ("anna@dest.example", BounceReason.UserUnknown), ("bruno@dest.example", BounceReason.UserUnknown), ("carla@dest.example", BounceReason.UserUnknown));

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
    public void A_list_answers_the_sender_who_is_no_recipient()
    {
        var report = Bounce("""
            You  are  not  authorized  to  send  mail to  the  CATS  list  from  your
            boss@origin.example  account.
            """, subject: "Rejected posting to CATS@LISTS.DEST.EXAMPLE", from: "LISTSERV@LISTS.DEST.EXAMPLE");

        Recipients(report).Should().NotContain("boss@origin.example");
    }
}
