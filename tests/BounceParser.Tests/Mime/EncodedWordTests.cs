using System.Text;
using BounceParser.Mime;
using BounceParser.Tests.Support;
using MimeKit.Encodings;

namespace BounceParser.Tests.Mime;

/// <summary>RFC 2047: the words of a subject in the charsets that the servers of a country write.</summary>
public sealed class EncodedWordTests
{
    [Theory]
    [InlineData("iso-2022-jp", "不在通知")]
    [InlineData("shift_jis", "不在通知")]
    [InlineData("euc-jp", "不在通知")]
    [InlineData("koi8-r", "Автоответ")]
    [InlineData("windows-1251", "Автоответ")]
    [InlineData("iso-8859-5", "Автоответ")]
    [InlineData("gb2312", "自动回复")]
    [InlineData("gb18030", "自动回复")]
    [InlineData("big5", "自動回覆")]
    [InlineData("euc-kr", "자동 회신")]
    [InlineData("ks_c_5601-1987", "자동 회신")]
    [InlineData("iso-8859-1", "Réponse automatique")]
    [InlineData("windows-1252", "Réponse automatique")]
    [InlineData("iso-8859-2", "Automatická odpověď")]
    [InlineData("windows-1250", "Automatická odpověď")]
    [InlineData("iso-8859-9", "Otomatik yanıt")]
    [InlineData("utf-8", "رد تلقائي")]
    public void A_subject_is_read_in_its_charset(string charset, string subject)
    {
        var words = Convert.ToBase64String(CodePagesEncodingProvider.Instance.GetEncoding(charset)?.GetBytes(subject) ?? Encoding.GetEncoding(charset).GetBytes(subject));
        var mail = $"From: a@b.example\nTo: c@d.example\nMessage-ID: <1@b.example>\nSubject: =?{charset}?B?{words}?=\n\nx\n";

        MailText.Read(mail).DecodedHeader("subject").Should().Be(subject);
        Mail.Interpret(mail).Kind.Should().Be(BounceKind.AutoReply);
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("=?utf-8?q?Caf=C3=A9_noir?=", "Café noir")]
    [InlineData("a =?utf-8?q?b?= c", "a b c")]
    // White space between two words parts them alone; a character may begin in one and end in the next.
    [InlineData("=?utf-8?q?b?=\n =?utf-8?q?c?=", "bc")]
    [InlineData("=?utf-8?B?w6k=?= =?UTF-8?B?w6k=?=", "éé")]
    [InlineData("=?utf-8?q?=C3?= =?utf-8?q?=A9?=", "é")]
    [InlineData("=?iso-8859-1?q?=E9?= =?utf-8?q?=C3=A9?=", "éé")]
    [InlineData("=?iso-8859-1*fr?q?=E9t=E9?=", "été")]
    [InlineData("=?no-such-charset?q?abc?=", "abc")]
    [InlineData("=?utf-8?B?w6k?=", "é")]
    // What is none stays.
    [InlineData("=?utf-8?x?abc?=", "=?utf-8?x?abc?=")]
    [InlineData("=?utf-8?q?abc", "=?utf-8?q?abc")]
    [InlineData("=?=?=?", "=?=?=?")]
    [InlineData("=?utf-8?q", "=?utf-8?q")]
    [InlineData("a=b?c", "a=b?c")]
    [InlineData("", "")]
    public void Words_are_decoded_where_they_stand(string value, string expected) => EncodedWords.Decode(Encoding.ASCII.GetBytes(value)).Should().Be(expected);

    [Theory]
    [InlineData('q', "=_aAfF09zZ ")]
    [InlineData('b', "=aAfF09zZ+/ ")]
    public void Payloads_are_decoded_as_MimeKit_does_whole_or_broken(char encoding, string units)
    {
        var random = new Random(2047);
        for (var number = 0; number < 20_000; number++)
        {
            var payload = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => units[random.Next(units.Length)])));
            IMimeDecoder decoder = encoding == 'q' ? new QuotedPrintableDecoder(rfc2047: true) : new Base64Decoder();
            byte[] padded = encoding == 'q' ? payload : [.. payload, .. "=="u8];
            var bytes = new byte[decoder.EstimateOutputLength(padded.Length)];
            var expected = CharsetText.Decode(bytes.AsSpan(0, decoder.Decode(padded, 0, padded.Length, bytes)), "utf-8");
            var word = $"=?utf-8?{encoding}?{Encoding.ASCII.GetString(payload)}?=";
            EncodedWords.Decode(Encoding.ASCII.GetBytes(word)).Should().Be(expected, word);
        }
    }

    [Fact]
    public void Half_words_without_end_take_no_more_time_than_their_length()
    {
        var value = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("=?utf-8?q?a ", 200_000)));

        EncodedWords.Decode(value).Length.Should().Be(value.Length);
    }
}
