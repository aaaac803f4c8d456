namespace BounceParser.Tests.Diagnosing;

/// <summary>Whom a bare reply or a log line of an unknown program refuses, when nothing but its words names anybody.</summary>
public sealed class RepliedRecipientTests
{
    [Theory]
    [InlineData("550 5.1.1 address is not valid: anna@dest.example")]
    [InlineData("550 5.1.1 User unknown: anna@dest.example")]
    [InlineData("550 5.1.1 Invalid recipient: <anna@dest.example>")]
    [InlineData("550 5.1.1 The address is wrong: anna@dest.example")]
    public void What_a_server_answers_stays_whole_with_whom_it_names(string reply)
    {
        var one = BounceInterpreter.Default.InterpretText(reply).Diagnoses.Single();
        (one.FinalRecipient, one.DiagnosticText).Should().Be(("anna@dest.example", reply));
    }

    [Theory]
    [InlineData("550 5.1.1 invalid <zofia@dest.example.pl>")]
    [InlineData("550 5.1.1 Nie ma takiego konta: zofia@dest.example.pl")]
    [InlineData("The response from the remote server was:\n550 5.7.1 <zofia@dest.example.pl>: Recipient address rejected: not found")]
    [InlineData("452 <zofia@dest.example.pl>...User has no room left")]
    [InlineData("554 <zofia@dest.example.pl>: 존재하지 않는 사용자입니다")]
    [InlineData("553 5.1.1 Onbekende gebruiker zofia@dest.example.pl")]
    [InlineData("550 5.7.1 Unable to relay for zofia@dest.example.pl")]
    [InlineData("550 <zofia@dest.example.pl> No such domain at this location")]
    [InlineData("550 5.7.1 <zofia@dest.example.pl>: user accepts mail only from people in the address book")]
    [InlineData("554 Sorry, your message to zofia@dest.example.pl cannot be delivered. This account has been disabled.")]
    [InlineData("551-zofia@dest.example.pl has moved. 551 Please use the new address nowa@dest.example.pl")]
    [InlineData("550-5.1.1 The mailbox zofia@dest.example.pl\n550 5.1.1 does not exist")]
    [InlineData("User Zofia (zofia@dest.example.pl) not listed in Domino Directory")]
    [InlineData("2026-11-24T08:08:41.114Z [NOTICE] [7C1D.1.1] [outbound] Bounced: zofia@dest.example.pl: 550 5.1.1 Mailbox does not exist")]
    [InlineData("450 4.2.0 <zofia@dest.example.pl>: Recipient address rejected: Greylisted, come back in 300 seconds")]
    [InlineData("550 <zofia@dest.example.pl>: Recipient address rejected: Mail appeared to be SPAM or forged")]
    [InlineData("451 4.3.0 <zofia@dest.example.pl>: Temporary lookup failure")]
    [InlineData("421 4.7.1 Messages to zofia@dest.example.pl deferred due to excessive volume. Try again later")]
    [InlineData("<zofia@dest.example.pl>: SMTPUTF8 is required, but was not offered by host mx.dest.example.pl[192.0.2.1]")]
    [InlineData("554 5.3.0 unknown mailer error 127: /opt/bin/import: not found (rcpt zofia@dest.example.pl)")]
    [InlineData("550 5.7.1 Spam score 9.3 is too high for <zofia@dest.example.pl>")]
    [InlineData("554 5.7.1 Virus gefunden in Mail an <zofia@dest.example.pl>")]
    [InlineData("571 <zofia@dest.example.pl>: message refused by the site's rules")]
    [InlineData("550 5.7.1 List <zofia@dest.example.pl> is for members only, you are not allowed to post")]
    [InlineData("550 Apenas membros podem enviar mensagens para o grupo zofia@dest.example.pl")]
    [InlineData("551 5.1.6 user has moved, please try <nowa@dest.example.pl> instead of <zofia@dest.example.pl>")]
    [InlineData("451 4.4.3 MX of dest.example.pl not resolvable (SERVFAIL) <zofia@dest.example.pl>")]
    [InlineData("451 4.3.0 LDAP error - lookup of <zofia@dest.example.pl> failed")]
    [InlineData("One of the recipients was rejected by the server. The rejected e-mail address was 'zofia@dest.example.pl'. Server response: '553 5.7.1 <anna@origin.example.org>: Sender address rejected: not logged in'")]
    [InlineData("com.sun.mail.smtp.SMTPAddressFailedException: 471 4.7.1 <zofia@dest.example.pl>: The limits for your account are exceeded")]
    [InlineData("552 5.2.2 El buzón de <zofia@dest.example.pl> ha superado su cuota; el mensaje de <anna@origin.example.org> no puede entregarse")]
    [InlineData("550 5.2.4 <zofia@dest.example.pl>: mailing list expansion problem: member list could not be read (owner: eva@dest.example.pl)")]
    [InlineData("550 5.7.1 Mensagem recusada: o remetente <anna@origin.example.org> foi bloqueado pelo destinatário <zofia@dest.example.pl>")]
    [InlineData("550 5.7.1 Το μήνυμα από <anna@origin.example.org> προς <zofia@dest.example.pl> απορρίφθηκε: ο έλεγχος SPF απέτυχε")]
    [InlineData("550 5.1.1 Zofia Nowak has left Dest. Mail for zofia@dest.example.pl is no longer delivered; please write to biuro@dest.example.pl")]
    [InlineData("550 5.2.1 A(z) <zofia@dest.example.pl> postafiók megszűnt. Új cím: <nowa@dest.example.pl>")]
    [InlineData("550 5.7.1 <zofia@dest.example.pl>: message from <anna@origin.example.org> refused: virus Win.Dropper found by ClamAV")]
    [InlineData("550 5.1.1 El usuario <zofia@dest.example.pl> no existe en este servidor. Si cree que es un error escriba a <postmaster@dest.example.pl>")]
    [InlineData("smtplib.SMTPRecipientsRefused: {'zofia@dest.example.pl': (550, b'5.7.1 <anna@origin.example.org>: Sender address rejected: not in the allowed senders list of this mailbox')}")]
    [InlineData("SMTP Error: No se pueden enviar los siguientes destinatarios: zofia@dest.example.pl: 5.1.8 <anna@origin.example.org>: Sender address rejected: dominio del remitente no encontrado")]
    [InlineData("5.7.1 <anna@origin.example.org>: Avsenderadressen ble avvist: ikke eid av brukeren kari@origin.example.org. Kontroller mottakeren \"zofia@dest.example.pl\" og prøv igjen.")]
    [InlineData("MessageRejected 554: Address zofia@dest.example.pl is on the suppression list for your account (source: anna@origin.example.org)")]
    [InlineData("SMTP error from remote mail server after end of data:\n550 permanent failure for one or more recipients (zofia@dest.example.pl:blocked)")]
    [InlineData("An error occurred while sending mail. The mail server responded:\n450 4.7.1 <anna@origin.example.org>: Sender address rejected: sorry, max 2 requests per hour.\nPlease check the message recipient \"zofia@dest.example.pl\" and try again.")]
    [InlineData("Swift_TransportException: Expected response code 250 but got code \"550\", with message \"550 5.7.1 Unconfigured Sending Domain <origin.example.org>\" at Swift_Transport->send(object(Swift_Message), 'anna@origin.example.org', array('zofia@dest.example.pl'), array())")]
    [InlineData("554 5.7.1 <zofia@dest.example.pl>: Client host rejected: Access denied")]
    [InlineData("550 5.7.1 <zofia@dest.example.pl>: access denied, IP 192.0.2.9 is on a black list (RBL)")]
    [InlineData("451 4.3.2 Server sedang dalam pemeliharaan, pesan untuk zofia@dest.example.pl belum dapat diterima")]
    [InlineData("550 5.1.1 Failed, id=02022-02, from MTA([127.0.0.1]:10025): 550 5.1.1 <zofia@dest.example.pl>: Recipient address rejected: User unknown in virtual mailbox table")]
    [InlineData("收件人邮件地址（zofia@dest.example.pl）不存在，邮件无法送达。\nhost mx.dest.example.pl[192.0.2.1] said: 550 User not found: zofia@dest.example.pl (in reply to RCPT TO command)\n建议：请核对收件人地址后重新发送。")]
    [InlineData("550 5.7.2 <zofia@dest.example.pl> posting needs the authorisation of an editor")]
    [InlineData("SMTP error from remote mail server after RCPT TO:<zofia@dest.example.pl>:\nhost mx.dest.example.pl [192.0.2.1]: 554 No relaying allowed - psmtp")]
    [InlineData("ERRORE: 552 5.2.0 igxL1p00E1 spam detected\nINVIO FALLITO - Destinatario: zofia@dest.example.pl")]
    [InlineData("SMTP ERROR: RCPT TO command failed: 451 Temporary local problem - please try later\nSMTP Error: The following recipients failed: zofia@dest.example.pl")]
    public void Words_that_refuse_a_recipient_name_the_recipient(string line) => Recipient(line).Should().Be("zofia@dest.example.pl");

