using System.Diagnostics;
using System.Text;
using BounceParser.Dialects;

namespace BounceParser.Tests.Dialects;

/// <summary>Shapes of reports whose program nobody has met.</summary>
public sealed class SharedReaderTests
{
    private static BounceReport Read(string text, string type = "text/plain; charset=utf-8", string subject = "Undeliverable mail") =>
        BounceInterpreter.Default.Interpret(Encoding.UTF8.GetBytes($"From: Mail <mailer-daemon@mx.dest.example>\nTo: anna@origin.example\nSubject: {subject}\nMIME-Version: 1.0\nContent-Type: {type}\n\n{text}"));

    [Fact]
    public void A_page_with_a_table_of_two_columns()
    {
        const string page = """
            <html><head><title>Report</title><style>td { color: red }</style></head><body>
            <p>Your message could not be delivered.</p>
            <table><tr><td>Recipient</td><td>l.martin@dest.example</td></tr>
            <tr><td>Reason</td><td>550 5.1.1 No such user here</td></tr></table></body></html>
            """;
        var one = Read(page, "text/html").Diagnoses.Should().ContainSingle().Subject;
        one.FinalRecipient.Should().Be("l.martin@dest.example");
        one.Reply!.Code.Should().Be(550);
        one.Reason.Should().Be(BounceReason.UserUnknown);
    }

    [Fact]
    public void An_address_that_the_next_line_repeats_has_what_stands_below_both()
    {
        var one = Read("Failed to deliver to '<team@dest.example>'\nLIST module(list team@dest.example) reports:\n posting is restricted: only subscribers can post\n").Diagnoses.Should().ContainSingle().Subject;
        (one.FinalRecipient, one.Reason).Should().Be(("team@dest.example", BounceReason.PostingNotAllowed));
    }

    [Fact]
    public void Answers_in_another_order_than_the_list_go_to_whom_they_name()
    {
        Read("MX unable to deliver following mail to recipient(s):\n    <anna@dest.example>\n    <bruno@dest.example>\nMX received negative reply:\n550 <bruno@dest.example>... User unknown\nMX received negative reply:\n552 <anna@dest.example>... Mailbox full\n")
            .Diagnoses.Select(one => (one.FinalRecipient, one.Reason)).Should().Equal(("anna@dest.example", BounceReason.MailboxFull), ("bruno@dest.example", BounceReason.UserUnknown));
    }

    [Fact]
    public void A_reason_may_stand_before_whom_it_is_about()
    {
        const string Text = "Message is undeliverable.\nReason: User has moved\n\n     User    : Cole, Diane\n     Address : diane@dest.example\n\nMessage is undeliverable.\nReason: User not found in directory\n\n     User    : Ostrander, Bill\n     Address : bill@dest.example\n";
        Read(Text).Diagnoses.Select(one => (one.FinalRecipient, one.Reason)).Should().Equal(("diane@dest.example", BounceReason.MailboxMoved), ("bill@dest.example", BounceReason.UserUnknown));
    }

    [Fact]
    public void A_sentence_that_goes_on_in_the_next_line_names_its_sender_there() =>
        Read("An email for list@alias.example from\nnews@origin.example was refused (or bounced) by your mailbox\ncarla@dest.example.\n")
            .Diagnoses.Select(one => one.FinalRecipient).Should().Equal("carla@dest.example");

    [Fact]
    public void A_page_with_a_table_of_many_recipients()
    {
        const string page = "<p>Delivery failed for the following recipients:</p><table><tr><th>Address</th><th>Error</th></tr>"
            + "<tr><td>a@dest.example</td><td>550 5.1.1 User unknown</td></tr><tr><td>b@dest.example</td><td>552 5.2.2 Mailbox full</td></tr></table>";
        Read(page, "text/html").Diagnoses.Select(one => (one.FinalRecipient, one.Reason))
            .Should().Equal(("a@dest.example", BounceReason.UserUnknown), ("b@dest.example", BounceReason.MailboxFull));
    }

    [Theory]
    [InlineData("Recipient: l.martin@dest.example\nReason: 550 5.1.1 No such user here\n")]
    [InlineData("Recipient    | l.martin@dest.example\nReason       | 550 5.1.1 No such user here\n")]
    [InlineData("* l.martin@dest.example - 550 5.1.1 No such user here\n")]
    [InlineData("    l.martin@dest.example\n        550 5.1.1 No such user here\n")]
    [InlineData("<l.martin@dest.example>: 550 5.1.1 No such user here\n")]
    [InlineData("\"Luc Martin\" <l.martin@dest.example>\n\nThe server said: 550 5.1.1 No such user here\n")]
    [InlineData("l.martin@dest.example (550 5.1.1 No such user here)\n")]
    [InlineData("To: l.martin@dest.example\nError: 550 5.1.1 No such user here\n")]
    [InlineData("l.martin@dest.example\r\n550-5.1.1 No such user\r\n550 5.1.1 here\r\n")]
    [InlineData("RCPT TO:<l.martin@dest.example>\n550 5.1.1 No such user here\n")]
    public void Lists_labels_and_columns(string list)
    {
        var one = Read("Your message could not be delivered.\n\n" + list).Diagnoses.Should().ContainSingle().Subject;
        one.FinalRecipient.Should().Be("l.martin@dest.example");
        one.Reply!.Code.Should().Be(550);
        one.Status.ToString().Should().Be("5.1.1");
        one.Reason.Should().Be(BounceReason.UserUnknown);
    }

