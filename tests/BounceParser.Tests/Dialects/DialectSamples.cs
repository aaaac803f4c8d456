using System.Text;
using BounceParser.Dialects;
using BounceParser.Mime;

namespace BounceParser.Tests.Dialects;

/// <summary>One whole text per dialect, as a mail of that program carries it.</summary>
internal static class DialectSamples
{
    public static BounceText Whole(string text, string? subject = null) =>
        new() { Text = text, Mail = BounceMessage.Read(Encoding.UTF8.GetBytes($"Subject: {subject}\n\n"), new BounceParserOptions()) };

    public static BounceText Pasted(string text) => new() { Text = text };

    public const string Qmail =
        """
        Hi. This is the qmail-send program at mail.origin.example.
        I'm afraid I wasn't able to deliver your message to the following addresses.
        This is a permanent error; I've given up. Sorry it didn't work out.

        <l.martin@dest79.example>:
        198.51.100.140 does not like recipient.
        Remote host said: 550-5.1.1 No such
        550 5.1.1 user here
        Giving up on 198.51.100.140.

        <later@dest80.example>:
        Connected to 198.51.100.141 but sender was rejected.
        Remote host said: 451 4.7.1 Try again
        I'm not going to try again; this message has been in the queue too long.

        --- Below this line is a copy of the message.

        Return-Path: <b231@returns.example>
        Received: (qmail 751 invoked by uid 0); 24 Nov 2026 03:50:52 -0000

        <not.a.recipient@dest81.example>:
        """;

    public const string Postfix =
        """
        This is the mail system at host mail.origin.example.

        I'm sorry to have to inform you that your message could not
        be delivered to one or more recipients. It's attached below.

                           The mail system

        <l.martin@dest79.example> (expanded from
            <staff@origin.example>): host dest79.example[198.51.100.140] said: 550 5.1.1
            <l.martin@dest79.example>: User unknown (in reply to RCPT TO command)
        <else@dest80.example>: Host or domain name not found. Name service error for
            name=dest80.example type=AAAA: Host not found
        """;

    public const string Exim =
        """
        This message was created automatically by mail delivery software.

        A message that you sent could not be delivered to one or more of its
        recipients. This is a permanent error. The following address(es) failed:

          l.martin@dest79.example
            (generated from staff@origin.example)
            host dest79.example [198.51.100.140]
            SMTP error from remote mail server after RCPT TO:<l.martin@dest79.example>:
            550 5.1.1 User unknown
          else@dest80.example
            retry timeout exceeded

        ------ This is a copy of the message, including all the headers. ------

        Return-path: <b231@returns.example>
        Received: from [127.0.0.1]

          other@dest81.example
            not a reason
        """;

    public const string Sendmail =
        """
        The original message was received at Tue, 24 Nov 2026 03:57:43 GMT
        from localhost [127.0.0.1]

           ----- The following addresses had permanent fatal errors -----
        <l.martin@dest79.example>
            (reason: 550 5.1.1 <l.martin@dest79.example> User unknown)
            (expanded from: <staff@origin.example>)
        <full@dest79.example>
            (reason: 552 5.2.2 Mailbox full)

           ----- Transcript of session follows -----
        ... while talking to mx1.dest79.example.:
        >>> RCPT To:<l.martin@dest79.example>
        <<< 550-5.1.1 We looked for it
        <<< 550 5.1.1 <l.martin@dest79.example> User unknown
        550 5.1.1 <l.martin@dest79.example>... User unknown
        >>> RCPT To:<full@dest79.example>
        <<< 552 5.2.2 Mailbox full
        554 5.0.0 Service unavailable

           ----- Original message follows -----

        Return-Path: <b231@returns.example>
        """;

    public const string Courier =
        """
        This is a delivery status notification from mail.origin.example,
        running the Courier mail server, version 1.0.16.

        The original message was received on Tue, 24 Nov 2026 04:02:51 +0000
        from localhost (localhost [127.0.0.1])

        ---------------------------------------------------------------------------

                                   UNDELIVERABLE MAIL

        Your message to the following recipients cannot be delivered:

        <l.martin@dest79.example>:
             dest79.example [198.51.100.140]:
         >>> RCPT TO:<l.martin@dest79.example>
         <<< 550 5.1.1 <l.martin@dest79.example> User unknown

        ---------------------------------------------------------------------------

        The original message follows as a separate attachment.
        """;

    public const string OpenSmtpd =
        """
            Hi!

            This is the MAILER-DAEMON, please DO NOT REPLY to this email.

            An error has occurred while attempting to deliver a message for
            the following list of recipients:

        l.martin@dest79.example: 550 5.1.1 <l.martin@dest79.example> User unknown
        late@dest80.example: Envelope expired

            Below is a copy of the original message:
        """;

    public const string Dma =
        """
        This is the DragonFly Mail Agent v0.13 at mail.origin.example.

        There was an error delivering your mail to <l.martin@dest79.example>.

        dest79.example [198.51.100.140] did not like our RCPT TO:
        550 5.1.1 <l.martin@dest79.example> User unknown

        Message headers follow.

        Received: from root (uid 0)
        """;

    public const string Nullmailer =
        """
        This is the nullmailer delivery system.  The message attached below
        could not be delivered to one or more of the intended recipients:

        	<l.martin@dest79.example>
        """;

    public const string Smail =
        """
        |------------------------- Message log follows: -------------------------|
         no valid recipients were found for this message
        |------------------------- Failed addresses follow: ---------------------|
         <l.martin@dest79.example> ... unknown user
        |------------------------- Message text follows: ------------------------|
        Received: by origin.example
        """;

    /// <summary>The name of each dialect and its text.</summary>
    public static TheoryData<string, string> All => new()
    {
        { "qmail", Qmail }, { "postfix", Postfix }, { "exim", Exim }, { "sendmail", Sendmail }, { "courier", Courier },
        { "opensmtpd", OpenSmtpd }, { "dma", Dma }, { "nullmailer", Nullmailer }, { "smail", Smail },
    };
}