    [Theory]
    [InlineData("550 5.1.8 Sender anna@origin.example.org does not exist")]
    [InlineData("550 5.1.1 User unknown. Please contact help@dest.example.org")]
    [InlineData("551 5.1.6 User has moved, please try new@dest.example.org")]
    [InlineData("550 5.1.1 User unknown: mail from anna@origin.example.org refused")]
    [InlineData("550-Verification failed for <anna@origin.example.org> 550-The account or domain may not exist")]
    [InlineData("550 5.7.1 anna@origin.example.org is on our blocklist")]
    [InlineData("550 5.1.1 User unknown (from=<anna@origin.example.org>)")]
    [InlineData("550 5.1.1 User unknown, msgid=<44@origin.example.org>")]
    [InlineData("550 5.1.1 Unknown user paul@localhost")]
    [InlineData("451 4.1.8 <anna@origin.example.org>: Sender address rejected: try again later")]
    [InlineData("553 Relaying disallowed as anna@origin.example.org")]
    [InlineData("Limite de envio excedido para a conta anna@origin.example.org.\nResposta do servidor: 550 5.7.1 <anna@origin.example.org>: Sender address rejected: Limite de envios por hora atingido")]
    [InlineData("550 5.1.1 User unknown. Our postmaster@dest.example.org knows more")]
    [InlineData("550 5.1.6 Adresse geaendert! Neu: anna@dest.example.org")]
    [InlineData("550 5.7.1 Outgoing limit of 300 mails/h for mailbox anna@origin.example.org reached")]
    [InlineData("550 Rejected by header based manually Blocked Senders: anna@origin.example.org")]
    [InlineData("550 5.7.1 <anna@origin.example.org> is not allowed to post to this list")]
    [InlineData("550 5.7.2 <anna@origin.example.org> may not post to this group, posting needs authorisation")]
    [InlineData("550 Your account anna@origin.example.org has been blocked: unusual sending volume")]
    [InlineData("550 5.7.1 I no longer read this mailbox. Please write to new@dest.example.org")]
    public void Address_of_somebody_else_is_no_recipient(string line) => Recipient(line).Should().BeNull();

