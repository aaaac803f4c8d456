using System.Text;

namespace BounceParser.Tests.Support;

/// <summary>Whole mails, written for a test.</summary>
internal static class Mail
{
    /// <summary>A report of RFC 3464: the headers of the bounce, its fields, the returned message.</summary>
    public static byte[] Report(string fields, string returned = "From: anna@origin.example\nSubject: bonjour\nMessage-ID: <1@origin.example>\n\nsalut\n", string headers = "To: anna@origin.example\n", string text = "") =>
        Encoding.UTF8.GetBytes($"""
            Return-Path: <>
            From: MAILER-DAEMON@mx.dest.example
            Subject: Undelivered Mail Returned to Sender
            {headers.TrimEnd('\n')}
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="b"

            --b
            Content-Type: text/plain; charset=utf-8

            {text}
            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.dest.example

            {fields.TrimEnd('\n')}

            --b
            Content-Type: message/rfc822

            {returned}
            --b--

            """.ReplaceLineEndings("\n"));

    /// <summary>The fields of one recipient that failed for good.</summary>
    public static string Failed(string recipient, string reply, string more = "") =>
        $"Final-Recipient: rfc822; {recipient}\n{more}Action: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; {reply}\n";

    public static BounceReport Interpret(this byte[] mail) => BounceInterpreter.Default.Interpret(mail);

    public static BounceReport Interpret(string mail) => BounceInterpreter.Default.Interpret(Encoding.UTF8.GetBytes(mail.ReplaceLineEndings("\n")));
}
