using System.Text;
using BounceParser.Tests.Support;

namespace BounceParser.Tests.Diagnosing;

/// <summary>Who did not get the mail: one diagnosis each, no address guessed, no reply held against another.</summary>
public sealed class RecipientTests
{
    private const string Unknown = "550 5.1.1 User unknown";

    [Fact]
    public void Same_recipient_twice_is_one_diagnosis_with_the_fuller_text()
    {
        var report = Mail.Report(Mail.Failed("paul@dest.example", "550 5.1.1 no") + "\n" + Mail.Failed("Paul@dest.example", "550 5.1.1 User unknown in virtual mailbox table")).Interpret();

        report.Diagnoses.Should().ContainSingle().Which.DiagnosticText.Should().Contain("virtual mailbox table");
    }

    [Fact]
    public void Filter_that_refuses_in_a_disposition_names_there_whom_it_speaks_for()
    {
        var mail = "Return-Path: <>\nFrom: Mail Sieve Subsystem <postmaster@dest.example>\nTo: news-bounces@lists.example\nSubject: Automatically rejected mail\nAuto-Submitted: auto-replied (rejected)\n"
            + "Content-Type: multipart/report; report-type=disposition-notification; boundary=b\n\n"
            + "--b\nContent-Type: text/plain\n\nYour message was automatically rejected by Sieve, a mail filtering language.\n\nThe following reason was given:\nMessages larger than 10 MB are not accepted in this mailbox.\n"
            + "--b\nContent-Type: message/disposition-notification\n\nReporting-UA: mx.dest.example\nFinal-Recipient: rfc822; paul@dest.example\nDisposition: automatic-action/MDN-sent-automatically; deleted\n"
            + "--b\nContent-Type: message/rfc822\n\nFrom: editor@lists.example\nTo: news@lists.example\nSubject: plans\n\nx\n--b--\n";

        var report = BounceInterpreter.Default.Interpret(Encoding.ASCII.GetBytes(mail));
        report.Diagnoses.Should().ContainSingle().Which.Should().Match<Diagnosis>(one => one.FinalRecipient == "paul@dest.example" && one.Reason == BounceReason.MessageTooLarge && one.Action == DsnAction.Failed);
    }

    [Fact]
    public void Report_in_a_language_of_which_no_word_is_known_is_read_by_what_its_program_writes_in_every_language()
    {
        var report = BounceInterpreter.Default.Interpret(Encoding.UTF8.GetBytes(
            "Return-Path: <>\nFrom: <postmaster@dest.example>\nTo: news-bounces@lists.example\nSubject: \u0E2A\u0E48\u0E07\nContent-Type: text/plain; charset=utf-8\n\n\u0E01\u0E32\u0E23\u0E2A\u0E48\u0E07:\n\npaul@dest.example\n\u0E44\u0E21\u0E48\u0E1E\u0E1A\n\n"
            + "paul@dest.example\nRemote Server returned '550 5.1.1 RESOLVER.ADR.RecipNotFound; not found'\n"));
        report.Diagnoses.Should().ContainSingle().Which.Should().Match<Diagnosis>(one => one.FinalRecipient == "paul@dest.example" && one.Reason == BounceReason.UserUnknown);
    }

