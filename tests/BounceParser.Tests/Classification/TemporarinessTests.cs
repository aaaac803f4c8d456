using BounceParser.Tests.Support;

namespace BounceParser.Tests.Classification;

/// <summary>Words that put off keep an address alive, in every language that the reports of the field are written in, and so do words of the sender; advice to look at the address does not.</summary>
public sealed class TemporarinessTests
{
    private static readonly (string Language, string Words)[] PutsOff =
    [
        ("en", "Please try again later"), ("en", "this is a transient error"), ("en", "mailbox is being moved"), ("en", "the directory is unavailable at this time"),
        ("en", "retry in 20 minutes"), ("en", "resend your message later"), ("en", "account not yet activated"), ("en", "server under maintenance"), ("en", "try again shortly"), ("en", "wait a few minutes"),
        ("fr", "Réessayez plus tard"), ("fr", "erreur provisoire"), ("fr", "annuaire indisponible pour l'instant"), ("fr", "veuillez réessayer"), ("fr", "compte en cours de création"), ("fr", "réessayez dans une heure"),
        ("de", "bitte später noch einmal"), ("de", "zu einem späteren Zeitpunkt"), ("de", "vorübergehend nicht erreichbar"), ("de", "zurzeit nicht verfügbar"), ("de", "in Kürze wieder da"), ("de", "wegen Wartungsarbeiten"),
        ("es", "Vuelva a intentarlo más tarde"), ("es", "problema temporal"), ("es", "servidor en mantenimiento"), ("es", "no disponible en estos momentos"), ("es", "por favor, inténtelo de nuevo"), ("es", "dentro de unos minutos"),
        ("it", "Riprovare più tardi"), ("it", "errore temporaneo"), ("it", "attualmente non disponibile"), ("it", "riprovare tra dieci minuti"), ("it", "server in manutenzione"),
        ("pt", "Tente mais tarde"), ("pt", "indisponível no momento"), ("pt", "tente novamente em 10 minutos"), ("pt", "em manutenção"), ("pt", "erro temporário"),
        ("nl", "Probeer het later opnieuw"), ("nl", "tijdelijk niet beschikbaar"), ("nl", "op dit moment niet bereikbaar"), ("nl", "op een later tijdstip"),
        ("sv", "Försök senare"), ("sv", "otillgänglig för tillfället"), ("sv", "ett tillfälligt fel"), ("sv", "försök om några minuter"),
        ("da", "Prøv senere"), ("da", "ikke tilgængelig i øjeblikket"), ("da", "en midlertidig fejl"), ("no", "ikke tilgjengelig for øyeblikket"), ("no", "forsøk om noen minutter"),
        ("fi", "yritä myöhemmin uudelleen"), ("fi", "tilapäinen virhe"), ("fi", "ei käytettävissä tällä hetkellä"),
        ("pl", "spróbuj ponownie później"), ("pl", "tymczasowy błąd"), ("pl", "niedostępny w tej chwili"), ("pl", "spróbuj za kilka minut"),
        ("cs", "zkuste to později"), ("cs", "dočasná chyba"), ("cs", "momentálně nedostupný"), ("cs", "přechodná chyba"),
        ("ru", "попробуйте позже"), ("ru", "временная ошибка"), ("ru", "недоступен в настоящее время"), ("ru", "повторите попытку через час"), ("uk", "тимчасова помилка"),
        ("tr", "daha sonra deneyin"), ("tr", "geçici hata"), ("tr", "şu anda kullanılamıyor"), ("ar", "حاول لاحقا"), ("ar", "خطأ مؤقت"),
        ("ja", "一時的なエラーです"), ("ja", "しばらくしてから送信してください"), ("ja", "後ほどお試しください"), ("ja", "時間をおいて再送してください"), ("ja", "メンテナンス中です"),
        ("zh", "暂时无法投递"), ("zh", "请稍后再试"), ("zh", "臨時錯誤"), ("zh", "請稍後再試"), ("zh", "系统繁忙"),
        ("ko", "일시적인 오류입니다"), ("ko", "잠시 후 다시 시도하십시오"), ("ko", "나중에 다시 보내주세요"),
        ("hr", "privremena greška"), ("sr", "привремена грешка"), ("sl", "poskusite znova kasneje"), ("lt", "laikina klaida"), ("lv", "mēģiniet vēlāk"), ("et", "proovige hiljem"), ("ca", "error temporal"), ("hu", "próbálja később"),
        ("ro", "încercați mai târziu"), ("el", "προσωρινό σφάλμα"), ("he", "נסה שוב מאוחר יותר"), ("th", "ข้อผิดพลาดชั่วคราว"), ("fa", "خطای موقت"), ("hi", "अस्थायी त्रुटि"), ("is", "tímabundin villa"),
    ];

