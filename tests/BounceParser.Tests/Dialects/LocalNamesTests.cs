using System.Text;

namespace BounceParser.Tests.Dialects;

/// <summary>Reports of office systems that know their users without a domain.</summary>
public sealed class LocalNamesTests
{
    private const string List = "The message that you sent was undeliverable to the following:\n\tjdoe (user not found)\n\tzoe.PO1.DOM (Mailbox is full)\n";

    [Theory]
    [InlineData("jdoe@dest.example, zoe@dest.example", "jdoe@dest.example", "zoe@dest.example")]
    [InlineData("Jane <JDoe@dest.example>, team@dest.example", "JDoe@dest.example", null)]
    [InlineData("jdoe@dest.example, jdoe@other.example, zoe@dest.example", null, "zoe@dest.example")]
    [InlineData("everybody@dest.example", null, null)]
    [InlineData("jdoes@dest.example, mzoe@dest.example", null, null)]
    public void A_name_is_the_one_address_of_the_returned_mail_that_bears_it(string to, string? first, string? second)
    {
        var diagnoses = Read(List + $"\nPossibly truncated original message follows:\n\nFrom: anna@origin.example\nTo: {to}\nSubject: Offer\n\nhello\n").Diagnoses;
        diagnoses.Select(one => (one.FinalRecipient, one.Reason)).Should().Equal((first, BounceReason.UserUnknown), (second, BounceReason.MailboxFull));
        diagnoses.Should().OnlyContain(one => one.RecipientSource == (one.FinalRecipient == null ? RecipientSource.Unknown : RecipientSource.ReturnedMessage) && one.Recommendation != Recommendation.SuppressRecipient);
    }

    [Fact]
    public void A_header_that_names_who_failed_comes_before_the_returned_mail() =>
        Read(List + "\nPossibly truncated original message follows:\n\nFrom: anna@origin.example\nTo: jdoe@alias.example\nSubject: Offer\n\nhello\n", "X-Failed-Recipients: jdoe@dest.example\n")
            .Diagnoses.Select(one => (one.FinalRecipient, one.RecipientSource)).Should().Equal(("jdoe@dest.example", RecipientSource.FailedRecipientsHeader), (null, RecipientSource.Unknown));

    [Theory]
    [InlineData("*** jdoe\nUser not known at this site.\n")]
    [InlineData("jdoe (The name was not found at the\n  remote site.)\n")]
    [InlineData("<jdoe> (no such user)\n")]
    public void Nobody_is_guessed_where_no_mail_came_back(string list) =>
        Read("Your message could not be delivered to the following recipients:\n\n" + list).Diagnoses.Should().ContainSingle()
            .Which.Should().Match<Diagnosis>(one => one.FinalRecipient == null && one.Reason == BounceReason.UserUnknown && one.Recommendation == Recommendation.ReviewByHand);

    [Theory]
    [InlineData("Our staff:\n\n\tjdoe (no longer here)\n\tzoe (unknown to most)\n")]
    [InlineData("These parcels could not be delivered:\n\n\tjdoe (unknown)\n")]
    public void A_list_of_something_else_is_none(string text) =>
        BounceInterpreter.Default.Interpret(Encoding.UTF8.GetBytes($"From: office@dest.example\nTo: anna@origin.example\nSubject: Failure of the week\n\n{text}")).Kind.Should().Be(BounceKind.NotABounce);

    [Theory]
    [InlineData("To: jdoe@dest.example")]
    [InlineData("To: jdoe@dest.example, zoe@dest.example")]
    [InlineData("To: jdoe@dest.example,\n    zoe@dest.example")]
    public void Whom_a_summary_says_the_mail_was_to_is_never_dropped(string to) =>
        Read($"Your message\n\n  {to}\n  Subject: Offer\n\ncould not be delivered: 550 5.1.1 user unknown\n").Diagnoses.Should().ContainSingle()
            .Which.Should().Match<Diagnosis>(one => one.Reason == BounceReason.UserUnknown && one.Recommendation == Recommendation.ReviewByHand);

    private static BounceReport Read(string text, string headers = "") =>
        BounceInterpreter.Default.Interpret(Encoding.UTF8.GetBytes($"Return-Path: <>\nFrom: Mailer-Daemon@dest.example\nTo: anna@origin.example\nSubject: Message status - undeliverable\n{headers}\n{text}"));
}
