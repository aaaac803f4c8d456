using System.Text;

namespace BounceParser.Tests.Dialects;

/// <summary>Reports of programs that nobody has met, in the languages that the catalogue has words for.</summary>
public sealed class LanguageTests
{
    private const string Recipient = "l.martin@dest.example";

    private static BounceReport Read(string subject, string text, string from = "postmaster@mx.dest.example", string charset = "utf-8")
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset);
        var head = $"From: {from}\nTo: anna@origin.example\nSubject: =?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(subject))}?=\nMIME-Version: 1.0\nContent-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: base64\n\n";
        return BounceInterpreter.Default.Interpret(Encoding.ASCII.GetBytes(head + Convert.ToBase64String(encoding.GetBytes(text), Base64FormattingOptions.InsertLineBreaks) + "\n"));
    }

    [Theory]
    [InlineData("对不起，您发给 l.martin@dest.example 的邮件未能成功投递。\n\n错误原因：\n<l.martin@dest.example>: 552 5.2.2 收件人邮箱空间已满\n", BounceReason.MailboxFull)]
    [InlineData("抱歉，您的邮件被退回来了……\n收件人： l.martin@dest.example\n退信原因： 550 User not found: l.martin@dest.example\n", BounceReason.UserUnknown)]
    public void Chinese_says_of_a_success_that_it_did_not_come_and_labels_the_reason(string text, BounceReason reason)
    {
        var diagnosis = Read("系统退信", text).Diagnoses.Should().ContainSingle().Subject;
        (diagnosis.FinalRecipient, diagnosis.Action, diagnosis.Reason).Should().Be((Recipient, DsnAction.Failed, reason));
        diagnosis.DiagnosticText.Should().StartWith("55");
        if (reason == BounceReason.UserUnknown) diagnosis.Recommendation.Should().Be(Recommendation.SuppressRecipient);
    }

    [Theory]
    [InlineData("en", "Message not delivered", "Sorry, your message could not be delivered to the address below.\n\nRecipient: l.martin@dest.example\nReason: no such user here\n")]
    [InlineData("fr", "Message non distribué", "Votre message n'a pas pu être distribué au destinataire suivant :\n\n    l.martin@dest.example\n\nMotif : cette adresse n'existe pas\n")]
    [InlineData("de", "Nachricht unzustellbar", "Ihre Nachricht konnte an folgenden Empfänger nicht zugestellt werden:\n\n  l.martin@dest.example\n\nGrund: Benutzer unbekannt\n")]
    [InlineData("es", "Mensaje no entregado", "Su mensaje no ha podido ser entregado al destinatario siguiente:\n\n  l.martin@dest.example\n\nMotivo: el usuario no existe\n")]
    [InlineData("it", "Messaggio non consegnato", "Il messaggio non è stato consegnato al seguente destinatario:\n\n  l.martin@dest.example\n\nMotivo: utente sconosciuto\n")]
    [InlineData("pt", "Mensagem não entregue", "A sua mensagem não pôde ser entregue ao seguinte destinatário:\n\n  l.martin@dest.example\n\nMotivo: usuário desconhecido\n")]
    [InlineData("nl", "Bericht niet bezorgd", "Uw bericht kon niet worden bezorgd bij de volgende ontvanger:\n\n  l.martin@dest.example\n\nReden: gebruiker onbekend\n")]
    [InlineData("sv", "Går inte att leverera", "Ditt meddelande kunde inte levereras till följande mottagare:\n\n  l.martin@dest.example\n\nOrsak: okänd användare\n")]
    [InlineData("da", "Meddelelsen blev ikke leveret", "Din besked kunne ikke leveres til følgende modtager:\n\n  l.martin@dest.example\n\nÅrsag: ukendt bruger\n")]
    [InlineData("no", "Meldingen ble ikke levert", "Meldingen kunne ikke leveres til følgende mottaker:\n\n  l.martin@dest.example\n\nÅrsak: ukjent bruker\n")]
    [InlineData("fi", "Viestiä ei toimitettu", "Viestiäsi ei voitu toimittaa seuraavalle vastaanottajalle:\n\n  l.martin@dest.example\n\nSyy: tuntematon käyttäjä\n")]
    [InlineData("pl", "Niedostarczona wiadomość", "Twoja wiadomość nie mogła zostać dostarczona do następującego odbiorcy:\n\n  l.martin@dest.example\n\nPowód: nieznany użytkownik\n")]
    [InlineData("cs", "Nedoručitelná zpráva", "Vaše zpráva nemohla být doručena následujícímu příjemci:\n\n  l.martin@dest.example\n\nDůvod: neznámý uživatel\n")]
    [InlineData("ru", "Сообщение не доставлено", "Ваше письмо не может быть доставлено следующему получателю:\n\n  l.martin@dest.example\n\nПричина: пользователь не существует\n")]
    [InlineData("ja", "メール配信エラー", "次の宛先にメールを配信できませんでした。\n\n宛先: l.martin@dest.example\n理由: ユーザーが存在しません\n")]
    [InlineData("zh", "退信通知", "您的邮件无法投递到以下收件人：\n\n收件人：l.martin@dest.example\n原因：用户不存在\n")]
    [InlineData("zh-tw", "郵件傳遞失敗", "您的郵件無法傳遞給下列收件者：\n\n收件者：l.martin@dest.example\n原因：使用者不存在\n")]
    [InlineData("ko", "메일 배달 실패", "다음 수신자에게 메일을 전달하지 못했습니다.\n\n수신자: l.martin@dest.example\n사유: 존재하지 않는 사용자\n")]
    [InlineData("tr", "İletilemedi: rapor", "İletiniz aşağıdaki alıcıya teslim edilemedi:\n\n  l.martin@dest.example\n\nNeden: kullanıcı bulunamadı\n")]
    [InlineData("ar", "تعذر تسليم الرسالة", "تعذر تسليم رسالتك إلى المستلم التالي:\n\n  l.martin@dest.example\n\nالسبب: المستخدم غير موجود\n")]
    [InlineData("hr", "Poruka nije isporučena", "Vaša poruka nije mogla biti isporučena sljedećem primatelju:\n\n  l.martin@dest.example\n\nRazlog: korisnik ne postoji\n")]
    [InlineData("sr", "Порука није испоручена", "Ваша порука није испоручена следећем примаоцу:\n\n  l.martin@dest.example\n\nРазлог: корисник не постоји\n")]
    [InlineData("sl", "Sporočilo ni bilo dostavljeno", "Vašega sporočila ni bilo mogoče dostaviti naslednjemu prejemniku:\n\n  l.martin@dest.example\n\nRazlog: uporabnik ne obstaja\n")]
    [InlineData("lt", "Laiškas nepristatytas", "Jūsų laiško nepavyko pristatyti šiam gavėjui:\n\n  l.martin@dest.example\n\nPriežastis: vartotojas nerastas\n")]
    [InlineData("lv", "Vēstule nav piegādāta", "Jūsu vēstuli neizdevās piegādāt šim adresātam:\n\n  l.martin@dest.example\n\nIemesls: lietotājs nav atrasts\n")]
    [InlineData("et", "Kirja ei õnnestunud kätte toimetada", "Teie kirja ei õnnestunud kätte toimetada järgmisele adressaadile:\n\n  l.martin@dest.example\n\nPõhjus: kasutajat ei leitud\n")]
    [InlineData("ca", "Missatge no lliurat", "El vostre missatge no s'ha pogut lliurar al destinatari següent:\n\n  l.martin@dest.example\n\nMotiu: l'usuari no existeix\n")]
    [InlineData("th", "ส่งข้อความไม่สำเร็จ", "ไม่สามารถส่งข้อความของคุณถึงผู้รับต่อไปนี้\n\nl.martin@dest.example\n\nสาเหตุ: ไม่พบผู้ใช้\n")]
    [InlineData("fa", "پیام تحویل داده نشد", "پیام شما به گیرنده زیر تحویل داده نشد:\n\n  l.martin@dest.example\n\nدلیل: کاربر وجود ندارد\n")]
    [InlineData("hi", "संदेश वितरित नहीं हुआ", "आपका संदेश निम्न प्राप्तकर्ता को वितरित नहीं किया जा सका:\n\n  l.martin@dest.example\n\nकारण: उपयोगकर्ता मौजूद नहीं\n")]
    [InlineData("is", "Póstur var ekki afhentur", "Ekki tókst að afhenda póstinn þinn til eftirfarandi viðtakanda:\n\n  l.martin@dest.example\n\nÁstæða: netfangið er ekki til\n")]
    public void A_failure_is_read(string language, string subject, string text)
    {
        var report = Read(subject, text);
        report.Kind.Should().Be(BounceKind.Failure, language);
        report.Diagnoses.Should().ContainSingle().Which.FinalRecipient.Should().Be(Recipient, language);
        Read(subject, text, from: "info@dest.example").Diagnoses.Should().ContainSingle("the sender's name is not needed").Which.FinalRecipient.Should().Be(Recipient, language);
    }

    [Theory]
    [InlineData("en", "Delivery of your message to l.martin@dest.example is delayed. We will keep trying for three days.")]
    [InlineData("fr", "La remise de votre message à l.martin@dest.example est retardée : il n'a pas encore pu être remis. Le serveur continuera d'essayer pendant trois jours.")]
    [InlineData("de", "Ihre Nachricht an l.martin@dest.example konnte noch nicht zugestellt werden. Die Zustellung wird weiter versucht.")]
    [InlineData("es", "Su mensaje para l.martin@dest.example aún no se ha entregado. Se seguirá intentando durante tres días.")]
    [InlineData("it", "Il messaggio per l.martin@dest.example non è ancora stato consegnato. Il server continuerà a tentare per tre giorni.")]
    [InlineData("pt", "A sua mensagem para l.martin@dest.example ainda não foi entregue. O servidor continuará a tentar.")]
    [InlineData("nl", "Uw bericht aan l.martin@dest.example is vertraagd en nog niet bezorgd. De server blijft proberen.")]
    [InlineData("sv", "Ditt meddelande till l.martin@dest.example har försenats. Servern fortsätter att försöka.")]
    [InlineData("da", "Din besked til l.martin@dest.example er forsinket og endnu ikke leveret. Serveren prøver igen.")]
    [InlineData("no", "Meldingen til l.martin@dest.example er forsinket og ennå ikke levert. Tjeneren prøver igjen.")]
    [InlineData("fi", "Viestisi vastaanottajalle l.martin@dest.example on viivästynyt. Palvelin yrittää uudelleen.")]
    [InlineData("pl", "Wiadomość do l.martin@dest.example nie została jeszcze dostarczona. Serwer ponawia próby.")]
    [InlineData("cs", "Zpráva pro l.martin@dest.example dosud nebyla doručena. Server bude zkoušet dál.")]
    [InlineData("ru", "Ваше сообщение для l.martin@dest.example ещё не доставлено. Попытки доставки будут продолжены.")]
    [InlineData("hr", "Vaša poruka za l.martin@dest.example kasni i još nije isporučena. Poslužitelj će pokušavati dalje.")]
    [InlineData("sl", "Vaše sporočilo za l.martin@dest.example še ni bilo dostavljeno. Strežnik bo poskusil znova.")]
    [InlineData("lt", "Jūsų laiškas adresatui l.martin@dest.example vėluoja ir dar nepristatytas. Bus bandoma dar kartą.")]
    [InlineData("lv", "Jūsu vēstule adresātam l.martin@dest.example aizkavējas. Tiks mēģināts vēlreiz.")]
    [InlineData("et", "Teie kirja saajale l.martin@dest.example pole veel kohale toimetatud. Proovime uuesti.")]
    [InlineData("ca", "El vostre missatge a l.martin@dest.example encara no s'ha lliurat. Es tornarà a intentar.")]
    [InlineData("ja", "l.martin@dest.example 宛のメールの配信が遅延しています。引き続き配信を再試行します。")]
    [InlineData("zh", "您发送给 l.martin@dest.example 的邮件尚未送达，系统将继续尝试。")]
    [InlineData("ko", "l.martin@dest.example 주소로 보낸 메일의 전달이 지연되고 있습니다. 계속 다시 시도합니다.")]
    [InlineData("tr", "l.martin@dest.example adresine gönderdiğiniz ileti gecikti. Yeniden denenecek.")]
    [InlineData("ar", "تأخر تسليم رسالتك إلى l.martin@dest.example وستتم إعادة المحاولة.")]
    public void A_delay_is_no_failure(string language, string text)
    {
        var report = Read("Mail delivery", text);
        report.Kind.Should().Be(BounceKind.Delay, language);
        report.Diagnoses.Should().ContainSingle().Which.FinalRecipient.Should().Be(Recipient, language);
    }

    [Theory]
    [InlineData("iso-2022-jp", "次の宛先にメールを配信できませんでした。\n\n宛先: l.martin@dest.example\n")]
    [InlineData("shift_jis", "次の宛先にメールを配信できませんでした。\n\n宛先: l.martin@dest.example\n")]
    [InlineData("euc-jp", "次の宛先にメールを配信できませんでした。\n\n宛先: l.martin@dest.example\n")]
    [InlineData("gb18030", "您的邮件无法投递到以下收件人：\n\nl.martin@dest.example\n")]
    [InlineData("gb2312", "您的邮件无法投递到以下收件人：\n\nl.martin@dest.example\n")]
    [InlineData("big5", "您的郵件無法傳遞給下列收件者：\n\nl.martin@dest.example\n")]
    [InlineData("euc-kr", "다음 수신자에게 메일을 전달하지 못했습니다.\n\n수신자: l.martin@dest.example\n")]
    [InlineData("koi8-r", "Ваше письмо не может быть доставлено следующему получателю:\n\nl.martin@dest.example\n")]
    [InlineData("windows-1251", "Ваше письмо не может быть доставлено следующему получателю:\n\nl.martin@dest.example\n")]
    [InlineData("windows-1250", "Vaše zpráva nemohla být doručena následujícímu příjemci:\n\nl.martin@dest.example\n")]
    [InlineData("iso-8859-2", "Twoja wiadomość nie mogła zostać dostarczona do następującego odbiorcy:\n\nl.martin@dest.example\n")]
    [InlineData("windows-1254", "İletiniz aşağıdaki alıcıya teslim edilemedi:\n\nl.martin@dest.example\n")]
    [InlineData("windows-1256", "تعذر تسليم رسالتك إلى المستلم التالي:\n\nl.martin@dest.example\n")]
    [InlineData("iso-8859-15", "Votre message n'a pas pu être distribué au destinataire suivant :\n\nl.martin@dest.example\n")]
    public void Charsets_of_the_country_are_read(string charset, string text) =>
        Read("Mail delivery failed", text, charset: charset).Diagnoses.Should().ContainSingle().Which.FinalRecipient.Should().Be(Recipient);

    [Fact]
    public void Each_language_has_words_for_each_idea_that_a_report_needs()
    {
        foreach (var file in BounceParser.Catalogue.CatalogueFile.Embedded("Words", ".txt"))
            file.Phrases().Select(entry => entry.Idea).Should().Contain(["failed", "late", "final", "expired", "arrived", "mail", "own", "contact", "why", "refused", "to", "other", "before", "notBefore", "separator", "newAddress"], file.Name);
    }

    [Theory]
    [InlineData("Mesajul dumneavoastră nu a putut fi livrat către:", "Utilizatorul nu există", BounceReason.UserUnknown)]
    [InlineData("Az ön üzenete nem kézbesíthető a következő címre:", "A felhasználó nem létezik", BounceReason.UserUnknown)]
    [InlineData("Vašu správu nebolo možné doručiť príjemcovi:", "Konto neexistuje", BounceReason.UserUnknown)]
    [InlineData("Вашето писмо не беше доставено до:", "Потребителят не съществува", BounceReason.UserUnknown)]
    [InlineData("Ваш лист не вдалося доставити адресату:", "Користувача не існує", BounceReason.UserUnknown)]
    [InlineData("Το μήνυμά σας δεν παραδόθηκε στον παραλήπτη:", "Άγνωστος χρήστης", BounceReason.UserUnknown)]
    [InlineData("הודעתך לא נמסרה אל הנמען:", "תיבת הדואר מלאה", BounceReason.MailboxFull)]
    [InlineData("Pesan Anda tidak dapat dikirim ke alamat berikut:", "Pengguna tidak ditemukan", BounceReason.UserUnknown)]
    [InlineData("Thư của bạn không thể gửi đến địa chỉ:", "Hộp thư đã đầy", BounceReason.MailboxFull)]
    public void A_bounce_in_a_language_of_the_table_is_read(string sentence, string why, BounceReason reason)
    {
        var report = ListSamples.Bounce($"{sentence}\n\n  anna@dest.example\n\n550 {why}\n");

        report.Diagnoses.Should().ContainSingle().Which.Should().Match<Diagnosis>(diagnosis => diagnosis.FinalRecipient == "anna@dest.example" && diagnosis.Reason == reason);
    }
}
