using System.Globalization;
using System.Text;

namespace BounceParser.Tests.Hostile;

/// <summary>What hostile inputs are built of.</summary>
internal static class HostileText
{
    public const string Victim = "a@dest.example";

    public static string Repeat(string piece, int times) => new StringBuilder(piece.Length * times).Insert(0, piece, times).ToString();

    public static string Each(int times, Func<int, string> piece)
    {
        var text = new StringBuilder();
        for (var index = 0; index < times; index++) text.Append(piece(index));
        return text.ToString();
    }

    public static string Number(int index) => index.ToString(CultureInfo.InvariantCulture);

    /// <summary>UTF-8 as bytes of <see cref="HostileInput.Bytes"/>.</summary>
    public static string Utf8(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    /// <summary>A bounce without a report part.</summary>
    public static string Bounce(string body, string headers = "") =>
        $"Return-Path: <>\nFrom: MAILER-DAEMON@mail.origin.example\nTo: anna@origin.example\nSubject: Undelivered Mail Returned to Sender\n{headers}\n{body}";

    /// <summary>A report of RFC 3464 with these groups of fields.</summary>
    public static string Report(string groups, string text = "Your message could not be delivered.\n", string returned = "Subject: bonjour\n\nsalut\n", string headers = "") =>
        Bounce($"--b\nContent-Type: text/plain\n\n{text}\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mail.origin.example\n\n{groups}\n--b\nContent-Type: message/rfc822\n\n{returned}\n--b--\n",
            headers + "MIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\n");

    /// <summary>The fields of one recipient that failed.</summary>
    public static string Group(string address, string diagnostic = "550 5.1.1 User unknown") =>
        $"Final-Recipient: rfc822; {address}\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; {diagnostic}\n\n";

    /// <summary>The report on the victim, whatever else the mail holds.</summary>
    public static string OnVictim(string text = "", string returned = "Subject: bonjour\n\nsalut\n", string headers = "") => Report(Group(Victim), text, returned, headers);
}
