using System.Text;
using BounceParser.Mime;

namespace BounceParser.Tests.Mime;

/// <summary>Texts that declare no charset, as servers of ten countries send them.</summary>
public sealed class CharsetGuessTests
{
    [Theory]
    [InlineData("windows-1251", "Ваше письмо не доставлено адресату. Нет такого пользователя.")]
    [InlineData("koi8-r", "Ваше письмо не доставлено адресату. Нет такого пользователя.")]
    [InlineData("gb18030", "您的邮件没有被投递到以下收件人：对方邮箱空间已满。")]
    [InlineData("euc-kr", "보내신 메일이 아래의 이유로 전송되지 못했습니다. 존재하지 않는 사용자입니다.")]
    [InlineData("euc-jp", "次のあて先へのメッセージは送信できませんでした。")]
    [InlineData("shift_jis", "次のあて先へのメッセージは送信できませんでした。")]
    [InlineData("iso-2022-jp", "次のあて先へのメッセージは送信できませんでした。")]
    [InlineData("windows-1255", "ההודעה לא הגיעה לחלק מהנמענים או לכולם. התיבה הושבתה.")]
    [InlineData("iso-8859-7", "Δεν ήταν δυνατή η παράδοση του μηνύματος στον παραλήπτη: το γραμματοκιβώτιο είναι πλήρες.")]
    [InlineData("windows-1251", "почтовый ящик получателя переполнен, письмо не доставлено")]
    [InlineData("windows-1254", "Aşağıdaki alıcıya gönderdiğiniz ileti teslim edilemedi: posta kutusu bulunamadı.")]
    [InlineData("iso-8859-2", "Nie można dostarczyć wiadomości: skrzynka odbiorcy jest pełna, spróbuj później. Błąd wysyłania.")]
    [InlineData("windows-1250", "Nie można dostarczyć wiadomości: skrzynka odbiorcy jest pełna, spróbuj później. Błąd wysyłania.")]
    [InlineData("iso-8859-2", "Vaši zprávu se nepodařilo doručit: schránka příjemce neexistuje, zkuste znovu později. Může být zrušena uživatelem.")]
    [InlineData("windows-1250", "Vaši zprávu se nepodařilo doručit: schránka příjemce neexistuje, zkuste znovu později. Může být zrušena uživatelem, nedoručitelná zásilka uložena.")]
    public void Letters_that_stand_side_by_side_tell_their_charset(string charset, string text)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(charset)!.GetBytes(text + "\n\n  anna@dest.example\n");

        CharsetGuess.Of(bytes).Should().Be(charset);
        CharsetText.Decode(bytes, null).Should().StartWith(text);
        CharsetText.Decode(bytes, "iso-8859-1").Should().StartWith(text, "programs that do not know declare it");
    }

    [Theory]
    [InlineData("Votre message n'a pas pu être distribué à l'adresse suivante : boîte inexistante, réessayez après l'été.")]
    [InlineData("Sua mensagem não pôde ser entregue ao destinatário. A caixa está cheia, não há espaço disponível.")]
    [InlineData("Ihre Nachricht konnte nicht zugestellt werden: Empfänger unbekannt. Prüfen Sie die Adresse, für Rückfragen hören wir Sie später.")]
    [InlineData("Meddelandet kunde inte levereras till följande mottagare: användaren är okänd på den här servern.")]
    [InlineData("Póstkassinn er fullur og því var ekki hægt að afhenda þennan póst á viðtakandann, reynið síðar.")]
    [InlineData("El buzón está lleno. ¿Desea reintentar? 10 m³, 5±1, nº 3, «hola» ¾ ¿Qué?")]
    [InlineData("£££ ££ ££")]
    [InlineData("plain")]
    [InlineData("")]
    public void Western_text_is_left_as_it_is(string text)
    {
        CharsetGuess.Of(Encoding.Latin1.GetBytes(text)).Should().BeNull();
        CharsetText.Decode(Encoding.Latin1.GetBytes(text), null).Should().Be(text);
        CharsetText.Decode(Encoding.Latin1.GetBytes(text), "iso-8859-1").Should().Be(text);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Unicode_is_believed_before_any_guess(string charset)
    {
        const string Text = "您的邮件没有被投递到以下收件人，对方邮箱空间已满。Ваше письмо не доставлено";
        var encoding = Encoding.GetEncoding(charset);
        byte[] bytes = [.. charset == "utf-8" ? [] : encoding.GetPreamble(), .. encoding.GetBytes(Text)];

        CharsetGuess.Of(bytes).Should().BeNull();
        CharsetText.Decode(bytes, null).Should().Be(Text);
    }
}