    [Theory]
    [InlineData("Aug 30 10:55:46 mx amavis[21093]: (21093-12) Blocked SPAM {RejectedInbound}, [198.51.100.202]:51022 <anna@origin.example.org> -> <paul@dest.example.org>, Queue-ID: 4E1D22, Hits: 14.22")]
    [InlineData("[12/Mar/2019 10:11:12] Sent: Queue-ID: 5c877a31, Recipient: <paul@dest.example.org>, Result: failed, Status: 5.1.1 550 5.1.1 Adresse inconnue, Msg-Id: <44@origin.example.org>")]
    [InlineData("info Sender/default/2244 18c2a91d0f400.001 REJECTED[recipient] from=anna@origin.example.org to=paul@dest.example.org mx=mx.dest.example.org (550 5.1.1 no such user)")]
    [InlineData("19:40:05.330 3 SMTP-004411(dest.example.org) [9911201] delayed for paul@dest.example.org: connection to mx.dest.example.org:25 timed out")]
    [InlineData("2020-05-29 08:12:47,903 INFO [LmtpServer-411] [name=paul@dest.example.org;mid=88;ip=10.20.0.5;] lmtp - Try again: mailbox over quota for paul@dest.example.org")]
    [InlineData("2022-08-30 10:01:02,331 ERROR mailer smtplib.SMTPRecipientsRefused: {'paul@dest.example.org': (550, b'5.1.1 The address you wrote to is not one of ours')}")]
    [InlineData("[error] Delivery failed msg=local_sent.eml rcpt=paul@dest.example.org response=552 5.2.2 Over quota")]
    [InlineData("info Sender/default/867[1] 19001ba5ad80001cdc.001 DEFERRED[other] from=anna@origin.example.org to=paul@dest.example.org mx=mx.dest.example.org (450 4.2.1 come back later)")]
    [InlineData("Apr 30 07:23:39 mx haraka[19479]: [NOTICE] [0E17.1.1] [outbound] recipient <paul@dest.example.org> rejected: 550 5.1.1 <other@remote.example.org>: Recipient address rejected: User unknown")]
    [InlineData("SMTPRecipientsRefused: {u'paul@dest.example.org': (550, '5.1.1 no such user')}")]
    [InlineData("Found inactive addresses: paul@dest.example.org. Inactive recipients are ones that have generated a hard bounce or a spam complaint.")]
    public void Line_of_an_unknown_program_names_its_recipient(string line) => Recipient(line).Should().Be("paul@dest.example.org");

    [Theory]
    [InlineData("550 5.1.1 User unknown\nFrom: <anna@origin.example.org>\nTo: <paul@dest.example.org>, <eva@dest.example.org>")]
    [InlineData("550 5.1.1 User unknown\nMessage-ID: <44@origin.example.org>")]
    [InlineData("550 5.1.1 User unknown\n\nReceived: from mx by mail for recipient <paul@dest.example.org>")]
    public void Labels_of_a_text_of_several_lines_may_be_those_of_the_returned_mail(string text) =>
        BounceInterpreter.Default.InterpretText(text).Diagnoses.Select(diagnosis => diagnosis.FinalRecipient).Should().AllSatisfy(recipient => recipient.Should().BeNull());

    [Fact]
    public void Recipient_that_the_words_name_may_be_dropped() =>
        BounceInterpreter.Default.InterpretText("550 5.1.1 Nie ma takiego konta: zofia@dest.example.pl").Diagnoses.Single().Recommendation.Should().Be(Recommendation.SuppressRecipient);

    private string? Recipient(string line) => BounceInterpreter.Default.InterpretText(line).Diagnoses.Single().FinalRecipient;
}
