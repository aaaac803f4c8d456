using System.Diagnostics;
using System.Text;
using BounceParser.Mime;
using CsCheck;

namespace BounceParser.Tests.Mime;

/// <summary>The rows of what breaks MIME readers: an answer, within bounds that only a blow-up exceeds.</summary>
public sealed class HostileMailTests
{
    private const long Megabytes = 1024 * 1024;

    private static readonly string[] Pieces =
    [
        "--b\n", "--b--\n", "\n", "Content-Type: multipart/report; boundary=b\n", "Content-Type: message/rfc822\n", "Content-Type: text/html\n", " folded\n", "From x\n",
        "Content-Type: message/delivery-status\n", "Content-Transfer-Encoding: base64\n", "Content-Transfer-Encoding: quoted-printable\n", "words=\n", "\r", "\0", "\xE9", "<p", ":", "=?utf-8?b?",
    ];

    [Theory]
    [InlineData("Subject: x\nX-Long: ", "\n\nbody")]
    [InlineData("Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\nX-Long: ", "\n\nbody\n--b--\n")]
    [InlineData("Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/rfc822\n\nX-Long: ", "\n\nbody\n--b--\n")]
    [InlineData("Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/rfc822\n\nno header\nX-Long: ", "\n\nbody\n--b--\n")]
    [InlineData("Subject: x\nContent-Type: multipart/digest; boundary=b\n\n--b\n\nX-Long: ", "\n\nbody\n--b--\n")]
    public void A_header_of_15_MB_is_cut(string before, string after) => Bounded(before + new string('a', 15_000_000) + after, truncated: true);

    [Fact]
    public void A_header_of_a_million_folds_is_cut() => Bounded("Subject: x\nX-Long: a\n" + Repeat(" b\n", 1_000_000) + "\nbody", truncated: true);

    [Fact]
    public void A_million_headers_are_cut()
    {
        var mail = Bounded("Subject: x\n" + Repeat("X: y\n", 1_000_000) + "\nbody", truncated: true);
        mail.Headers("x").Should().HaveCount(MailText.Options.MaxHeaders - 1);
        mail.Text.Should().Be("body");
    }

    [Fact]
    public void A_content_type_of_100_000_parameters_is_cut() =>
        Bounded("Subject: x\nContent-Type: text/plain;" + Repeat(" a*0=b;", 100_000) + "\n\nbody", truncated: true).Text.Should().Be("body");

    // MimeKit's reader alone makes 336 bytes of short-lived garbage for each part: 336 MB.
    [Fact]
    public void A_million_parts_are_counted_out() =>
        Bounded("Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n" + Repeat("--b\n\nx\n", 1_000_000), truncated: true, megabytes: 400);

    [Fact]
    public void A_hundred_thousand_multiparts_within_each_other_are_stopped()
    {
        var mail = new StringBuilder("Subject: x\nContent-Type: multipart/mixed; boundary=b0\n\n");
        for (var i = 0; i < 100_000; i++) mail.Append("--b").Append(i).Append("\nContent-Type: multipart/mixed; boundary=b").Append(i + 1).Append("\n\n");
        Bounded(mail.ToString(), truncated: true);
    }

    [Fact]
    public void A_hundred_thousand_mails_within_each_other_are_stopped() =>
        Bounded("Subject: x\n" + Repeat("Content-Type: message/rfc822\n\n", 100_000) + "\nbody", truncated: false);

    [Fact]
    public void Many_open_boundaries_and_many_lines_that_look_like_them_are_read()
    {
        var mail = new StringBuilder("Subject: x\nContent-Type: multipart/mixed; boundary=b0\n\n");
        for (var i = 0; i < 1_000; i++) mail.Append("--b").Append(i).Append("\nContent-Type: multipart/mixed; boundary=b").Append(i + 1).Append("\n\n");
        Bounded(mail.Append(Repeat("--b\n", 500_000)).ToString(), truncated: true);
    }

    [Fact]
    public void One_line_of_16_MB_is_read_to_the_limit() =>
        Bounded("Subject: x\n\n" + new string('a', 15_000_000), truncated: true).Text.Should().HaveLength(MailText.Options.MaxTextBytes);