    [Theory]
    // Fields of a report whose reason is Postfix's own.
    [InlineData("Reporting-MTA: dns; mx.origin.example\nX-Postfix-Sender: rfc822; editor@lists.example\nArrival-Date: Sun, 24 Jan 2021 18:40:57 -0600\n\nFinal-Recipient: rfc822; paul@dest.example\nAction: failed\nStatus: 5.4.4\nDiagnostic-Code: X-Postfix; Host or domain name not found. Name service error for\n    name=dest.example type=AAAA: Host not found\n", BounceReason.DomainUnknown)]
    // What mail programs write above a mail that they forward.
    [InlineData("-----Original Message-----\nFrom: Mail Delivery System <MAILER-DAEMON@mx.origin.example>\nSent: Wednesday, November 11, 2026 10:24 AM\nTo: editor@lists.example\nSubject: Undelivered Mail Returned to Sender\n\nThis is the mail system at host mx.origin.example.\n\n<paul@dest.example>: host mx.dest.example[192.0.2.1] said: 550 5.1.1\nNo such user here (in reply to RCPT TO command)\n", BounceReason.UserUnknown)]
    // Who is addressed above, and what came of each attempt below.
    [InlineData("Your message could not be sent.\nA transcript of the attempts to send the message follows.\nAddressed To: paul@dest.example\n\nMon 28 Feb 2005 09:40:11 +0000\nFailed to send to identified host,\npaul@dest.example: [203.0.113.88], Connection timed out\n\n--- Message non-deliverable.\n", BounceReason.ConnectionFailed)]
    // The same without the blank line.
    [InlineData("From: MAILER-DAEMON@mx.origin.example\nSent: 05 August 2026 11:21\nTo: editor@lists.example\nSubject: failure notice\nHi. This is the qmail-send program at mx.origin.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n<paul@dest.example>:\nRemote host said: 550 5.1.1 no such user\n", BounceReason.UserUnknown)]
    [InlineData("Delivery has failed to these recipients or groups:\npaul@dest.example\nYour message wasn't delivered because the recipient's email provider rejected it.\nanna@dest.example\nYour message wasn't delivered because the recipient's email provider rejected it.\n\nDiagnostic information for administrators:\nGenerating server: mx.origin.example\npaul@dest.example\nRemote Server returned '550 5.1.1 no such user'\nanna@dest.example\nRemote Server returned '550 5.1.1 no such user'\n", BounceReason.UserUnknown)]
    [InlineData("このメールは以下の原因により届けることが出来ませんでした:\n\n受取人: <paul@dest.example>\n原因: <paul@dest.example> のユーザーは登録されていません\n\nご不明な点がございましたら postmaster@dest.example まで返信をお願いします。\n", BounceReason.UserUnknown)]
    public void What_people_paste_names_the_first_recipient_and_the_reason(string pasted, BounceReason reason) =>
        BounceInterpreter.Default.InterpretText(pasted).Diagnoses[0].Should().Match<Diagnosis>(one => one.FinalRecipient == "paul@dest.example" && one.Reason == reason);

    [Theory]
    [InlineData("<>", BounceKind.Failure)]
    [InlineData("<postmaster@dest.example>", BounceKind.NotABounce)]
    public void Who_warns_of_a_refusal_has_a_return_path(string path, BounceKind kind) =>
        BounceInterpreter.Default.Interpret(Encoding.ASCII.GetBytes($"Return-Path: {path}\nFrom: postmaster@dest.example\nTo: editor@lists.example\nSubject: xyz\n\nPqr stu vwx:\n\npaul@dest.example\n\n    552 5.2.2 Mailbox full\n")).Kind.Should().Be(kind);

    [Fact]
    public void Rule_of_a_closed_mailbox_answers_in_its_own_name()
    {
        var report = BounceInterpreter.Default.Interpret(Encoding.ASCII.GetBytes(
            "Return-Path: <>\nFrom: Paul <paul@dest.example>\nTo: editor@lists.example\nAuto-Submitted: auto-generated\nSubject: NICHT ZUGESTELLT: Anfrage\n\nIhre Nachricht an\n\n    paul@dest.example\n\nwurde NICHT zugestellt. Das Postfach ist geschlossen (550 5.2.1).\n"));
        report.Diagnoses.Should().ContainSingle().Which.Should().Match<Diagnosis>(one => one.FinalRecipient == "paul@dest.example" && one.Reason == BounceReason.MailboxDisabled && one.Recommendation == Recommendation.ReviewByHand);
    }

    [Theory]
    [InlineData("Return-Path: <>\nFrom: Filter <filter@dest.example>\nTo: editor@lists.example\nSubject: Undelivered mail: prohibited attachment\n\nA message you sent to\n\n    paul@dest.example\n\nwas not delivered because it contained an attachment of a type which is not accepted.\n")]
    [InlineData("Return-Path: <filter@dest.example>\nFrom: Filter <filter@dest.example>\nTo: editor@lists.example\nSubject: Undelivered mail\n\nA message you sent to\n\n    paul@dest.example\n\nwas not delivered because it contained an attachment of a type which is not accepted.\n")]
    [InlineData("Return-Path: <post@dest.example>\nFrom: Post <post@dest.example>\nTo: editor@lists.example\nSubject: Undeliverable Message\n\nReceiver not found: paul@dest.example\n\n----- Returned message -----\n\nFrom: editor@lists.example\nSubject: News\n\nHello\n")]
    public void A_report_opens_with_a_sentence_around_the_address_or_with_the_reason_above_the_returned_mail(string mail) =>
        BounceInterpreter.Default.Interpret(Encoding.ASCII.GetBytes(mail)).Diagnoses.Should().ContainSingle().Which.FinalRecipient.Should().Be("paul@dest.example");

