using System.Text;
using BounceParser.Dialects;

namespace BounceParser.Tests.Dialects;

public sealed class SendmailTests
{
    [Fact]
    public void The_list_names_and_the_transcript_completes()
    {
        var evidence = DialectRegistry.Read(DialectSamples.Whole(DialectSamples.Sendmail))!;
        evidence.Recipients.Should().HaveCount(2);
        var first = evidence.Recipients[0];
        (first.FinalRecipient, first.Alias, first.Action).Should().Be(("l.martin@dest79.example", "staff@origin.example", DsnAction.Failed));
        first.DiagnosticText.Should().Be("550-5.1.1 We looked for it\n550 5.1.1 <l.martin@dest79.example> User unknown");
        (first.Stage, first.RemoteMta).Should().Be((SmtpStage.RcptTo, "mx1.dest79.example"));
        evidence.Recipients[1].DiagnosticText.Should().Be("552 5.2.2 Mailbox full");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(30)]
    public void Each_recipient_of_a_list_has_its_own_outcome(int many)
    {
        var list = string.Concat(Enumerable.Range(0, many).Select(number => $"<User{number}@dest.example>\n"));
        var transcript = string.Concat(Enumerable.Range(0, many).Select(number => $">>> RCPT To:<user{number}@dest.example>\n<<< 550 5.1.1 No user {number}\n550 5.1.1 <user{number}@dest.example>... User unknown\n"));
        var evidence = DialectRegistry.Read(DialectSamples.Whole(
            $"   ----- The following addresses had permanent fatal errors -----\n{list}\n   ----- Transcript of session follows -----\n... while talking to mx.dest.example.:\n{transcript}"))!;
        evidence.Recipients.Select(recipient => recipient.DiagnosticText).Should().Equal(Enumerable.Range(0, many).Select(number => $"550 5.1.1 No user {number}"));
    }

    [Fact]
    public void Errors_that_are_not_fatal_are_a_delay()
    {
        var recipient = DialectRegistry.Read(DialectSamples.Whole(
            """
               ----- The following addresses had transient non-fatal errors -----
            <l.martin@dest79.example>

               ----- Transcript of session follows -----
            451 <l.martin@dest79.example>... dest79.example: Name server timeout
            """))!.Recipients.Should().ContainSingle().Subject;
        recipient.Action.Should().Be(DsnAction.Delayed);
    }

    [Fact]
    public void Who_is_named_without_a_domain_is_who_bears_the_name_in_the_returned_message() =>
        BounceInterpreter.Default.Interpret(Encoding.ASCII.GetBytes(
            """
            From: Mail Delivery Subsystem <MAILER-DAEMON@origin.example>
            To: anna@origin.example
            Subject: Returned mail: Host unknown

               ----- Transcript of session follows -----
            554 <paul@dest79.example>... 550 Host unknown (Authoritative answer from name server)
            421 dest81.example (tcp)... Deferred: Connection timed out during user open with dest81.example
            550 lmartin... User unknown

               ----- Unsent message follows -----
            From: anna@origin.example
            To: paul@dest79.example, lmartin@origin.example
            Subject: figures

            """)).Diagnoses.Select(one => (one.FinalRecipient, one.Reason, one.RecipientSource)).Should().Equal(
                ("paul@dest79.example", BounceReason.DomainUnknown, RecipientSource.Report), ("lmartin@origin.example", BounceReason.UserUnknown, RecipientSource.ReturnedMessage));

    [Fact]
    public void The_transcript_of_gateways_that_name_it_otherwise_tells_why() =>
        DialectRegistry.Read(DialectSamples.Whole("The original message was received at Mon, 30 Nov 2026 13:50:15 -0600\n\n   ----- The following addresses had delivery problems -----\n<anna@dest.example>\n\n   ----- Session transcript -----\n   mx.dest.example [192.0.2.14]\n>>> RCPT TO:<anna@dest.example>\n<<< 550 5.1.1 anna@dest.example: recipient verification failed, LDAP server unavailable\n"))!
            .Recipients.Should().ContainSingle().Which.DiagnosticText.Should().Be("550 5.1.1 anna@dest.example: recipient verification failed, LDAP server unavailable");

    [Fact]
    public void A_mark_by_itself_is_no_user_of_the_list() =>
        DialectRegistry.Read(DialectSamples.Whole("   ----- The following addresses had permanent fatal errors -----\n[\n<l.martin@dest79.example>\n]\n\n   ----- Transcript of session follows -----\n550 5.1.1 <l.martin@dest79.example>... User unknown\n"))!
            .Recipients.Should().ContainSingle().Which.FinalRecipient.Should().Be("l.martin@dest79.example");

    [Fact]
    public void A_sentence_without_spaces_is_no_user_of_the_list() =>
        DialectRegistry.Read(DialectSamples.Whole("   ----- The following addresses had permanent fatal errors -----\n<l.martin@dest79.example>\nこのメールは配送できませんでした。\n\n   ----- Transcript of session follows -----\n550 5.1.1 <l.martin@dest79.example>... User unknown\n"))!
            .Recipients.Should().ContainSingle().Which.FinalRecipient.Should().Be("l.martin@dest79.example");