    private static readonly (string Language, string Words)[] LooksAtTheAddress =
    [
        ("en", "Please check the address and try again"), ("en", "Double-check the recipient's address for typos, then send your message again"), ("en", "This is a permanent error; no further attempts will be made"),
        ("fr", "Vérifiez l'adresse et réessayez"), ("fr", "Ceci est une erreur permanente"), ("fr", "aucune nouvelle tentative ne sera effectuée"),
        ("de", "Bitte prüfen Sie die Adresse und versuchen Sie es erneut"), ("de", "es erfolgt kein weiterer Zustellversuch"), ("es", "Compruebe la dirección e inténtelo de nuevo"), ("it", "Controllare l'indirizzo e riprovare"),
        ("it", "in seguito a un errore permanente"), ("pt", "Verifique o endereço e tente novamente"), ("nl", "Controleer het adres en probeer het opnieuw"), ("sv", "Kontrollera adressen och försök igen"), ("da", "Kontroller adressen, og prøv igen"),
        ("pl", "Sprawdź adres i spróbuj ponownie"), ("ru", "Проверьте адрес и повторите попытку"), ("ja", "アドレスを確認してください"), ("ja", "再試行しません"), ("zh", "请检查地址并重试"), ("ko", "주소를 확인하십시오"),
    ];

    private static readonly (string Language, string Words)[] SpeaksOfTheSender =
    [
        ("fr", "L'expéditeur est inconnu"), ("de", "Das Konto des Absenders gibt es nicht"), ("es", "el remitente no existe"), ("it", "il mittente non esiste"), ("pt", "o remetente não existe"), ("nl", "de afzender bestaat niet"),
        ("sv", "avsändaren finns inte"), ("da", "afsenderen findes ikke"), ("no", "avsenderen finnes ikke"), ("fi", "lähettäjää ei ole"), ("pl", "konto nadawcy nie istnieje"), ("cs", "odesílatel neexistuje"), ("hu", "a feladó nem létezik"),
        ("ro", "expeditorul nu există"), ("hr", "pošiljatelj ne postoji"), ("sr", "пошиљалац не постоји"), ("lt", "siuntėjas neegzistuoja"), ("lv", "sūtītājs neeksistē"), ("et", "saatja on tundmatu"), ("ca", "el remitent no existeix"),
        ("ru", "отправитель не существует"), ("uk", "відправник не існує"), ("bg", "подателят не съществува"), ("el", "ο αποστολέας δεν υπάρχει"), ("tr", "gönderen bulunamadı"), ("ja", "送信者が存在しません"), ("zh", "发件人不存在"), ("ko", "발신자가 존재하지 않습니다"),
    ];

    public static TheoryData<string, string> Postponing => Data(PutsOff);

    public static TheoryData<string, string> Final => Data(LooksAtTheAddress);

    public static TheoryData<string, string> OfSender => Data(SpeaksOfTheSender);

    [Theory, MemberData(nameof(Postponing))]
    public void Beside_words_that_put_off_no_address_is_given_up(string language, string words) => Judged(words).Should().NotBe(Recommendation.SuppressRecipient, language);

    [Theory, MemberData(nameof(Final))]
    public void Advice_to_look_at_the_address_puts_off_nothing(string language, string words) => Judged(words).Should().Be(Recommendation.SuppressRecipient, language);

    [Theory, MemberData(nameof(OfSender))]
    public void Beside_words_of_the_sender_no_address_is_given_up(string language, string words) => Judged(words).Should().NotBe(Recommendation.SuppressRecipient, language);

    private static Recommendation Judged(string words) =>
        Mail.Report(Mail.Failed("paul@dest.example", $"550 5.1.1 User unknown. {words}.")).Interpret().Diagnoses.Should().ContainSingle().Subject.Recommendation;

    private static TheoryData<string, string> Data((string Language, string Words)[] rows)
    {
        var data = new TheoryData<string, string>();
        foreach (var (language, words) in rows) data.Add(language, words);
        return data;
    }
}
