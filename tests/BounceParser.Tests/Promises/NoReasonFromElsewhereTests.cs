using System.Text;
using BounceParser.Tests.Support;
using CsCheck;

namespace BounceParser.Tests.Promises;

/// <summary>What the server said gives the reason; what the returned mail, a quotation or an attachment says never does.</summary>
public sealed class NoReasonFromElsewhereTests
{
    private const int Tries = 1_000;
    private const string Meaningless = "550 Zurblegok 17";

    private static readonly ServerAnswer Refused = new(Meaningless, "mx.example.net");

    [Fact]
    public void Not_from_the_returned_messages_body() =>
        Refusals.Any.Sample(said => Undetermined(Mail.Report(Refused.Fields(), returned: $"From: anna@origin.example\nSubject: x\n\n<zoe@example.net>: {said.Text}\n")), iter: Tries);

    [Fact]
    public void Not_from_the_returned_messages_headers() =>
        Gen.Select(Refusals.Any, Choice.Of("Subject", "X-Note", "Comments", "X-Failed-Recipients", "Diagnostic-Code"))
            .Sample((said, header) => Undetermined(Mail.Report(Refused.Fields(), returned: $"From: anna@origin.example\n{header}: {said.Text}\n\nx\n")), iter: Tries);

    [Fact]
    public void Not_from_an_attachment_of_the_bounce() =>
        Gen.Select(Refusals.Any, Choice.Of("text/plain; name=\"log.txt\"", "application/octet-stream", "text/html; name=\"x.html\"")).Sample((said, type) =>
            Undetermined(Attached(Mail.Report(Refused.Fields()), $"Content-Type: {type}\nContent-Disposition: attachment\n\n<zoe@example.net>: {said.Text}\n")), iter: Tries);

    [Theory]
    [InlineData("Hi. This is the qmail-send program at mail.dest.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<someone@example.net>:\n{0}\n\n--- Below this line is a copy of the message.\n\n{1}")]
    [InlineData("This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  someone@example.net\n    host mx.example.net [192.0.2.1]: {0}\n\n------ This is a copy of the message, including all the headers. ------\n\n{1}")]
    [InlineData("This is the mail system at host mx.dest.example.\n\nI'm sorry to have to inform you that your message could not\nbe delivered to one or more recipients.\n\n<someone@example.net>: host mx.example.net[192.0.2.1] said: {0}\n\n--- Original message follows ---\n\n{1}")]
    [InlineData("   ----- The following addresses had permanent fatal errors -----\n<someone@example.net>\n    (reason: {0})\n\n   ----- Original message follows -----\n\n{1}")]
    public void Not_from_what_stands_below_the_line(string form) =>
        Refusals.Any.Sample(said => Undetermined(Bounce(string.Format(null, form, Meaningless, $"Return-Path: <anna@origin.example>\nFrom: anna@origin.example\nSubject: {said.Text}\n\n<zoe@example.net>: {said.Text}\n"))), iter: Tries);

    [Theory]
    [InlineData("Subject: Re: offer", "No idea, sorry.\n\nOn Monday Anna wrote:\n> <zoe@example.net>: {0}\n")]
    [InlineData("Subject: AW: Unzustellbar: Angebot", "Keine Ahnung.\n\n> <zoe@example.net>: {0}\n")]
    [InlineData("Subject: TR: Échec de la remise", "Qu'en penses-tu ?\n\n-----Message d'origine-----\nDe : MAILER-DAEMON@mx.example.net\n\n<zoe@example.net>: {0}\n")]
    [InlineData("Subject: offer", "You asked what it said:\n\n> <zoe@example.net>: {0}\n")]
    public void Not_from_a_quoted_reply(string subject, string form) =>
        Refusals.Any.Sample(said => Encoding.UTF8.GetBytes($"From: Marie <marie@dest.example>\nTo: anna@origin.example\n{subject}\nContent-Type: text/plain; charset=utf-8\n\n{string.Format(null, form, said.Text)}")
            .Interpret().Diagnoses.Should().BeEmpty(said.ToString()), iter: Tries);