    [Fact]
    public void Base64_of_16_MB_is_read_to_the_limit() =>
        Bounded("Subject: x\nContent-Transfer-Encoding: base64\n\n" + new string('A', 15_000_000), truncated: true);

    [Fact]
    public void What_is_over_the_limit_of_a_message_is_dropped()
    {
        var bytes = new byte[40_000_000];
        Encoding.ASCII.GetBytes("Subject: x\n\nbody").CopyTo(bytes, 0);
        BounceMessage.Read(bytes, MailText.Options)!.IsTruncated.Should().BeTrue();
    }

    [Fact]
    public void A_mail_within_the_limits_is_not_copied()
    {
        var mail = Encoding.ASCII.GetBytes(MailText.Bytes("multipart/report", "Content-Type: text/plain\n\nIt failed.\n"));
        var guarded = MessageGuard.Check(mail, MailText.Options);
        guarded.IsTruncated.Should().BeFalse();
        guarded.Bytes.Equals(mail.AsMemory()).Should().BeTrue();
    }

    [Fact]
    public void A_reader_that_met_a_bad_mail_does_not_spoil_the_next()
    {
        _ = BounceMessage.Read(Encoding.ASCII.GetBytes("Subject\0: x\nFrom: y\n\0\n\n"), MailText.Options);
        MailText.Read("Subject: x\n\nbody").Text.Should().Be("body");
    }

    [Fact]
    public void A_mail_that_ends_within_the_headers_of_a_part_does_not_spoil_the_next()
    {
        const string Next = "Date:\n\n--1528987202-eximdsn-1804289383\nContent-type:message/rfc822\n-\nupport@kettle.example\nMessage-Id: <20180614.7@origin.example>\n\n\n--1528987202-eximdsn-1804289383--\n";
        var alone = MailText.Read(Next);
        _ = BounceMessage.Read("Message-Id:\n\n--2\nContent-Transfer-Encoding: 8bit\n"u8.ToArray(), MailText.Options);
        var after = MailText.Read(Next);
        (after.ContentType, after.Text, after.AttachedMessage?.Length).Should().Be((alone.ContentType, alone.Text, alone.AttachedMessage?.Length));
    }

    [Fact]
    public void Random_bytes_behind_a_header_are_answered() =>
        Gen.Byte.Array[0, 2_000].Sample(bytes => Everything(BounceMessage.Read((byte[])[.. "Subject: x\n"u8, .. bytes], MailText.Options)), iter: 2_000);

    [Fact]
    public void Random_pieces_of_MIME_are_answered() =>
        Gen.Int[0, Pieces.Length - 1].Array[0, 60]
            .Sample(chosen => Everything(BounceMessage.Read(Encoding.Latin1.GetBytes("Subject: x\n" + string.Concat(chosen.Select(index => Pieces[index]))), MailText.Options)), iter: 5_000);

    private static BounceMessage Bounded(string mail, bool truncated, int megabytes = 300)
    {
        var bytes = Encoding.Latin1.GetBytes(mail);
        var watch = Stopwatch.StartNew();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var read = BounceMessage.Read(bytes, MailText.Options)!;
        Everything(read);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(megabytes * Megabytes);
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(30));
        read.IsTruncated.Should().Be(truncated);
        return read;
    }

    private static void Everything(BounceMessage? mail)
    {
        if (mail is null) return;
        mail.Text.Should().NotContain("\r");
        _ = (mail.DeliveryStatus, mail.FeedbackReport, mail.DispositionNotification, mail.AttachedMessage, mail.Returned?.IsReport(), mail.DecodedHeader("subject"), mail.Returned?.DecodedHeader("subject"));
        if (mail.DeliveryStatus is { } status) BounceParser.Dsn.DeliveryStatusReader.Read(status.Span, MailText.Options).Should().NotBeNull();
    }

    private static string Repeat(string piece, int times) => new StringBuilder(piece.Length * times).Insert(0, piece, times).ToString();
}