    [Theory]
    [InlineData("> ")]
    [InlineData("    ")]
    [InlineData("> > ")]
    [InlineData("\t")]
    public void A_pasted_report_may_be_quoted_or_indented(string prefix)
    {
        var text = "Your message could not be delivered to the following recipient:\n\n  l.martin@dest.example\n\nReason: 550 5.1.1 No such user here\n";
        var quoted = string.Join('\n', text.Split('\n').Select(line => prefix + line));
        BounceInterpreter.Default.InterpretText(quoted).Diagnoses.Should().ContainSingle().Which.FinalRecipient.Should().Be("l.martin@dest.example");
    }

    [Fact]
    public void Who_may_be_written_to_is_no_recipient() =>
        Read("Your message to l.martin@dest.example could not be delivered.\n\nFor help contact helpdesk@dest.example.\nSender: anna@origin.example\n")
            .Diagnoses.Should().ContainSingle().Which.FinalRecipient.Should().Be("l.martin@dest.example");

    [Fact]
    public void What_the_returned_message_says_is_no_reason()
    {
        var report = Read("Your message could not be delivered to l.martin@dest.example.\n\n----- Original message -----\nFrom: anna@origin.example\nTo: p.durand@dest.example\nSubject: 550 5.1.1 user unknown\n\nmailbox full: q@dest.example\n");
        report.Diagnoses.Should().ContainSingle().Which.Should().Match<Diagnosis>(one => one.FinalRecipient == "l.martin@dest.example" && one.Reason == BounceReason.Undetermined);
    }

    [Fact]
    public void A_reply_above_the_list_says_more_than_a_summary_below_it() =>
        Read("Your message could not be delivered because of\n\n550 5.1.1 no such user\n\nThe following recipients were affected:\n\n  l.martin@dest.example\n\nAdditional information\nRemote host: <198.51.100.20>\n")
            .Diagnoses.Should().ContainSingle().Which.Should().Match<Diagnosis>(one => one.DiagnosticText == "550 5.1.1 no such user" && one.Reason == BounceReason.UserUnknown);

    [Fact]
    public void A_refusal_before_the_colon_is_the_reason_of_the_address_behind_it() =>
        Read("User mailbox exceeds allowed size: l.martin@dest.example\n\nOriginal message follows.\n\nFrom: anna@origin.example\n")
            .Diagnoses.Should().ContainSingle().Which.Should().Match<Diagnosis>(one => one.FinalRecipient == "l.martin@dest.example" && one.Reason == BounceReason.MailboxFull);

    [Fact]
    public void The_name_of_a_virus_is_no_recipient() =>
        Read("The message you sent to l.martin@dest.example was isolated because the\nattachment holds the virus W32/Netsky.P@mm.\n")
            .Diagnoses.Should().ContainSingle().Which.FinalRecipient.Should().Be("l.martin@dest.example");

    [Fact]
    public void A_mail_that_was_meant_for_the_reader_is_no_report_to_its_sender() =>
        Read("The following messages could not be delivered to you, because they hold viruses:\n\n  win@loterie.example\n", subject: "Quarantine").Diagnoses.Should().BeEmpty();

    [Theory]
    [InlineData("delayed", DsnAction.Delayed)]
    [InlineData("Delayed (still trying)", DsnAction.Delayed)]
    [InlineData("delayed,delivered", null)]
    [InlineData("-1", null)]
    [InlineData("3", null)]
    public void Action_of_a_pasted_status_is_exactly_one_name(string action, DsnAction? expected) =>
        SharedReader.Read(DialectSamples.Pasted($"Final-Recipient: rfc822; a@dest.example\nAction: {action}\nDiagnostic-Code: smtp; nobody is at home\n"))!.Recipients.Should().ContainSingle().Which.Action.Should().Be(expected);

    [Theory]
    [InlineData("Your message could not be delivered to a@dest.example. ")]
    [InlineData("a@dest.example\n")]
    [InlineData("could not be delivered could not be delivered ")]
    [InlineData("Recipient: a@dest.example 550 5.1.1 ")]
    [InlineData("delayed, will retry; if not delivered, ")]
    [InlineData("、配信できませんでした")]
    public void Long_texts_are_read_in_one_pass(string piece)
    {
        // The best of three: what else the machine does is no work of ours.
        TimeSpan Took(int length)
        {
            var text = string.Concat(Enumerable.Repeat(piece, length / piece.Length));
            return Enumerable.Range(0, 3).Min(_ =>
            {
                var watch = Stopwatch.StartNew();
                SharedReader.Read(DialectSamples.Whole(text));
                return watch.Elapsed;
            });
        }

        Took(20_000);
        var small = Took(50_000);
        Took(400_000).Should().BeLessThan(TimeSpan.FromTicks(Math.Max(small.Ticks, TimeSpan.TicksPerMillisecond * 5) * 40), "eight times the text may take forty times as long on a busy machine, not sixty-four");
    }
}
