using System.Text;
using BounceParser.Mime;
using BounceParser.Tests.Support;

namespace BounceParser.Tests.Mime;

public sealed class PlainStructureTests
{
    private static readonly BounceParserOptions Options = new();

    [Fact]
    public void Sees_every_mail_of_the_corpus_as_MimeKit_does()
    {
        var plain = 0;
        foreach (var path in Directory.EnumerateFiles(Repository.Corpus, "*.eml", SearchOption.AllDirectories)) plain += SeesAsMimeKit(File.ReadAllBytes(path), path) ? 1 : 0;
        plain.Should().BeGreaterThan(200, "well-formed mails are meant to take the short way");
    }

    [Fact]
    public void Sees_mails_with_a_line_lost_doubled_or_cut_as_MimeKit_does()
    {
        foreach (var path in Directory.EnumerateFiles(Repository.Corpus, "*.eml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Where((_, number) => number % 4 == 0))
        {
            var lines = Encoding.Latin1.GetString(File.ReadAllBytes(path)).Split('\n');
            for (var line = 0; line < lines.Length; line++)
            {
                SeesAsMimeKit([.. lines[..line], .. lines[(line + 1)..]], $"{path} without line {line}");
                SeesAsMimeKit([.. lines[..line], lines[line], .. lines[line..]], $"{path} with line {line} twice");
                SeesAsMimeKit(lines[..line], $"{path} up to line {line}");
            }
        }
    }

    [Theory]
    [InlineData("Content-Type: multipart/mixed; boundary=b\n\n--b\n\none\n--b--\n")]
    [InlineData("Content-Type: multipart/mixed; boundary=\"b c\"\n\nbefore\n--b c  \nContent-Type: text/html;\n charset=UTF-8;\n\none\n\n--b c\n\ntwo")]
    [InlineData("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: multipart/alternative; boundary=bb\n\n--bb\n\none\n--bb\nContent-Type: text/html\n\n<p>\n--b\n\nthree\n--b--\nafter")]
    [InlineData("Content-Type: multipart/report; boundary=b--; report-type=Delivery-Status\r\n\r\n--b--\r\n\r\n\r\n--b--\r\nContent-Type: message/rfc822\r\n\r\nFrom: a@b\r\n\r\nx\r\n--b----\r\n")]
    [InlineData("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/rfc822\n\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\ninner\n--b--\n\n--b\n\nouter\n--b--\n")]
    [InlineData("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/rfc822\n\nFrom: b\n\n--c\nab\n--b\n\nouter\n--b--\n")]
    [InlineData("From: a@b\n\n")]
    [InlineData("From: a@b\n\n--b\n")]
    [InlineData("Content-Type: multipart/mixed; boundary=b\n\n--b\n\n--b\n\n\n--b\n\n\n\n--b--")]
    public void Sees_what_MimeKit_sees(string mail) => SeesAsMimeKit(Encoding.Latin1.GetBytes(mail.Insert(0, "From: a@b\n")), mail);

    private static void SeesAsMimeKit(string[] lines, string because) => SeesAsMimeKit(Encoding.Latin1.GetBytes(string.Join('\n', lines)), because);

    // False where it leaves the mail to MimeKit.
    private static bool SeesAsMimeKit(byte[] bytes, string because)
    {
        var mail = MessageGuard.Check(bytes, Options);
        var headers = new HeaderBlock(mail.Bytes, Options.MaxHeaders);
        if (PlainStructure.Read(mail, headers, Options) is not { } plain) return false;
        var other = MailStructure.ReadWithMimeKit(mail, headers.End, Options);
        plain.Pieces.Should().Equal(other.Pieces, because);
        (plain.ContentType, plain.ReportType, plain.IsTruncated).Should().Be((other.ContentType, other.ReportType, other.IsTruncated), because);
        return true;
    }
}
