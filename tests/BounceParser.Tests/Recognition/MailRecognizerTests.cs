using System.Text;
using BounceParser.Mime;
using BounceParser.Recognition;
using BounceParser.Tests.Mime;

namespace BounceParser.Tests.Recognition;

public sealed class MailRecognizerTests
{
    private static BounceMessage Mail(params string[] headers) => MailText.Read(string.Join('\n', headers) + "\nTo: anna@origin.example\n\nwords\n");

    private static MailShape ShapeOf(BounceMessage mail) => new MailRecognizer(mail).Shape;

    [Fact]
    public void Report_without_its_second_part_is_no_automatic_reply() =>
        ShapeOf(Mail("From: postmaster@dest.example (E-postsystemet)", "Return-Path: <>", "Auto-Submitted: auto-replied", "Subject: Ditt meddelande kunde inte levereras", "Content-Type: multipart/report; report-type=delivery-status; boundary=b")).Should().Be(MailShape.Bounce);

    [Fact]
    public void Who_can_be_unsubscribed_from_may_only_call_himself_a_daemon()
    {
        var news = new[] { "From: Mail Delivery Consultants <daemon@mailers.example>", "Return-Path: <bounce-1182@mailers.example>", "List-Unsubscribe: <https://mailers.example/u>", "Subject: Undelivered Mail Returned to Sender - are YOU losing customers?" };
        ShapeOf(Mail(news)).Should().Be(MailShape.MaybeBounce);
        BounceInterpreter.Default.Interpret(Encoding.ASCII.GetBytes(string.Join('\n', news) + "\nTo: list-bounces@dest.example\n\nHi there,\n\ndoes this look familiar?\n\n    A message that you sent could not be delivered to one or more of its\n    recipients. The following address(es) failed:\n\n      sales@dest.example\n        550 5.1.1 The account does not exist\n\nOur service cleans your list.\n"))
            .Kind.Should().Be(BounceKind.NotABounce);
    }

    [Fact]
    public void Vacation_that_says_so_is_one_whatever_its_subject() =>
        ShapeOf(Mail("From: Bec <bec@dest.example>", "Return-Path: <>", "Auto-Submitted: auto-replied (vacation)", "Subject: Undeliverable (sort of!): I have moved")).Should().Be(MailShape.AutoReply);

    [Fact]
    public void Challenge_is_none_of_the_bounces_that_its_subject_looks_like() =>
        ShapeOf(MailText.Read("From: Walt <walt@dest.example>\nReturn-Path: <>\nAuto-Submitted: auto-replied\nSubject: Your message was not delivered yet\n\nYour message has NOT been delivered.\n\nTo have it delivered, please prove that you are a person, one time only.\n")).Should().Be(MailShape.Challenge);

    [Fact]
    public void Who_wants_to_be_asked_first_challenges_whatever_he_calls_a_bounce()
    {
        ShapeOf(Mail("From: =?utf-8?q?S=C3=A9curit=C3=A9_Mailinblack?= <noreply@invitations.mailinblack.com>", "Auto-Submitted: auto-generated", "Subject: Authentification requise pour votre e-mail : lettre")).Should().Be(MailShape.Challenge);
        ShapeOf(MailText.Read("From: Walt <walt@dest.example>\nSubject: Re: Deals\n\nI use BitBounce to filter emails from people I don't know. Please pay the small fee.\n")).Should().Be(MailShape.Challenge);
    }

    [Fact]
    public void What_strangers_did_to_the_postmasters_server_is_no_bounce() =>
        BounceInterpreter.Default.Interpret(Encoding.ASCII.GetBytes(
            "From: MAILER-DAEMON@mx.dest.example (Mail Delivery System)\nTo: postmaster@mx.dest.example (Postmaster)\nSubject: Postfix SMTP server: errors from unknown[192.0.2.81]\n\nTranscript of session follows.\n\n"
            + " Out: 220 mx.dest.example ESMTP Postfix\n In:  MAIL FROM:<promo@lotto.example>\n Out: 250 2.1.0 Ok\n In:  RCPT TO:<l.martin@dest.example>\n Out: 550 5.1.1 <l.martin@dest.example>: Recipient address rejected: User unknown\n In:  QUIT\n\n\nFor other details, see the local mail logfile\n"))
            .Kind.Should().Be(BounceKind.NotABounce);

