using static BounceParser.Tests.Dialects.ListSamples;

namespace BounceParser.Tests.Dialects;

/// <summary>Lists that give the reason first, then whom it is about.</summary>
public sealed class ListWithHeadingsTests
{
    [Theory]
    [InlineData("Mailbox full:\n  anna@dest.example\n  bruno@dest.example\nUser unknown:\n  carla@dest.example\n")]
    [InlineData("Mailbox full:\n\nanna@dest.example\nbruno@dest.example\n\nUser unknown:\n\ncarla@dest.example\n")]
    [InlineData("Quota exceeded (552 5.2.2):\n\n    anna@dest.example\n    bruno@dest.example\n\nNo such user (550 5.1.1):\n\n    carla@dest.example\n")]
    [InlineData("The following recipients could not be reached:\n\nMailbox full:\n\n  anna@dest.example\n  bruno@dest.example\n\nUser unknown:\n\n  carla@dest.example\n")]
    public void Headings_hold_for_those_below_them(string words) =>
        Bounce(words).Diagnoses.Select(one => (one.FinalRecipient, one.Reason)).Should().Equal(
            ("anna@dest.example", BounceReason.MailboxFull), ("bruno@dest.example", BounceReason.MailboxFull), ("carla@dest.example", BounceReason.UserUnknown));

    [Fact]
    public void A_heading_that_tells_no_reason_gives_none()
    {
        var report = Bounce("Recipient unknown:\n    anna@dest.example\nMailbox over quota:\n    bruno@dest.example\nWill be retried:\n    carla@dest.example\n");

        report.Diagnoses.Select(one => (one.FinalRecipient, one.Reason)).Should().Equal(
            ("anna@dest.example", BounceReason.UserUnknown), ("bruno@dest.example", BounceReason.MailboxFull), ("carla@dest.example", BounceReason.Undetermined));
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
    public void A_reason_between_two_recipients_is_no_heading_where_another_stands_behind_the_last()
    {
        var report = Bounce("""
            Your message could not be delivered (550 5.0.0):

            paul@dest.example

            550 5.1.1 User unknown

            l.martin@dest.example

            The mailbox is full.
            """);

        report.Diagnoses.Select(one => (one.FinalRecipient, one.Reason)).Should().Equal(("paul@dest.example", BounceReason.UserUnknown), ("l.martin@dest.example", BounceReason.MailboxFull));
    }
}