    [Theory]
    [InlineData("This is about your mail.\n\n{0}")]
    [InlineData("Your message could not be delivered.\n\n{0}")]
    [InlineData("Your message could not be delivered.\n\nOn Monday Anna <anna@origin.example> wrote:\n{0}")]
    [InlineData("Votre message n'a pas pu être remis.\n\nLe lundi 3 mars, Anna a écrit :\n\n{0}")]
    public void A_daemons_mail_that_only_quotes_names_nobody(string form) =>
        Refusals.Any.Sample(said => Bounce(string.Format(null, form, Quoted(said.Text))).Interpret().Diagnoses.Should().NotContain(one => one.FinalRecipient != null || one.Reason != BounceReason.Undetermined, said.ToString()), iter: Tries);

    [Theory]
    [InlineData("Hi. This is the qmail-send program at mail.dest.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<someone@example.net>:\n{0}\n\n{1}\n--- Below this line is a copy of the message.\n\nFrom: anna@origin.example\n")]
    [InlineData("This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  someone@example.net\n    host mx.example.net [192.0.2.1]: {0}\n\n{1}")]
    [InlineData("This is the mail system at host mx.dest.example.\n\nI'm sorry to have to inform you that your message could not\nbe delivered to one or more recipients.\n\n{1}\n<someone@example.net>: host mx.example.net[192.0.2.1] said: {0}\n")]
    [InlineData("   ----- The following addresses had permanent fatal errors -----\n<someone@example.net>\n    (reason: {0})\n\n{1}")]
    [InlineData("Your message could not be delivered to someone@example.net: {0}\n\nYou wrote:\n\n{1}")]
    public void Not_from_what_a_bounce_quotes(string form) =>
        Refusals.Any.Sample(said => Undetermined(Bounce(string.Format(null, form, Meaningless, Quoted(said.Text)))), iter: Tries);

    [Theory]
    [InlineData("The following addresses did not receive a copy of your message:\n\n> someone@example.net\n\n550 5.1.1 User unknown\n")]
    [InlineData("Your message could not be delivered to the following recipients:\n> <someone@example.net>: 550 5.1.1 User unknown\n")]
    [InlineData("Your message to someone@example.net could not be delivered. The server answered with the error:\n> 550 5.1.1 User unknown\n")]
    [InlineData("> Your message could not be delivered to the following recipients:\n>\n>   <someone@example.net>: 550 5.1.1 User unknown\n")]
    [InlineData("   ----- Transcript of session follows -----\n... while talking to mx.example.net.:\n>>> RCPT To:<someone@example.net>\n<<< 550 5.1.1 User unknown\n550 5.1.1 <someone@example.net>... User unknown\n")]
    public void What_a_program_marks_so_itself_is_its_own(string text) =>
        Bounce(text).Interpret().Diagnoses.Should().ContainSingle().Which.Should().Match<Diagnosis>(one => one.FinalRecipient == Refusals.Recipient && one.Reason == BounceReason.UserUnknown);

    private static string Quoted(string text) => text.ReplaceLineEndings("\n> ") is var said ? $"> <zoe@example.net>: {said}\n> zoe@example.net\n>   {said}\n>\n> <zoe@example.net>:\n> {said}\n" : "";

    private static void Undetermined(byte[] mail)
    {
        var diagnosis = mail.Interpret().Diagnoses.Should().ContainSingle().Subject;
        (diagnosis.FinalRecipient, diagnosis.Reason).Should().Be((Refusals.Recipient, BounceReason.Undetermined), $"{diagnosis.DecidingRule?.File}({diagnosis.DecidingRule?.Line}): {diagnosis.DiagnosticText}");
    }

    private static byte[] Bounce(string text) =>
        Encoding.UTF8.GetBytes("Return-Path: <>\nFrom: MAILER-DAEMON@mx.dest.example\nTo: anna@origin.example\nSubject: failure notice\nContent-Type: text/plain; charset=utf-8\n\n" + text);

    private static byte[] Attached(byte[] mail, string part) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(mail).Replace("--b--", $"--b\n{part}\n--b--", StringComparison.Ordinal));
}