    [Theory]
    [InlineData("Spam-Mail nicht ausgeliefert", "Unsere Detektoren wurden durch eine an Sie gesandte Nachricht ausgelöst.\nDiese Nachricht wurde nicht ausgeliefert.\n", BounceKind.NotABounce)]
    [InlineData("Unerwünschte Werbemail abgelehnt!", "Unsere Detektoren wurden durch eine Nachricht von Ihnen ausgelöst:\n  An: l.martin@dest.example\nDer Inhalt Ihrer Nachricht ist wahrscheinlich Spam, weswegen sie gelöscht wurde.\n", BounceKind.Failure)]
    [InlineData("Advarsel! Dit e-brev indeholder virus", "Vores virusskanner har opdaget virus i den mail du har sendt til:\n Til:  l.martin@dest.example\nAlt hvad der er inficeret med virus er ikke blevet sendt til modtageren.\n", BounceKind.Failure)]
    public void A_scanner_writes_to_whom_it_kept_a_mail_from_and_to_who_sent_it(string subject, string text, BounceKind kind) =>
        BounceInterpreter.Default.Interpret(Encoding.UTF8.GetBytes($"From: \"MailScanner\" <postmaster@mx.dest.example>\nTo: anna@origin.example\nSubject: {subject}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{text}"))
            .Kind.Should().Be(kind);

    [Fact]
    public void What_Exchange_stamps_as_its_report_is_no_automatic_reply() =>
        ShapeOf(Mail("From: postmaster@dest.example", "Return-Path: <>", "Auto-Submitted: auto-replied", "X-MS-Exchange-Message-Is-Ndr:", "Subject: \u00D3afhendanlegt")).Should().Be(MailShape.Bounce);

    [Fact]
    public void A_program_may_report_under_any_name_and_subject()
    {
        const string Head = "From: Postkamer <postkamer@mx.origin.example>\nReturn-Path: <>\nAuto-Submitted: auto-replied\nTo: anna@origin.example\nSubject: Even geduld a.u.b.\n\n";
        var report = BounceInterpreter.Default.Interpret(Encoding.ASCII.GetBytes(Head + "This message was created automatically by mail delivery software.\nA message that you sent has not yet been delivered to one or more of its\nrecipients after more than 24 hours on the queue on mx.origin.example.\n\nThe address to which the message has not yet been delivered is:\n\n  l.martin@dest.example\n"));
        report.Diagnoses.Should().ContainSingle().Which.Should().Match<Diagnosis>(one => one.FinalRecipient == "l.martin@dest.example" && one.Action == DsnAction.Delayed);
        BounceInterpreter.Default.Interpret(Encoding.ASCII.GetBytes(Head + "Thank you for your message. I am away until Monday; it will not be read before.\n")).Kind.Should().Be(BounceKind.AutoReply);
        BounceInterpreter.Default.Interpret(Encoding.ASCII.GetBytes(Head + "Your message could not be delivered to l.martin@dest.example because he has left the company.\n\n-----Original Message-----\nFrom: anna@origin.example\n")).Kind.Should().Be(BounceKind.AutoReply);
    }

    [Fact]
    public void Who_answers_with_the_mail_attached_is_no_program() =>
        BounceInterpreter.Default.Interpret(Encoding.ASCII.GetBytes(
            "From: Luc <l.martin@dest.example>\nReturn-Path: <>\nAuto-Submitted: auto-replied\nTo: anna@origin.example\nSubject: I have left\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
            + "--b\n\nYour message could not be delivered to paul@dest.example, who has left too. This user does not exist.\n--b\nContent-Type: message/rfc822\n\nFrom: anna@origin.example\nSubject: figures\n\nhello\n--b--\n"))
            .Kind.Should().Be(BounceKind.AutoReply);

    [Theory]
    [InlineData("Subject: Delivery Status Notification", "From: Mail Delivery System <MAILER-DAEMON@mx.dest.example>", MailShape.Bounce)]
    [InlineData("Subject: Mail statistics", "From: postmaster@dest.example", MailShape.FromPostmaster)]
    [InlineData("Subject: Undeliverable: figures", "From: postmaster@dest.example", MailShape.Bounce)]
    [InlineData("Subject: Undeliverable: figures", "From: Luc <l.martin@dest.example>", MailShape.MaybeBounce)]
    [InlineData("Subject: figures", "From: Luc <l.martin@dest.example>", MailShape.Ordinary)]
    [InlineData("Subject: Re: Undelivered Mail", "From: Luc <l.martin@dest.example>", MailShape.Ordinary)]
    public void Sender_and_subject_together_tell(string subject, string from, object shape) =>
        ShapeOf(Mail(from, subject)).Should().Be((MailShape)shape);

    [Theory]
    [InlineData("Automatic reply: Undeliverable mail")]
    [InlineData("Out of Office: delivery failed")]
    [InlineData("=?utf-8?B?6Ieq5YuV5b+c562U?=: x")]
    public void An_automatic_reply_beats_a_sender_that_looks_like_a_bounce(string subject) =>
        ShapeOf(Mail("From: postmaster@dest.example", "Return-Path: <>", "Subject: " + subject)).Should().Be(MailShape.AutoReply);

    [Fact]
    public void A_daemon_that_stamps_its_bounce_as_a_reply_writes_a_bounce() =>
        ShapeOf(Mail("From: Mail Delivery System <Mailer-Daemon@mx.dest.example>", "Auto-Submitted: auto-replied", "Subject: Mail delivery failed: returning message to sender")).Should().Be(MailShape.Bounce);