    [Theory]
    [InlineData("Mail servers down on Saturday", "While our servers are down, other sites get \"451 4.3.2 System not accepting network messages\" and keep the message in their queue.\nSome send a warning such as \"delivery delayed, message still in queue\".\n")]
    [InlineData("Why mail was rejected", "Some of the mails to other providers were rejected with these codes:\n\n 550 5.7.26  sender not authenticated\n 452 4.2.2   mailbox full\n")]
    [InlineData("Your mailbox is nearly full", "Your mailbox uses 96 % of its space. Once it is full, new mails will be refused with \"552 5.2.2 Mailbox full\".\n")]
    [InlineData("3 new held messages", "You can release all of your held messages.\n\nFrom:     shop@sender.example\nSubject:  Order could not be delivered\nReason:   Spam\n")]
    public void A_postmaster_who_explains_codes_or_tells_of_a_quota_reports_nothing(string subject, string text) =>
        BounceInterpreter.Default.Interpret(Encoding.ASCII.GetBytes($"Return-Path: <postmaster@dest.example>\nFrom: Postmaster <postmaster@dest.example>\nTo: ann@dest.example\nSubject: {subject}\n\n{text}")).Kind.Should().Be(BounceKind.NotABounce);

    [Fact]
    public void A_person_who_tells_of_a_refusal_above_a_mail_of_his_own_writes_no_report() => BounceInterpreter.Default.Interpret(Encoding.ASCII.GetBytes(
        "From: Ann <ann@dest.example>\nTo: editor@lists.example\nSubject: Undelivered mail?\n\nHi Paul,\n\nyour address was unknown when I tried it, can you look?\n\nAnn\n")).Kind.Should().Be(BounceKind.NotABounce);

