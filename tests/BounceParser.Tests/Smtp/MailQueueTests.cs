using BounceParser.Smtp;

namespace BounceParser.Tests.Smtp;

/// <summary>What an administrator sees of a queue that does not move.</summary>
public sealed class MailQueueTests
{
    [Fact]
    public void Postfix_prints_a_reason_and_below_it_whom_it_keeps_waiting()
    {
        const string text = """
            -Queue ID-  --Size-- ----Arrival Time---- -Sender/Recipient-------
            4dqbk21WfPz3Q    48211 Mon Jan 12 11:02:55  anna@origin.example
            (delivery temporarily suspended: lost connection with mx.dest.example[192.0.2.90] while receiving the initial server greeting)
                                                     bruno@dest.example

            4dqbk21WfPz3R*    1211 Mon Jan 12 11:03:55  anna@origin.example
                                                     nobody@dest.example

            4dqbk21WfPz3S     1211 Tue Jan 13 11:03:55  anna@origin.example
            (host mx.other.example[192.0.2.91] said: 450 4.2.2 <carla@other.example>: mailbox full (in reply to RCPT TO command))
                                                     carla@other.example
            (connect to mx.third.example[192.0.2.92]:25: Connection refused)
                                                     dora@third.example
                                                     emil@third.example

            -- 49 Kbytes in 3 Requests.
            """;

        Read(text).Should().Equal(
            ("bruno@dest.example", BounceReason.ConnectionFailed),
            ("carla@other.example", BounceReason.MailboxFull),
            ("dora@third.example", BounceReason.ConnectionFailed),
            ("emil@third.example", BounceReason.ConnectionFailed));
    }

    [Fact]
    public void Sendmail_writes_no_seconds_and_the_state_into_the_brackets()
    {
        const string text = """
            		/var/spool/mqueue (1 request)
            -----Q-ID----- --Size-- -----Q-Time----- ------------Sender/Recipient-----------
            x9CBmRfx001234     1211 Sat Oct 12 11:48 <anna@origin.example>
                             (Deferred: Connection timed out with mx.dest.example.)
            					 <bruno@dest.example>
            """;

        Read(text).Should().Equal(("bruno@dest.example", BounceReason.ConnectionFailed));
    }

    [Fact]
    public void One_mail_without_the_head_of_the_list_is_read()
    {
        Read("4dqbk21WfPz3S     1211 Tue Jan 13 11:03:55  anna@origin.example\n(Host or domain name not found. Name service error for name=dest.example type=MX: Host not found, try again)\n    bruno@dest.example")
            .Should().Equal(("bruno@dest.example", BounceReason.DnsFailure));
    }

    [Theory]
    [InlineData("Mail queue is empty")]
    [InlineData("4dqbk21WfPz3R*    1211 Mon Jan 12 11:03:55  anna@origin.example\n   bruno@dest.example (a colleague)")]
    public void Queue_in_which_nobody_waits_for_a_reason_is_no_bounce(string text) =>
        BounceInterpreter.Default.InterpretText(text).Kind.Should().Be(BounceKind.NotABounce);

    private static IEnumerable<(string?, BounceReason)> Read(string text)
    {
        var report = BounceInterpreter.Default.InterpretText(text);
        report.Kind.Should().Be(BounceKind.Delay);
        return report.Diagnoses.Select(diagnosis => (diagnosis.FinalRecipient, diagnosis.Reason));
    }

    [Fact]
    public void Notes_below_the_addresses_of_a_report_are_no_queue() =>
        BounceInterpreter.Default.InterpretText(
            """
               ----- The following addresses had permanent fatal errors -----
            <eva@dest80.example>
                (reason: 550-Verification failed for <news@origin.example>)
            <l.martin@dest79.example>
                (reason: 550 5.1.1 <l.martin@dest79.example>: unknown user account)
            """).Diagnoses.Select(one => (one.FinalRecipient, one.Reason)).Should().Equal(
                ("eva@dest80.example", BounceReason.Undetermined), ("l.martin@dest79.example", BounceReason.UserUnknown));

    [Fact]
    public void Exims_list_tells_who_waits_and_who_does_no_longer()
    {
        const string Queue = """
             25h  2.9K 1eSVjc-0000GA-8b <anna@origin.example>
                    D paul@dest.example
                      l.martin@dest.example

              3d   11K 1eSgW1-0001e3-Ri <> *** frozen ***
                      news@origin.example
            """;
        EximQueue.Read(Queue)!.Recipients.Select(one => (one.FinalRecipient, one.Action)).Should().Equal(("l.martin@dest.example", DsnAction.Delayed), ("news@origin.example", DsnAction.Delayed));
        BounceInterpreter.Default.InterpretText(Queue).Kind.Should().Be(BounceKind.Delay);
        EximQueue.Read("25h of <nothing> at all\nanna@origin.example").Should().BeNull();
    }
}