    [Theory]
    [InlineData("Permission Denied")]
    [InlineData("No permission to create tickets in the queue 'General'")]
    [InlineData("Could not load a valid user")]
    public void A_desk_that_refuses_a_mail_answers_in_nobodys_name(string subject)
    {
        var mail = Mail("From: Desk <desk@rt.dest.example>", "Auto-Submitted: auto-generated", "X-RT-Loop-Prevention: rt", "X-RT-Ticket: rt #7", "Subject: " + subject);
        (ShapeOf(mail), new MailRecognizer(mail).IsAutoReply).Should().Be((MailShape.Bounce, false));
        ShapeOf(Mail("From: Desk <desk@rt.dest.example>", "Auto-Submitted: auto-generated", "X-RT-Loop-Prevention: rt", "X-RT-Ticket: rt #7", "Subject: [rt #7] AutoReply: figures")).Should().Be(MailShape.AutoReply);
        ShapeOf(Mail("From: Postmaster Desk <desk@dest.example>", "Auto-Submitted: auto-generated", "Subject: [Ticket #7] Undelivered Mail Returned to Sender")).Should().Be(MailShape.AutoReply);
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-replied", "X-Powered-By: Zammad - Helpdesk/Support (https://zammad.org/)", "Subject: [undeliverable] Message too large")]
    [InlineData("Precedence: bulk", "X-Listprocessor-Version: 8.0 -- ListProcessor(tm) by CREN", "Subject: Error Condition Re: patterns wanted")]
    [InlineData("Auto-Submitted: auto-replied", "X-Loop: sympa@lists.dest.example", "Subject: Message pour la liste bureau rejeté")]
    [InlineData("Precedence: first-class", "X-Mailer: Majordomo version 2", "Subject: Denied post to cichlids: spawning")]
    public void A_desk_or_a_list_that_refuses_a_mail_is_known_by_its_header_and_its_subject(params string[] headers) =>
        ShapeOf(Mail(["From: Desk <desk@dest.example>", .. headers])).Should().Be(MailShape.Bounce);

    [Fact]
    public void A_bounce_with_the_headers_of_the_list_goes_to_the_lists_own_address()
    {
        var list = new[] { "From: admin@dest.example", "Subject: Non-Delivery: news", "List-Id: <news.origin.example>" };
        ShapeOf(MailText.Read(string.Join('\n', list) + "\nTo: news-bounces@origin.example\n\nwords\n")).Should().Be(MailShape.MaybeBounce);
        ShapeOf(Mail(list)).Should().Be(MailShape.Ordinary);
    }

    [Fact]
    public void A_refusal_told_as_a_disposition_is_a_bounce()
    {
        var parts = new[] { "Content-Type: text/plain\n\nYour message to <l.martin@dest.example> was automatically rejected:\nQuota exceeded\n", "Content-Type: message/disposition-notification\n\nFinal-Recipient: rfc822; l.martin@dest.example\nDisposition: automatic-action/MDN-sent-automatically; deleted\n" };
        ShapeOf(MailText.Multipart("multipart/report; report-type=disposition-notification", parts)).Should().Be(MailShape.Bounce);
        parts[0] = "Content-Type: text/plain\n\nYour message was deleted without being read.\n";
        ShapeOf(MailText.Multipart("multipart/report; report-type=disposition-notification", parts)).Should().Be(MailShape.Disposition);
    }

    [Theory]
    [InlineData("tlsrpt")]
    [InlineData("dmarc")]
    public void Reports_of_other_things_are_ordinary(string type) =>
        ShapeOf(MailText.Multipart("multipart/report; report-type=" + type, "Content-Type: text/plain\n\n550 5.1.1 user unknown: l.martin@dest.example\n")).Should().Be(MailShape.Ordinary);

    [Theory]
    [InlineData("My new address is: luc@ailleurs.example.", "luc@ailleurs.example")]
    [InlineData("Ma nouvelle adresse est <luc@ailleurs.example>", "luc@ailleurs.example")]
    [InlineData("My new address is José.Müller@Firma.example", "José.Müller@Firma.example")]
    [InlineData("Meine neue Adresse ist:\r\n\r\n      Jürgen@Größe.example\r\n", "Jürgen@Größe.example")]
    [InlineData("MY NEW ADDRESS IS Luc.O’Neil@Ailleurs.example", "Luc.O'Neil@Ailleurs.example")]
    [InlineData("I have left, and my new address, which you may note at once, is luc.martin.de.la.fontaine@ailleurs.example", "luc.martin.de.la.fontaine@ailleurs.example")]
    [InlineData("Please write to my colleague eva@dest.example", null)]
    [InlineData("I have a new address. It is a secret. Here is a long story that goes on and on and on and on and on, ask eva@dest.example", null)]
    public void The_new_address_is_the_persons_own(string text, string? address) => AnnouncedAddress.In(text).Should().Be(address);
}
