using System.Text;
using BounceParser.Events;
using BounceParser.Tests.Support;
using CsCheck;

namespace BounceParser.Tests;

/// <summary>Content never throws, whatever the bytes.</summary>
public sealed class RobustnessTests
{
    private static readonly Lazy<byte[][]> Mails = new(() =>
        [.. Directory.EnumerateFiles(Repository.Corpus, "*.eml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)]);

    [Fact]
    public void Random_bytes_are_answered() =>
        Gen.Byte.Array[0, 2_000].Sample(bytes => { Check(BounceInterpreter.Default.Interpret(bytes)); }, iter: 2_000);

    [Fact]
    public void Mutated_mails_are_answered() =>
        Gen.Select(Gen.Int[0, Mails.Value.Length - 1], Gen.Int[0, int.MaxValue], Gen.Int[0, 3], Gen.Byte)
            .Sample((mail, at, how, value) => { Check(BounceInterpreter.Default.Interpret(Mutate(Mails.Value[mail], at, how, value))); }, iter: 3_000);

    [Fact]
    public void Random_text_is_answered() =>
        Gen.String[0, 500].Sample(text => { Check(BounceInterpreter.Default.InterpretText(text)); }, iter: 3_000);

    [Fact]
    public void Halves_of_texts_glued_together_are_answered() =>
        Gen.Select(Gen.Int[0, Mails.Value.Length - 1], Gen.Int[0, Mails.Value.Length - 1], Gen.Double[0, 1])
            .Sample((first, second, share) =>
            {
                var a = Encoding.Latin1.GetString(Mails.Value[first]);
                var b = Encoding.Latin1.GetString(Mails.Value[second]);
                Check(BounceInterpreter.Default.InterpretText(a[(int)(a.Length * share)..] + b[..(int)(b.Length * share)]));
            }, iter: 1_000);

    [Theory]
    [InlineData("")]
    [InlineData("\0")]
    [InlineData("\r")]
    [InlineData("From ")]
    [InlineData("Subject: failure notice\n\n")]
    public void Almost_nothing_is_no_bounce(string text)
    {
        BounceInterpreter.Default.Interpret(Encoding.UTF8.GetBytes(text)).Kind.Should().Be(BounceKind.NotABounce);
        BounceInterpreter.Default.InterpretText(text).Kind.Should().Be(BounceKind.NotABounce);
    }

    [Fact]
    public void A_header_of_20_MB_is_answered_from_what_stands_before_it()
    {
        var mail = "From: MAILER-DAEMON@mail.origin.example\r\nSubject: failure notice\r\nX-Long: " + new string('a', 20_000_000) + "\r\n\r\nhello\r\n";
        var before = GC.GetAllocatedBytesForCurrentThread();
        var report = BounceInterpreter.Default.Interpret(Encoding.ASCII.GetBytes(mail));
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(200_000_000);
        report.IsTruncated.Should().BeTrue();
    }

    [Theory]
    [InlineData("550 5.1.1 User unknown\n")]
    [InlineData("[550 5.1.1 User unknown]\n")]
    public void Text_over_its_limit_is_cut_and_it_is_told(string start)
    {
        var reader = new BounceInterpreter(new BounceParserOptions { MaxTextBytes = 1_000 });
        var (whole, longer) = (start + new string('é', (1_000 - start.Length) / 2), start + new string('é', 1_000));

        reader.Interpret(Encoding.UTF8.GetBytes(whole)).IsTruncated.Should().BeFalse();
        reader.Interpret(Encoding.UTF8.GetBytes(longer)).IsTruncated.Should().BeTrue();
        reader.InterpretText(longer).IsTruncated.Should().BeTrue();
    }

    [Theory]
    [InlineData("{\"event\":\"failed\"}", true)]
    [InlineData("\uFEFF [ {\"event\":\"failed\"}]", true)]
    [InlineData("[550 5.1.1 User unknown]", false)]
    public void Bytes_are_JSON_where_their_text_is(string text, bool isJson) =>
        (JsonEvents.IsJson(text), JsonEvents.IsJson(Encoding.UTF8.GetBytes(text))).Should().Be((isJson, isJson));

    [Fact]
    public void A_parsed_message_is_written_out_no_further_than_the_limit()
    {
        using var message = new MimeKit.MimeMessage();
        var builder = new MimeKit.BodyBuilder { TextBody = "see you at noon" };
        builder.Attachments.Add("film.bin", new byte[20_000_000]);
        message.Body = builder.ToMessageBody();
        var interpreter = new BounceInterpreter(new BounceParserOptions { MaxMessageBytes = 1_000_000 });
        interpreter.Interpret(message);
        var before = GC.GetAllocatedBytesForCurrentThread();
        interpreter.Interpret(message).IsTruncated.Should().BeTrue();
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(8_000_000);
    }

    [Fact]
    public void A_parsed_message_within_the_limit_is_read_as_its_bytes_are()
    {
        foreach (var mail in Mails.Value.Take(50))
        {
            using var message = MimeKit.MimeMessage.Load(new MemoryStream(mail));
            using var written = new MemoryStream();
            message.WriteTo(written);
            BounceInterpreter.Default.Interpret(message).Should().BeEquivalentTo(BounceInterpreter.Default.Interpret(written.ToArray()));
        }
    }

    [Fact]
    public void A_report_cut_off_in_the_middle_is_diagnosed_from_what_is_there()
    {
        const string mail = "From: MAILER-DAEMON@mail.origin.example\nSubject: Undelivered Mail\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mail.origin.example\n\nFinal-Recipient: rfc822; a@dest.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 User unkn";
        var diagnosis = BounceInterpreter.Default.Interpret(Encoding.ASCII.GetBytes(mail)).Diagnoses.Should().ContainSingle().Subject;
        diagnosis.FinalRecipient.Should().Be("a@dest.example");
        diagnosis.Reason.Should().Be(BounceReason.UserUnknown);
    }

    [Fact]
    public void A_report_without_recipients_suppresses_nobody()
    {
        const string mail = "From: MAILER-DAEMON@mail.origin.example\nSubject: Undelivered Mail\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mail.origin.example\n\n--b--\n";
        BounceInterpreter.Default.Interpret(Encoding.ASCII.GetBytes(mail)).Diagnoses
            .Should().NotContain(diagnosis => diagnosis.Recommendation == Recommendation.SuppressRecipient);
    }

    private static byte[] Mutate(byte[] mail, int at, int how, byte value)
    {
        if (mail.Length == 0) return [value];
        at %= mail.Length;
        return how switch
        {
            0 => [.. mail[..at], value, .. mail[(at + 1)..]],
            1 => mail[..at],
            2 => [.. mail[..at], .. mail[Math.Min(mail.Length, at + value)..]],
            _ => [.. mail[..at], .. mail[(at / 2)..]],
        };
    }

    private static void Check(BounceReport report)
    {
        report.Should().NotBeNull();
        if (report.Kind is BounceKind.NotABounce) report.Diagnoses.Should().BeEmpty();
        foreach (var diagnosis in report.Diagnoses)
        {
            if (diagnosis.Reason == BounceReason.Undetermined) diagnosis.Recommendation.Should().NotBe(Recommendation.SuppressRecipient);
            if (diagnosis.DecidingRule is { Matched: { } matched } rule) diagnosis.DiagnosticText.Substring(rule.Start, rule.Length).Should().Be(matched);
        }
    }
}
