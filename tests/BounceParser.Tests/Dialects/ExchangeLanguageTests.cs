using System.Text;

namespace BounceParser.Tests.Dialects;

/// <summary>Exchange tells of an unknown, a full and an oversized mail in the language of its organisation, without a code that helps.</summary>
/// <remarks>
/// Seen in public: the Spanish full mailbox (https://pastebin.com/HGKcccQU), the French heading of a delay (https://pastebin.com/SYa736QZ).
/// The other sentences say the same in the manner of Exchange; they stand for the idea, not for its letter.
/// </remarks>
public sealed class ExchangeLanguageTests
{
    [Theory]
    [InlineData("fr", "Échec de la remise pour ces destinataires ou groupes :", "L'adresse de messagerie que vous avez entrée est introuvable.", BounceReason.UserUnknown)]
    [InlineData("fr", "Échec de la remise pour ces destinataires ou groupes :", "La boîte aux lettres du destinataire est pleine et ne peut pas accepter de messages pour le moment.", BounceReason.MailboxFull)]
    [InlineData("fr", "Échec de la remise pour ces destinataires ou groupes :", "Ce message est trop volumineux pour être envoyé.", BounceReason.MessageTooLarge)]
    [InlineData("de", "Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen:", "Die eingegebene E-Mail-Adresse konnte nicht gefunden werden.", BounceReason.UserUnknown)]
    [InlineData("de", "Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen:", "Das Postfach des Empfängers ist voll und kann zurzeit keine Nachrichten annehmen.", BounceReason.MailboxFull)]
    [InlineData("de", "Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen:", "Diese Nachricht ist zu groß und kann nicht gesendet werden.", BounceReason.MessageTooLarge)]
    [InlineData("es", "No se pudo entregar a estos destinatarios o grupos:", "No se encontró la dirección de correo electrónico que escribió.", BounceReason.UserUnknown)]
    [InlineData("es", "No se pudo entregar a estos destinatarios o grupos:", "El buzón del destinatario está lleno y no puede aceptar mensajes.", BounceReason.MailboxFull)]
    [InlineData("es", "No se pudo entregar a estos destinatarios o grupos:", "El mensaje es demasiado grande y no se puede enviar.", BounceReason.MessageTooLarge)]
    [InlineData("it", "Recapito non riuscito per i seguenti destinatari o gruppi:", "Impossibile trovare l'indirizzo di posta elettronica immesso.", BounceReason.UserUnknown)]
    [InlineData("it", "Recapito non riuscito per i seguenti destinatari o gruppi:", "La cassetta postale del destinatario è piena e non può accettare messaggi.", BounceReason.MailboxFull)]
    [InlineData("it", "Recapito non riuscito per i seguenti destinatari o gruppi:", "Il messaggio è troppo grande per essere inviato.", BounceReason.MessageTooLarge)]
    [InlineData("nl", "Het bezorgen aan de volgende geadresseerden of groepen is mislukt:", "Het ingevoerde e-mailadres is niet gevonden.", BounceReason.UserUnknown)]
    [InlineData("nl", "Het bezorgen aan de volgende geadresseerden of groepen is mislukt:", "Het postvak van de geadresseerde is vol en kan geen berichten ontvangen.", BounceReason.MailboxFull)]
    [InlineData("nl", "Het bezorgen aan de volgende geadresseerden of groepen is mislukt:", "Dit bericht is te groot om te worden verzonden.", BounceReason.MessageTooLarge)]
    [InlineData("sv", "Leverans till följande mottagare eller grupper misslyckades:", "E-postadressen som du angav hittades inte.", BounceReason.UserUnknown)]
    [InlineData("sv", "Leverans till följande mottagare eller grupper misslyckades:", "Mottagarens postlåda är full och kan inte ta emot meddelanden just nu.", BounceReason.MailboxFull)]
    [InlineData("sv", "Leverans till följande mottagare eller grupper misslyckades:", "Meddelandet är för stort för att skickas.", BounceReason.MessageTooLarge)]
    [InlineData("ja", "次の受信者またはグループへの配信に失敗しました:", "入力した電子メール アドレスが見つかりませんでした。", BounceReason.UserUnknown)]
    [InlineData("ja", "次の受信者またはグループへの配信に失敗しました:", "受信者のメールボックスがいっぱいで、現在メッセージを受信できません。", BounceReason.MailboxFull)]
    [InlineData("ja", "次の受信者またはグループへの配信に失敗しました:", "メッセージが大きすぎるため送信できません。", BounceReason.MessageTooLarge)]
    [InlineData("pt", "Falha na entrega a estes destinatários ou grupos:", "O endereço de email inserido não foi encontrado.", BounceReason.UserUnknown)]
    [InlineData("pt", "Falha na entrega a estes destinatários ou grupos:", "A caixa de correio do destinatário está cheia e não pode aceitar mensagens agora.", BounceReason.MailboxFull)]
    [InlineData("pt", "Falha na entrega a estes destinatários ou grupos:", "A mensagem é muito grande para ser enviada.", BounceReason.MessageTooLarge)]
    [InlineData("pl", "Dostarczenie do następujących adresatów lub grup nie powiodło się:", "Nie znaleziono wprowadzonego adresu e-mail.", BounceReason.UserUnknown)]
    [InlineData("pl", "Dostarczenie do następujących adresatów lub grup nie powiodło się:", "Skrzynka pocztowa adresata jest pełna i nie może teraz przyjmować wiadomości.", BounceReason.MailboxFull)]
    [InlineData("pl", "Dostarczenie do następujących adresatów lub grup nie powiodło się:", "Wiadomość jest zbyt duża, aby ją wysłać.", BounceReason.MessageTooLarge)]
    public void Reason_is_read_in_the_language_of_the_organisation(string language, string heading, string said, BounceReason reason)
    {
        var mail = $"Return-Path: <>\nFrom: MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@dest.example\nTo: anna@origin.example\nSubject: x\nContent-Type: text/plain; charset=utf-8\n\n{heading}\n\npaul@dest.example\n{said}\n";

        var diagnosis = BounceInterpreter.Default.Interpret(Encoding.UTF8.GetBytes(mail)).Diagnoses.Should().ContainSingle(language).Subject;

        (diagnosis.FinalRecipient, diagnosis.Reason).Should().Be(("paul@dest.example", reason), language);
    }

