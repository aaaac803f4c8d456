using System.Text;
using static BounceParser.Tests.Hostile.HostileText;

namespace BounceParser.Tests.Hostile;

/// <summary>MIME structures that are deep, wide, or that hold themselves.</summary>
internal static class HostileStructures
{
    public static IEnumerable<HostileInput> All { get; } =
    [
        new("a million parts", times => Bounce(Repeat("--b\n\nx\n", times), "Content-Type: multipart/mixed; boundary=b\n"), 1_000_000),
        new("multiparts 10,000 deep", Multiparts, 10_000),
        new("message/rfc822 10,000 deep", times => "Subject: x\n" + Repeat("Content-Type: message/rfc822\n\n", times) + "\nbody", 10_000),
        new("reports 2,000 deep", times => Bounce("", "") + Repeat("From: MAILER-DAEMON@mx.example\nContent-Type: message/rfc822\nSubject: Undelivered Mail\n\n", times) + "\nIt failed.", 2_000),
        new("base64 mails within each other", times => Inside("Subject: x\n\nbody", times), 30),
        new("1,000 open boundaries and 500,000 lines like them", times => Multiparts(1_000) + Repeat("--b\n", times), 500_000),
        new("boundaries that contain each other", times => "Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n" + Each(30, i => $"--{Repeat("b", i + 1)}\nContent-Type: multipart/mixed; boundary={Repeat("b", i + 2)}\n\n") + Each(times, i => $"--{Repeat("b", i % 40)}\n"), 300_000),
        new("a boundary of 4,000 characters", times => Bounce(Repeat("--" + Repeat("b", 4_000) + "x\n", times), "Content-Type: multipart/mixed; boundary=\"" + Repeat("b", 4_000) + "\"\n"), 3_000),
        new("an empty boundary", times => Bounce(Repeat("--\n\nx\n", times), "Content-Type: multipart/mixed; boundary=\"\"\n"), 1_000_000),
        new("a report that includes itself", times => Nested(OnVictim(), times), 100),
        new("100,000 delivery-status parts", times => Bounce(Repeat("--b\nContent-Type: message/delivery-status\n\n" + Group(Victim), times), "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n"), 50_000) { Recipient = Victim },
        new("a thousand attached bounces", times => "From: anna@origin.example\nSubject: look\nContent-Type: multipart/mixed; boundary=o\n\n" + Repeat("--o\nContent-Type: message/rfc822\n\n" + OnVictim() + "\n", times), 1_000),
        new("base64 of 16 MB", times => Bounce(Repeat("A", times), "Content-Transfer-Encoding: base64\n"), 16_000_000),
        new("quoted-printable without an end", times => Bounce(Repeat("=", times), "Content-Transfer-Encoding: quoted-printable\n"), 10_000_000),
        new("a report part of base64 of 10 MB", times => Bounce("--b\nContent-Type: message/delivery-status\nContent-Transfer-Encoding: base64\n\n" + Convert.ToBase64String(Encoding.ASCII.GetBytes(Each(times, i => Group($"u{i}@dest.example")))) + "\n--b--\n", "Content-Type: multipart/report; boundary=b\n"), 80_000),
        new("a body that looks compressed", times => Bounce(Noise(times), "Content-Encoding: gzip\nContent-Type: application/gzip\n"), 15_000_000),
        new("a uuencoded body", times => Bounce("begin 644 x\n" + Repeat("M86%A86%A86%A86%A86%A86%A86%A86%A86%A86%A86%A86%A86%A86%A86%A\n", times), "Content-Transfer-Encoding: x-uuencode\n"), 200_000),
    ];

    private static string Multiparts(int times) =>
        "Subject: x\nContent-Type: multipart/mixed; boundary=b0\n\n" + Each(times, i => $"--b{i}\nContent-Type: multipart/mixed; boundary=b{i + 1}\n\n");

    private static string Inside(string mail, int times)
    {
        for (var depth = 0; depth < times; depth++)
            mail = "Subject: x\nContent-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n" + Convert.ToBase64String(Encoding.ASCII.GetBytes(mail)) + "\n";
        return mail;
    }

    private static string Nested(string report, int times)
    {
        var mail = "Subject: bonjour\n\nsalut\n";
        for (var depth = 0; depth < times; depth++) mail = report.Replace("Subject: bonjour\n\nsalut\n", mail, StringComparison.Ordinal);
        return mail;
    }

    private static string Noise(int times)
    {
        var bytes = new byte[times];
        new Random(1).NextBytes(bytes);
        return "\x1f\x8b\b\0" + Encoding.Latin1.GetString(bytes);
    }
}
