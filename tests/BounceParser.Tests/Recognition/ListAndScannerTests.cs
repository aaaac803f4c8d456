using System.Text;

namespace BounceParser.Tests.Recognition;

/// <summary>What list servers and scanners write to the sender of a mail that they stopped, and what they write beside that.</summary>
public sealed class ListAndScannerTests
{
    [Theory]
    [InlineData("\"LISTSERV\" <LISTSERV@LISTS.DEST.EXAMPLE>", "Rejected posting to CHOIR@LISTS.DEST.EXAMPLE", "You are not authorized to send mail to the CHOIR list from your\nanna@origin.example account.\n", "CHOIR@LISTS.DEST.EXAMPLE", BounceReason.PostingNotAllowed)]
    [InlineData("choir-bounces@lists.dest.example", "Request to mailing list Choir rejected", "Your request to the Choir mailing list\n\n    Posting of your message titled \"Offer\"\n\nhas been rejected by the list moderator.  The moderator gave the\nfollowing reason for rejecting your request:\n\n\"Non-members are not allowed to post messages to this list.\"\n", null, BounceReason.PostingNotAllowed)]
    [InlineData("choir-help@lists.dest.example", "Returned post for choir@lists.dest.example", "Hi! This is the ezmlm program. I'm managing the\nchoir@lists.dest.example mailing list.\n\nI'm sorry, your message (enclosed) was not accepted by the moderator.\n", "choir@lists.dest.example", BounceReason.PostingNotAllowed)]
    [InlineData("Groups <notify@groups.dest.example>", "Unable to deliver your message", "We are unable to deliver the message from <anna@origin.example>\nto <choir@groups.dest.example>.\n\nYou are not subscribed to this group.\n", "choir@groups.dest.example", BounceReason.PostingNotAllowed)]
    [InlineData("\"LISTSERV\" <LISTSERV@LISTS.DEST.EXAMPLE>", "Rejected posting to CHOIR@LISTS.DEST.EXAMPLE", "You are not authorized to send mail to the CHOIR list. If you need assistance,\nplease contact the list owners: CHOIR-request@LISTS.DEST.EXAMPLE.\n", "CHOIR@LISTS.DEST.EXAMPLE", BounceReason.PostingNotAllowed)]
    [InlineData("SYMPA <sympa@lists.dest.example>\nX-Loop: sympa@lists.dest.example\nAuto-Submitted: auto-replied", "=?utf-8?Q?Diffusion_du_message_refus=C3=A9e?=", "Votre message pour la liste choir@lists.dest.example a été rejeté.\nLa diffusion dans cette liste est réservée à ses abonnés.\n", "choir@lists.dest.example", BounceReason.PostingNotAllowed)]
    [InlineData("RT <billing@rt.dest.example>\nX-RT-Loop-Prevention: rt.dest.example\nAuto-Submitted: auto-replied", "Permission Denied", "anna@origin.example has no right to create tickets in the queue\n'Billing'. Your message to billing@rt.dest.example was not recorded.\n", "billing@rt.dest.example", BounceReason.PostingNotAllowed)]
    [InlineData("mfilter-daemon@gw.dest.example", "failure notice", "Your message was not delivered.\n\nRecipient: paul@dest.example\nReason: 552 5.2.2 Mailbox full\n", "paul@dest.example", BounceReason.MailboxFull)]
    [InlineData("Postmaster <postmaster@gw.dest.example>", "Message you sent had delivery problems", "Your message to the following recipients had delivery problems\n\npaul@dest.example   552 Mailbox full\n", "paul@dest.example", BounceReason.MailboxFull)]
    [InlineData("postmaster@gw.dest.example", "Your message was not delivered", "Your message to paul@dest.example was not delivered because it contains a virus: W32/Netsky.P@mm.\n", "paul@dest.example", BounceReason.VirusDetected)]
    [InlineData("Scanner <scan@gw.dest.example>", "Virus found in message", "Your message was not delivered: it contains a virus.\n\nRecipient: paul@dest.example\nVirus: W32/Netsky.P@mm\n", "paul@dest.example", BounceReason.VirusDetected)]
    public void A_mail_that_was_stopped_is_a_bounce(string from, string subject, string text, string? recipient, BounceReason reason)
    {
        var one = Read(from, subject, text).Diagnoses.Should().ContainSingle().Subject;
        (one.FinalRecipient, one.Reason).Should().Be((recipient, reason));
        one.Recommendation.Should().NotBe(Recommendation.SuppressRecipient);
    }

    [Theory]
    [InlineData("Sympa <sympa@lists.dest.example>", "Welcome to list choir", "Welcome to list choir@lists.dest.example\nYour subscription email is anna@origin.example\n")]
    [InlineData("listserv@lists.dest.example", "Your message has been submitted to the moderator", "Your message dated Monday is being held for the moderator of the CHOIR list.\n")]
    [InlineData("choir-owner@lists.dest.example", "Your message to Choir awaits moderator approval", "Your mail to 'Choir' with the subject\n\n    Offer\n\nIs being held until the list moderator can review it for approval.\n")]
    [InlineData("Virus Bulletin <antivirus@vendor.example>", "Virus found in the wild", "Dear customer,\n\na new virus was found last week. It spreads by mail. Update now.\n")]
    [InlineData("owner-choir@lists.dest.example", "BOUNCE choir@lists.dest.example: Non-member submission from [zoe@origin.example]", "From zoe@origin.example Mon Nov  2 10:00:00 2026\nReceived: from x\n\nhello\n")]
    public void What_else_they_write_is_none(string from, string subject, string text) => Read(from, subject, text).Kind.Should().Be(BounceKind.NotABounce);

    private static BounceReport Read(string from, string subject, string text) =>
        BounceInterpreter.Default.Interpret(Encoding.UTF8.GetBytes($"From: {from}\nTo: anna@origin.example\nSubject: {subject}\nContent-Type: text/plain; charset=utf-8\n\n{text}"));
}
