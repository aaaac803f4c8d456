using System.Text;
using BounceParser.Mime;

namespace BounceParser.Tests.Mime;

public sealed class HumanTextTests
{
    static HumanTextTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", "utf-8", "adresse erronée")]
    [InlineData("iso-8859-1", "iso-8859-1", "adresse erronée")]
    [InlineData("iso-8859-1", "utf-8", "adresse erronée")]
    [InlineData("us-ascii", "iso-8859-1", "adresse erronée")]
    [InlineData("x-nobody-knows", "utf-8", "adresse erronée")]
    [InlineData("", "iso-8859-1", "adresse erronée")]
    [InlineData("windows-1251", "windows-1251", "Почтовый ящик переполнен")]
    [InlineData("cp1251", "windows-1251", "Почтовый ящик переполнен")]
    [InlineData("koi8-r", "koi8-r", "Почтовый ящик переполнен")]
    [InlineData("utf-8", "koi8-r", "Почтовый ящик переполнен")]
    [InlineData("us-ascii", "windows-1251", "Почтовый ящик переполнен")]
    [InlineData("windows-1250", "windows-1250", "skrzynka pełna")]
    [InlineData("Shift_JIS", "shift_jis", "宛先が見つかりません")]
    [InlineData("ISO-2022-JP", "iso-2022-jp", "宛先が見つかりません")]
    [InlineData("gb2312", "gb18030", "用户不存在")]
    [InlineData("GB18030", "gb18030", "用户不存在")]
    [InlineData("euc-kr", "euc-kr", "사용자를 찾을 수 없습니다")]
    [InlineData("big5", "big5", "使用者不存在")]
    public void Reads_text_of_a_charset(string declared, string actual, string text)
    {
        byte[] mail = [.. Encoding.ASCII.GetBytes($"Subject: x\nContent-Type: text/plain; charset=\"{declared}\"\n\n"), .. Encoding.GetEncoding(actual).GetBytes(text)];
        BounceMessage.Read(mail, MailText.Options)!.Text.Should().Be(text);
    }

    [Fact]
    public void Line_ends_are_LF() => MailText.Read("Subject: x\r\n\r\none\r\ntwo\r\n").Text.Should().Be("one\ntwo\n");

    [Fact]
    public void A_mail_with_lone_CRs_is_read() => MailText.Read("Subject: x\rTo: y\r\rone\rtwo\r").Text.Should().Be("one\ntwo\n");

    [Fact]
    public void Of_alternatives_the_plain_one_is_read() =>
        MailText.Multipart("multipart/alternative", "Content-Type: text/html\n\n<p>html</p>\n", "Content-Type: text/plain\n\nplain\n").Text.Trim().Should().Be("plain");

    [Fact]
    public void A_blank_plain_alternative_gives_way_to_the_page() =>
        MailText.Multipart("multipart/alternative", "Content-Type: text/plain\n\n \n", "Content-Type: text/html\n\n<p>html</p>\n").Text.Trim().Should().Be("html");

    [Fact]
    public void A_page_alone_becomes_text_and_a_footer_is_appended() =>
        MailText.Multipart("multipart/mixed", "Content-Type: text/html\n\n<p>It failed.</p>\n", "Content-Type: text/plain\n\nfooter\n").Text.Trim().Should().Be("It failed.\nfooter");

    [Fact]
    public void Text_after_the_report_is_appended() =>
        MailText.Multipart("multipart/report", "Content-Type: text/plain\n\nfirst\n", "Content-Type: message/delivery-status\n\nAction: failed\n", "Content-Type: text/plain\n\nlast\n")
            .Text.Should().Contain("first").And.Contain("last").And.NotContain("Action");

    [Theory]
    [InlineData("multipart/report; boundary=never")]
    [InlineData("multipart/report")]
    [InlineData("multipart/mixed; boundary=\"\"")]
    [InlineData("nonsense")]
    [InlineData("text")]
    [InlineData("")]
    public void Without_its_boundary_the_body_is_text(string type) =>
        MailText.Read($"Subject: x\nContent-Type: {type}\n\n<a@b.example>: User unknown\n").Text.Trim().Should().Be("<a@b.example>: User unknown");

    [Fact]
    public void An_unterminated_multipart_is_read_to_its_end() =>
        MailText.Read("Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nIt fai").Text.Should().Be("It fai");

    [Theory]
    [InlineData(48)]
    [InlineData(64)]
    [InlineData(76)]
    public void Base64_that_does_not_say_so_is_read_whatever_its_lines(int length)
    {
        const string Words = "Your message could not be delivered to a@b.example: the mailbox is full, and there is no room for more.";
        var body = string.Join('\n', Convert.ToBase64String(Encoding.UTF8.GetBytes(Words)).Chunk(length).Select(line => new string(line)));
        MailText.Read($"Subject: x\n\n{body}\n").Text.Should().Be(Words);
    }

    [Fact]
    public void Base64_that_does_not_say_so_is_read()
    {
        const string Words = "Your message could not be delivered to a@b.example: the mailbox is full, and there is no room for more.";
        var body = Convert.ToBase64String(Encoding.UTF8.GetBytes(Words), Base64FormattingOptions.InsertLineBreaks);
        MailText.Read($"Subject: x\n\n{body}\n").Text.Should().Be(Words);
        MailText.Read($"Subject: x\n\n{body}\n-- \nA name\n").Text.Should().StartWith(body[..20]);
    }

    [Theory]
    [InlineData("Die Mailbox des Empf=E4ngers wurde gel=F6scht.", "Die Mailbox des Empfängers wurde gelöscht.")]
    [InlineData("Bo=C3=AEte pleine : l'adresse n'est =\nplus en service.", "Boîte pleine : l'adresse n'est plus en service.")]
    [InlineData("name=F4 size=A3x", "name=F4 size=A3x")]
    [InlineData("see https://a.example/?x=A1&y=B2", "see https://a.example/?x=A1&y=B2")]
    [InlineData("Empf=E4nger, größer, gel=F6scht", "Empf=E4nger, größer, gel=F6scht")]
    public void Quoted_printable_that_does_not_say_so_is_read(string body, string text) => MailText.Read($"Subject: x\n\n{body}\n").Text.TrimEnd().Should().Be(text);

    [Fact]
    public void An_unknown_transfer_encoding_is_left_as_it_is() =>
        MailText.Read("Subject: x\nContent-Transfer-Encoding: rot13\n\nUryyb\n").Text.Trim().Should().Be("Uryyb");

    [Fact]
    public void An_attached_text_is_read_only_when_there_is_no_other()
    {
        const string file = "Content-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\nfile\n";
        MailText.Multipart("multipart/mixed", file).Text.Trim().Should().Be("file");
        MailText.Multipart("multipart/mixed", "Content-Type: text/plain\n\nwords\n", file).Text.Trim().Should().Be("words");
    }

    [Fact]
    public void Text_is_cut_at_its_limit()
    {
        var mail = MailText.Read("Subject: x\n\n" + new string('a', 1_000), new BounceParserOptions { MaxTextBytes = 100 });
        mail.Text.Should().HaveLength(100);
        mail.IsTruncated.Should().BeTrue();
    }
}
