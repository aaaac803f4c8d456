using static BounceParser.Tests.Dialects.ListSamples;

namespace BounceParser.Tests.Dialects;

/// <summary>Recipients behind a label, or in the cell beside it.</summary>
public sealed class PlaceBehindLabelTests
{
    [Fact]
    public void Cells_of_a_table_name_the_recipient_without_a_colon()
    {
        var report = Bounce("<table><tr><td>Your message could not be delivered.</td></tr><tr><td>Recipient</td><td>anna@dest.example</td></tr><tr><td>Reason</td><td>user unknown</td></tr></table>", "text/html");

        Recipients(report).Should().Equal("anna@dest.example");
    }

    [Fact]
    public void A_cell_of_a_table_may_hold_several()
    {
        var report = BounceInterpreter.Default.Interpret("From: postmaster@mx.dest.example\nTo: ann@origin.example\nSubject: Message blocked\nContent-Type: text/html\n\n<p>Your message was not delivered.</p><table><tr><td>Recipients</td><td>anna@dest.example<br>bruno@dest.example</td></tr><tr><td>Reason</td><td>The attachment is encrypted</td></tr></table>\n"u8.ToArray());

        Recipients(report).Should().Equal("anna@dest.example", "bruno@dest.example");
    }

    [Theory]
    [InlineData(
        """
        The following e-mail was not delivered to all of its recipients.

            To: anna@dest.example
                550 Virus detected: W32/Sober
            To: bruno@dest.example
                550 No such recipient

            Subject: Spring
        """, BounceReason.VirusDetected, BounceReason.UserUnknown)]
    [InlineData(
        """
        *** Your message could not be delivered to some recipients ***

         To: anna@dest.example
         Failed: smtp.dest.example [192.0.2.90] socket error, TCP
                 connect failed: connection timed out (10060) - gave up after 72 hours

         To: bruno@dest.example
         Failed: mail.dest.example  552 5.2.2 Mailbox full - gave up after 72 hours
        """, BounceReason.ConnectionFailed, BounceReason.MailboxFull)]
    public void An_answer_or_an_outcome_right_below_makes_each_To_a_recipient(string words, BounceReason anna, BounceReason bruno) =>
        Bounce(words).Diagnoses.Select(one => (one.FinalRecipient, one.Reason)).Should().Equal(("anna@dest.example", anna), ("bruno@dest.example", bruno));

    [Theory]
    [InlineData("To: anna@dest.example, bruno@dest.example")]
    [InlineData("Intended recipients: anna@dest.example, bruno@dest.example")]
    public void Whom_a_mail_was_for_is_nobody_who_failed(string line) =>
        Bounce("Your message could not be delivered to some of its recipients.\n\n" + line + "\n550 5.1.1 User unknown\n").Diagnoses.Should().NotContain(one => one.Recommendation == Recommendation.SuppressRecipient);

    [Fact]
    public void What_an_application_logs_of_several_ends_none_of_them() =>
        BounceInterpreter.Default.InterpretText("could not send email 1: 550 5.1.1 user unknown\nrecipients: anna@dest.example, bruno@dest.example\n")
            .Diagnoses.Should().HaveCount(2).And.NotContain(one => one.Recommendation == Recommendation.SuppressRecipient);

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
}