    [Fact]
    public void A_reason_without_brackets_is_one() =>
        DialectRegistry.Read(DialectSamples.Whole("   ----- The following addresses had delivery problems -----\n<l.martin@dest79.example>   (unrecoverable error)\n    User unknown\n<eva@dest79.example>   (unrecoverable error)\n    Mailbox is full\n"))!
            .Recipients.Select(recipient => recipient.DiagnosticText).Should().Equal("User unknown", "Mailbox is full");

    [Fact]
    public void A_program_is_listed_with_its_arguments()
    {
        var recipient = DialectRegistry.Read(DialectSamples.Pasted(
            """
               ----- The following addresses had permanent fatal errors -----
            |/usr/lib/sm.bin/vacation.sh lmartin
                (reason: 69)
                (expanded from: <l.martin@dest79.example>)

               ----- Transcript of session follows -----
            sh: /usr/lib/sm.bin/vacation.sh: cannot execute
            554 5.3.0 unknown mailer error 69
            """))!.Recipients.Should().ContainSingle().Subject;
        (recipient.FinalRecipient, recipient.Stage).Should().Be(("l.martin@dest79.example", SmtpStage.LocalDelivery));
    }

    [Fact]
    public void What_became_of_the_message_is_no_reason_and_what_is_said_twice_is_one()
    {
        var evidence = DialectRegistry.Read(DialectSamples.Whole(
            """
               ----- The following addresses had permanent fatal errors -----
            <a@dest.example>

               ----- Transcript of session follows -----
            <a@dest.example>... Deferred: Connection timed out
            <a@dest.example>... Deferred: Connection timed out
            Message could not be delivered for 5 days
            """))!;
        var recipient = evidence.Recipients.Should().ContainSingle().Subject;
        recipient.DiagnosticText.Should().Be("<a@dest.example>... Deferred: Connection timed out");
        recipient.Expired.Should().BeTrue();
    }

    [Fact]
    public void A_transcript_alone_names_its_recipient()
    {
        var evidence = DialectRegistry.Read(DialectSamples.Pasted(
            "while talking to mx.dest.example.:\n>>> RCPT To:<a@dest.example>\n<<< 550 MAILBOX NOT FOUND\n550 <a@dest.example>... User unknown"))!;
        evidence.Dialect.Should().Be("sendmail");
        var recipient = evidence.Recipients.Should().ContainSingle().Subject;
        (recipient.FinalRecipient, recipient.DiagnosticText, recipient.Stage).Should().Be(("a@dest.example", "550 MAILBOX NOT FOUND", SmtpStage.RcptTo));
    }

    [Fact]
    public void A_warning_without_a_list_is_a_delay()
    {
        var evidence = DialectRegistry.Read(DialectSamples.Whole(
            """
                **********************************************
                **      THIS IS A WARNING MESSAGE ONLY      **
                **  YOU DO NOT NEED TO RESEND YOUR MESSAGE  **
                **********************************************

            The original message was received at Tue, 24 Nov 2026 03:59:34 GMT
            from localhost [127.0.0.1]

               ----- Transcript of session follows -----
            <a@dest.example>... Deferred: Connection timed out with mx.dest.example.
            Warning: message still undelivered after 4 hours
            Will keep trying until message is 5 days old
            """))!;
        var recipient = evidence.Recipients.Should().ContainSingle().Subject;
        (recipient.FinalRecipient, recipient.Action, recipient.Expired).Should().Be(("a@dest.example", DsnAction.Delayed, false));
    }

    [Fact]
    public void A_deferred_line_alone_does_not_say_that_it_failed() =>
        DialectRegistry.Read(DialectSamples.Pasted("<a@dest.example>... Deferred: Connection timed out with mx.dest.example."))!
            .Recipients.Should().ContainSingle().Which.Action.Should().BeNull();

    [Fact]
    public void A_command_of_an_alias_is_about_the_alias()
    {
        var evidence = DialectRegistry.Read(DialectSamples.Whole(
            """
               ----- The following addresses had permanent fatal errors -----
            "|/usr/bin/filter staff"
                (reason: 75)
                (expanded from: <staff@origin.example>)

               ----- Transcript of session follows -----
            554 5.3.0 unknown mailer error 75
            """))!;
        var recipient = evidence.Recipients.Should().ContainSingle().Subject;
        (recipient.FinalRecipient, recipient.Stage).Should().Be(("staff@origin.example", SmtpStage.LocalDelivery));
    }

    [Fact]
    public void A_queue_that_gave_up_is_expired()
    {
        var evidence = DialectRegistry.Read(DialectSamples.Whole(
            """
               ----- The following addresses had permanent fatal errors -----
            <a@dest.example>

               ----- Transcript of session follows -----
            <a@dest.example>... Deferred: Connection refused by mx.dest.example.
            Message could not be delivered for 5 days
            Message will be deleted from queue
            """))!;
        var recipient = evidence.Recipients.Should().ContainSingle().Subject;
        (recipient.Expired, recipient.Action).Should().Be((true, DsnAction.Failed));
        recipient.DiagnosticText.Should().Contain("Connection refused");
    }
}