    [Fact]
    public void Code_alone_says_less_than_the_same_code_with_its_words()
    {
        var report = BounceInterpreter.Default.Interpret(Encoding.ASCII.GetBytes(
            "Return-Path: <>\nFrom: MAILER-DAEMON@mx.example\nSubject: Undeliverable\n\nYour message couldn't be delivered to paul@dest.example.\n\nStatus code: 550 5.4.316\n\nReported error: 550 5.4.316 Message expired, connection refused (Socket error code 10061)\n"));
        report.Diagnoses.Should().ContainSingle().Which.Reason.Should().Be(BounceReason.ConnectionFailed);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Same_recipient_delayed_and_failed_has_failed(bool failedFirst)
    {
        var failed = Mail.Failed("paul@dest.example", "550 5.2.1 disabled");
        const string delayed = "Final-Recipient: rfc822; paul@dest.example\nAction: delayed\nStatus: 4.4.1\nDiagnostic-Code: smtp; 451 4.4.1 connection timed out, of a try long before\n";
        var report = Mail.Report(failedFirst ? failed + "\n" + delayed : delayed + "\n" + failed).Interpret();

        var diagnosis = report.Diagnoses.Should().ContainSingle().Subject;
        diagnosis.Action.Should().Be(DsnAction.Failed);
        diagnosis.Reply!.Code.Should().Be(550);
    }

    [Fact]
    public void Alias_with_several_members_is_a_diagnosis_each()
    {
        var report = Mail.Report(
            Mail.Failed("team@dest.example", Unknown, "X-Actual-Recipient: rfc822; paul@dest.example\n") + "\n"
            + Mail.Failed("team@dest.example", Unknown, "X-Actual-Recipient: rfc822; marie@dest.example\n")).Interpret();

        report.Diagnoses.Select(diagnosis => (diagnosis.FinalRecipient, diagnosis.OriginalRecipient)).Should().Equal(("paul@dest.example", "team@dest.example"), ("marie@dest.example", "team@dest.example"));
        report.Diagnoses.Should().OnlyContain(diagnosis => diagnosis.Recommendation == Recommendation.ReviewByHand);
    }

    [Fact]
    public void Reply_about_another_recipient_is_not_held_against_this_one()
    {
        const string reply = "550 5.1.1 <paul@dest.example>: User unknown";
        var report = Mail.Report(Mail.Failed("paul@dest.example", reply) + "\n" + Mail.Failed("marie@dest.example", reply)).Interpret();

        report.Diagnoses.Select(diagnosis => diagnosis.Recommendation).Should().Equal(Recommendation.SuppressRecipient, Recommendation.ReviewByHand);
    }

    [Fact]
    public void Postmaster_to_write_to_is_no_other_recipient() =>
        Mail.Report(Mail.Failed("paul@dest.example", "550 5.1.1 User unknown, questions to postmaster@dest.example")).Interpret().Diagnoses[0].Recommendation.Should().Be(Recommendation.SuppressRecipient);

    [Fact]
    public void Recipient_that_only_the_returned_message_names_is_given_and_never_suppressed()
    {
        var report = Unnamed("To: paul@dest.example\n");

        var diagnosis = report.Diagnoses.Should().ContainSingle().Subject;
        (diagnosis.FinalRecipient, diagnosis.RecipientSource, diagnosis.Recommendation).Should().Be(("paul@dest.example", RecipientSource.ReturnedMessage, Recommendation.ReviewByHand));
    }

    [Fact]
    public void Of_several_that_the_returned_message_names_none_is_guessed() =>
        Unnamed("To: paul@dest.example, marie@dest.example\n").Diagnoses.Should().ContainSingle().Which.FinalRecipient.Should().BeNull();

    [Fact]
    public void Named_recipient_says_where_it_comes_from()
    {
        Mail.Report(Mail.Failed("paul@dest.example", Unknown)).Interpret().Diagnoses[0].RecipientSource.Should().Be(RecipientSource.Report);
        BounceInterpreter.Default.Interpret(new SmtpReply { Code = 550, Text = "x" }, new SmtpContext { Recipient = "paul@dest.example" }).RecipientSource.Should().Be(RecipientSource.Caller);
        BounceInterpreter.Default.InterpretText(Unknown).Diagnoses[0].RecipientSource.Should().Be(RecipientSource.Unknown);
    }

    [Fact]
    public void Trace_of_a_forward_in_the_returned_message_saves_the_address_that_was_written_to()
    {
        var returned = "Delivered-To: paul@dest.example\nTo: paul@dest.example\nSubject: x\n\nx\n";
        var diagnosis = Mail.Report(Mail.Failed("paul@home.example", Unknown), returned).Interpret().Diagnoses.Should().ContainSingle().Subject;

        (diagnosis.OriginalRecipient, diagnosis.Recommendation).Should().Be(("paul@dest.example", Recommendation.ReviewByHand));
        Mail.Report(Mail.Failed("paul@home.example", Unknown), "List-Id: <l.origin.example>\n" + returned).Interpret().Diagnoses[0].OriginalRecipient.Should().BeNull();
    }

    private static BounceReport Unnamed(string to) => Mail.Interpret($"""
        Return-Path: <>
        From: MAILER-DAEMON@mx.dest.example
        To: anna@origin.example
        Subject: failure notice
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="b"

        --b
        Content-Type: text/plain

        Your message could not be delivered: 550 5.1.1 User unknown

        --b
        Content-Type: message/rfc822

        From: anna@origin.example
        {to.TrimEnd('\n')}
        Subject: bonjour

        salut
        --b--
        """);

    [Fact]
    public void What_a_person_says_before_a_colon_is_no_condition_of_what_he_pastes_below_it() =>
        BounceInterpreter.Default.InterpretText(
            "If I send a mail from my account I get this error:\nDelivery to the following recipient failed permanently:\n\n     l.martin@dest.example\n\nTechnical details of permanent failure:\nGoogle tried to deliver your message, but it was rejected by the server for the recipient domain dest.example by mx.dest.example. [192.0.2.1].\n\nThe error that the other server returned was:\n500 Internal Server Error\n")
            .Diagnoses.Should().ContainSingle().Which.FinalRecipient.Should().Be("l.martin@dest.example");
}