    [Fact]
    public void Exchange_2003_in_Korean_names_a_recipient_with_the_time_of_the_try()
    {
        const string mail = """
            From: "System Administrator" <postmaster@dest.example>
            To: anna@origin.example
            Subject: 배달되지 않음: 견적서
            Content-class: urn:content-classes:dsn
            Content-Type: text/plain; charset=utf-8

            다음 받는 사람에게 전달할 수 없습니다.

                  paul@dest.example, 2008-07-22 오후 4:10
                        메시지를 보낸 조직에 해당 전자 메일 계정이 없습니다.
                        <mx.dest.example #5.1.1>
            """;

        var diagnosis = BounceInterpreter.Default.Interpret(Encoding.UTF8.GetBytes(mail.ReplaceLineEndings("\n"))).Diagnoses.Should().ContainSingle().Subject;

        (diagnosis.FinalRecipient, diagnosis.Reason).Should().Be(("paul@dest.example", BounceReason.UserUnknown));
    }

    [Fact]
    public void Exchange_in_Greek_is_known_by_its_subject()
    {
        var mail = "From: Microsoft Exchange <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@dest.example>\nTo: anna@origin.example\nSubject: Ανεπίδοτο: Πρακτικά\nContent-Type: text/plain; charset=utf-8\n\n"
            + "Η παράδοση σε αυτούς τους παραλήπτες ή ομάδες απέτυχε:\n\npaul@dest.example\nΗ διεύθυνση ηλεκτρονικού ταχυδρομείου που πληκτρολογήσατε δεν βρέθηκε.\n\npaul@dest.example\n#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##rfc822;paul@dest.example\n";

        var report = BounceInterpreter.Default.Interpret(Encoding.UTF8.GetBytes(mail));

        (report.Kind, report.Diagnoses.Should().ContainSingle().Subject.FinalRecipient).Should().Be((BounceKind.Failure, "paul@dest.example"));
    }

    [Theory]
    [InlineData("No se ha podido realizar la entrega a estos destinatarios o listas de distribución:", "El buzón del destinatario está lleno y no puede aceptar mensajes. Microsoft Exchange no intentará volver a entregar este mensaje. Intente reenviarlo más tarde o póngase en contacto con el destinatario directamente.", BounceKind.Failure, BounceReason.MailboxFull)]
    [InlineData("La remise est retardée pour ces destinataires ou groupes :", "Ce message n'a pas encore été remis. De nouvelles tentatives de remise seront effectuées.", BounceKind.Delay, BounceReason.Undetermined)]
    public void Sentences_that_Exchange_was_seen_to_write(string heading, string said, BounceKind kind, BounceReason reason)
    {
        var mail = $"Return-Path: <>\nFrom: Microsoft Outlook <postmaster@dest.example>\nTo: anna@origin.example\nSubject: x\nContent-Type: text/plain; charset=utf-8\n\n{heading}\n\npaul@dest.example\n{said}\n";

        var report = BounceInterpreter.Default.Interpret(Encoding.UTF8.GetBytes(mail));

        (report.Kind, report.Diagnoses.Should().ContainSingle().Subject.Reason).Should().Be((kind, reason));
    }
}
