using System.Buffers;

namespace BounceParser.Dialects;

/// <summary>How programs say, in many languages, that a message did not arrive, is late, or did arrive.</summary>
/// <remarks>All in lower case, single spaces, straight apostrophes. Words of what happened, never of why: reasons are the catalogue's.</remarks>
internal static class DeliveryWords
{
    private static readonly string[] FailurePhrases =
    [
        // en
        "not be delivered", "couldn't be delivered", "can't be delivered", "cannot be delivered", "cannot deliver", "can't deliver", "not deliver", "couldn't deliver", "not delivered", "wasn't delivered", "weren't delivered",
        "not been delivered", "hasn't been delivered", "unable to deliver", "not able to deliver", "wasn't able to deliver", "not possible to deliver", "was not possible to send", "delivery failed", "delivery has failed",
        "delivery to the following", "delevery to the following", "delivery of your message", "failed to deliver", "failed to delivery", "failed to send", "failed delivery", "failure delivering", "delivery failure", "delivery status notification",
        "undeliverable", "undelivered", "undeliver", "non-delivery", "nondelivery", "non-deliverable", "not deliverable", "did not reach", "didn't reach", "could not reach", "could not be reached", "couldn't be reached", "has not reached",
        "did not receive", "didn't receive", "not received", "not be sent", "couldn't be sent", "wasn't sent", "unable to send", "could not send", "couldn't send", "failed recipient", "failed address", "failed for the following",
        "following address failed", "following addresses failed", "following address(es) failed", "following recipients failed", "following recipient failed", "following recipient(s) failed", "recipients returned permanent errors", "rejected recipient", "invalid recipient",
        "fatal error", "permanent error", "permanent failure", "permanently failed", "failed permanently", "delivery error", "delivery problem", "error delivering", "error while delivering", "error occurred while trying to deliver",
        "error occurred while delivering", "trouble delivering", "problem delivering", "problems delivering", "error in delivering", "error was detected while processing", "encountered an error while", "not relayed", "failure notice", "returned mail", "returned to you",
        "has been returned", "was returned", "being returned", "automatically rejected", "been rejected", "was rejected by", "were rejected by", "was rejected for", "was refused by", "has been blocked", "was blocked", "message blocked", "message rejected",
        "address not found", "not accepted by", "is being bounced", "was bounced", "has bounced", "message bounced", "invalid final delivery", "bounce message", "unable to relay", "no valid recipients", "delivery attempt failed", "attempts to deliver", "error transferring",
        "couldn't reach", "unreachable recipient", "delivery was aborted", "was aborted after", "given up on", "could not complete delivery", "not been sent", "non delivery report",
        // fr
        "pas pu être remis", "pas pu etre remis", "pas pu être délivré", "pas pu etre delivre", "pas pu être livré", "pas pu être acheminé", "pas pu être envoyé", "pas pu être distribué", "pas été remis", "pas été délivré", "pas été distribué", "pas ete delivre",
        "n'a pas été envoyé", "impossible de remettre", "impossible de délivrer", "impossible de livrer", "impossible d'envoyer", "impossible d'acheminer", "échec de la remise", "échec de remise", "échec de la livraison", "échec de distribution",
        "échec de l'envoi", "échec d'envoi", "non remis", "n'est pas parvenu", "n'a pas atteint", "ne peut pas être remis", "ne peut être remis", "ne peut pas être délivré", "non distribué", "non délivré", "a échoué pour", "a été rejeté", "a été refusé", "a été bloqué",
        // de
        "nicht zugestellt", "nicht zustellen", "nicht ausgeliefert", "unzustellbar", "zustellung fehlgeschlagen", "zustellung ist fehlgeschlagen", "fehler bei der zustellung", "nicht gesendet werden", "nicht versendet werden", "nicht übermittelt", "nicht übertragen werden",
        "nicht erreicht", "zustellfehler", "fehler bei der nachrichtenzustellung", "wurde abgelehnt", "abgewiesen", "ist gescheitert", "zustellversuch",
        // es
        "no se pudo entregar", "no se ha podido entregar", "no se puede entregar", "no pudo ser entregado", "no ha podido ser entregado", "no ha sido entregado", "no fue entregado", "no se entregó", "no se ha entregado", "imposible entregar", "error de entrega",
        "error en la entrega", "error al entregar", "no se pudo enviar", "no se ha podido enviar", "no llegó", "no ha llegado", "ha sido rechazado", "fue rechazado", "ha sido devuelto", "no entregado", "entrega fallida", "no se han podido entregar", "no se pudieron entregar",
        // it
        "non è stato possibile consegnare", "non e' stato possibile consegnare", "impossibile consegnare", "impossibile recapitare", "non è stato recapitato", "non è stato consegnato", "non può essere consegnato", "non può essere recapitato", "non recapitabile",
        "recapito non riuscito", "mancata consegna", "mancato recapito", "consegna fallita", "non consegnato", "non è stato inviato", "è stato respinto", "è stato rifiutato", "non ha raggiunto", "errore di consegna", "non e' stato consegnato",
        // pt
        "não foi possível entregar", "nao foi possivel entregar", "não pôde ser entregue", "não pode ser entregue", "nao pode ser entregue", "não foi entregue", "não foi possível enviar", "falha na entrega", "falha de entrega", "não entregue", "nao pode ser enviada", "foi rejeitada", "foi devolvida", "não alcançou", "erro na entrega", "não puderam ser entregues",
        // nl
        "kan niet worden bezorgd", "niet worden bezorgd", "niet worden afgeleverd", "kon niet bezorgd", "niet bezorgd", "niet afgeleverd", "niet worden verzonden", "onbestelbaar", "bezorging mislukt", "bezorgen is mislukt", "afleveren mislukt", "is niet aangekomen", "niet bereikt",
        // sv, da, no, fi
        "kunde inte levereras", "kan inte levereras", "inte levererats", "inte leverera", "leveransen misslyckades", "kunde inte skickas", "nådde inte", "inte leverera meddelandet", "kunne ikke leveres", "kan ikke leveres", "ikke leveret", "levering mislykkedes", "kunne ikke sendes", "nåede ikke",
        "ble ikke levert", "ikke levert", "levering mislyktes", "nådde ikke", "leveringen mislyktes", "ei voitu toimittaa", "ei voida toimittaa", "toimitus epäonnistui", "toimittaminen epäonnistui", "ei toimitettu", "ei saavuttanut",
        // pl, cs
        "nie można dostarczyć", "nie mogła zostać dostarczona", "nie mogła być dostarczona", "nie może zostać dostarczona", "nie została dostarczona", "nie udało się dostarczyć", "niedostarczon", "nie dotarła", "nie można było dostarczyć", "błąd doręczenia",
        "nelze doručit", "nemohla být doručena", "nebyla doručena", "nepodařilo se doručit", "nedoručiteln", "doručení se nezdařilo", "nebylo možné doručit", "nebylo doručeno",
        // ru, uk
        "не может быть доставлено", "не может быть отправлено", "не было доставлено", "не доставлено", "невозможно доставить", "не удалось доставить", "не удаётся доставить", "не удается доставить", "не может быть доставлена", "недоставлен", "ошибка доставки", "доставка не удалась", "не удалось отправить", "не вдалося доставити", "не може бути доставлен", "не доставлен", "не дошло", "было отклонено",
        // ja
        "配信できません", "配信できなかった", "配信できませんでした", "配達できません", "配送できません", "送信できません", "送信できなかった", "送信に失敗", "配信に失敗", "配信不能", "配信は失敗", "配信されませんでした", "届けることができません", "届けられません", "届きませんでした", "お届けできません", "配達に失敗", "送信エラー", "配信エラー", "不達", "到達しませんでした", "送信されませんでした", "失敗しました",
        // zh
        "无法投递", "无法发送", "无法送达", "无法传递", "未能送达", "未能投递", "投递失败", "发送失败", "传递失败", "传送失败", "退信", "被退回", "未送达", "不能投递", "無法投遞", "無法傳送", "無法送達", "無法寄送", "無法傳遞", "投遞失敗", "傳遞失敗", "傳送失敗", "寄送失敗", "退信", "未能傳遞",
        // ko
        "전송하지 못했", "전달하지 못했", "배달하지 못했", "배달되지 못했", "전달되지 않", "배달되지 않", "전송되지 않", "전달할 수 없", "배달할 수 없", "전송할 수 없", "보낼 수 없", "전송에 실패", "전송 실패", "배달 실패", "발송 실패", "발송에 실패", "반송",
        // tr, ar
        "teslim edilemedi", "iletilemedi", "gönderilemedi", "ulaşmadı", "teslim edilemiyor", "iletilemiyor", "ulaştırılamadı", "teslimat başarısız", "تعذر تسليم", "لم يتم تسليم", "تعذّر تسليم", "فشل تسليم", "فشل التسليم", "لا يمكن تسليم", "تعذر إرسال", "لم يتم إرسال", "لم تصل", "تعذر توصيل",
    ];

    private static readonly string[] DelayPhrases =
    [
        // en
        "continue to try", "continue trying", "continue to attempt", "continue attempting", "will retry", "will be retried", "still being retried", "still trying", "keep trying", "be tried again", "will try again", "warning message only", "warning only", "just a warning", "only a warning",
        "no need to resend", "not need to resend", "need not resend", "do not resend", "has been delayed", "is delayed", "was delayed", "being delayed", "have been delayed", "message delayed", "delivery delayed", "delay in the delivery", "delayed mail", "attempts will continue", "not yet been delivered", "not yet delivered", "not been delivered yet",
        "not yet received", "not yet reached", "has been postponed", "temporary problem delivering", "delivery incomplete", "is still queued", "remains in the queue", "still in the queue", "has not been delivered yet", "automatically retry", "delivery is being retried", "delivery has been deferred", "currently delayed", "action: delayed",
        // fr de es it pt nl
        "nouvelle tentative", "nouvelles tentatives", "continuera d'essayer", "continuera à essayer", "continuer d'essayer", "essaiera à nouveau", "a été retardé", "est retardé", "remise différée", "retard de remise", "pas encore été remis", "pas encore pu être remis", "pas encore été délivré", "simple avertissement",
        "weiterhin versuch", "weiter versuch", "erneut versuch", "wird verzögert", "verzögert sich", "wurde verzögert", "noch nicht zugestellt", "nur eine warnung", "zustellung verzögert", "weitere zustellversuche",
        "seguirá intentando", "se seguirá intentando", "se volverá a intentar", "volverá a intentar", "ha sido retrasad", "se ha retrasado", "aún no se ha entregado", "todavía no ha sido entregado", "sólo es una advertencia", "solo es una advertencia", "retraso en la entrega",
        "continuerà a tentare", "nuovo tentativo", "ulteriori tentativi", "in ritardo", "è stato ritardato", "non è ancora stato", "solo un avviso", "continuará tentando", "continuará a tentar", "tentar novamente por", "ainda não foi entregue", "está atrasad", "apenas um aviso", "wordt vertraagd", "is vertraagd", "blijft proberen", "nog niet bezorgd", "opnieuw geprobeerd", "nog niet afgeleverd",
        // sv da no fi pl cs ru ja zh ko tr
        "försöka igen", "har försenats", "ännu inte levererats", "forsinket", "prøve igen", "prøve igjen", "endnu ikke leveret", "ennå ikke levert", "on viivästynyt", "ei ole vielä toimitettu", "opóźni", "ponawia", "jeszcze dostarczona", "bude zkoušet", "zpožd", "dosud nebyla doručena",
        "ещё не доставлено", "еще не доставлено", "ещё не было доставлено", "еще не было доставлено", "попытки доставки будут", "задержива", "задержана", "повторная попытка", "повторные попытки", "遅延", "再送を試み", "再送信を試み", "再試行", "まだ配信されて", "延迟", "延遲", "重试", "重試", "尚未送达", "지연", "다시 시도", "gecikti", "yeniden denenecek", "tekrar denenecek", "تأخر", "إعادة المحاولة",
    ];

    private static readonly string[] FinalPhrases =
    [
        "given up", "gave up", "giving up", "will not continue", "no further attempt", "no further delivery", "will not be retried", "will not retry", "not going to try again", "will not try to redeliver", "will not try again", "stopped trying", "failed permanently", "permanently failed",
        "definitiv", "définitiv", "endgültig", "wurde abgebrochen", "no se volverá a intentar", "abandonn", "окончательн", "再送は行", "已放弃", "已放棄",
    ];

    private static readonly string[] ExpiryPhrases =
    [
        "in the queue too long", "in the queue for too long", "been in queue", "in queue for", "not delivered within", "within the allowed queue", "not been collected after", "retry timeout exceeded", "message expired", "message has expired", "queue.expired", "delivery expired",
        "aborted after", "stopped trying", "after multiple retries", "could not be delivered for", "too many attempts", "maximum retries", "retry limit", "exceeded the maximum time", "expired in queue", "delivery time expired", "timed out in queue", "queue lifetime", "too long in the queue",
        "attempts have been made", "after one or more unsuccessful delivery attempts", "despite repeated attempts", "après plusieurs tentatives", "délai d'expiration", "zu lange in der warteschlange", "nach mehreren versuchen",
    ];

    private static readonly string[] SuccessPhrases =
    [
        "was successfully delivered", "been successfully delivered", "successfully delivered to", "has been delivered to the following", "was delivered to the following", "was delivered successfully", "successfully relayed", "relayed to the following", "was relayed to", "been relayed to", "delivered to these recipients", "delivery to these recipients or groups is complete",
        "delivery to these recipients or distribution lists is complete", "a été remis", "wurde erfolgreich zugestellt", "wurde zugestellt", "se entregó correctamente", "è stato recapitato", "foi entregue com", "succesvol bezorgd", "доставлено успешно", "успешно доставлено",
    ];

    public static readonly SearchValues<string> Failures = SearchValues.Create([.. FailurePhrases], StringComparison.Ordinal);
    public static readonly SearchValues<string> Delays = SearchValues.Create([.. DelayPhrases], StringComparison.Ordinal);
    public static readonly SearchValues<string> Finals = SearchValues.Create([.. FinalPhrases], StringComparison.Ordinal);
    public static readonly SearchValues<string> Expiries = SearchValues.Create([.. ExpiryPhrases], StringComparison.Ordinal);
    public static readonly SearchValues<string> Successes = SearchValues.Create([.. SuccessPhrases], StringComparison.Ordinal);

    /// <summary>Words for a mail: a parcel that could not be delivered is none.</summary>
    public static readonly SearchValues<string> Mails = SearchValues.Create(
    [
        "message", "mail", "recipient", "courrier", "courriel", "nachricht", "empfänger", "mensaje", "correo", "destinat", "messaggio", "mensagem", "bericht", "ontvanger", "meddelande", "meddelelse", "melding", "viesti", "wiadomoś", "zpráv",
        "сообщени", "письм", "メッセージ", "メール", "宛先", "あて先", "邮件", "郵件", "信件", "收件人", "메시지", "메일", "받는 사람", "mesaj", "ileti", "posta", "رسال", "smtp",
    ], StringComparison.Ordinal);

    /// <summary>Words that name the mail that the report is about, for a report that names nobody.</summary>
    public static readonly SearchValues<string> OwnMessages = SearchValues.Create(
    [
        "your message", "your mail", "your email", "your e-mail", "this message", "this mail", "this email", "this e-mail", "the message", "the following message", "message that you", "message you", "mail you", "email you", "attached message", "mail delivery", "votre message", "votre courrier", "votre courriel",
        "votre e-mail", "ce message", "le message", "ihre nachricht", "ihre e-mail", "ihre mail", "die nachricht", "diese nachricht", "deine nachricht", "su mensaje", "tu mensaje", "el mensaje", "su correo", "il messaggio", "il tuo messaggio", "vostro messaggio", "sua mensagem", "a mensagem", "uw bericht", "je bericht", "het bericht",
        "ditt meddelande", "din besked", "din meddelelse", "meldingen", "viestiä", "viestisi", "wiadomości", "twoja wiadomość", "vaše zpráva", "zprávu", "ваше сообщение", "ваше письмо", "сообщение", "письмо", "メッセージ", "メール", "邮件", "郵件", "메시지", "메일", "mesajınız", "iletiniz", "رسالت",
    ], StringComparison.Ordinal);

    /// <summary>What follows is no statement but a case that may happen.</summary>
    public static readonly string[] Conditions =
    [
        "if ", "when ", "whenever ", "unless ", "whether ", "in case ", "would ", "might ", "why ", "how ", "si ", "lorsque ", "quand ", "pourquoi ", "wenn ", "falls ", "warum ", "cuando ", "quando ", "perché ", "als ", "om ", "hvis ", "jos ", "jeśli ", "pokud ", "если ", "когда ", "почему ", "eğer ",
    ];

    /// <summary>An address behind these is somebody to write to, or who wrote, not somebody who did not get a mail.</summary>
    public static readonly SearchValues<string> Contacts = SearchValues.Create(
    [
        "contact", "please", "for help", "for further", "for assistance", "assistance", "questions", "support team", "our support", "customer support", "postmaster", "administrator", "report this", "reply to", "send mail to", "send email to", "send an email", "write to", "sent by", "sent from", "message from", "mail from", "unsubscribe", "forward this", "e-mail us", "email us",
        "instead", "new address", "complain", "hello ", "dear ", "veuillez", "merci de", "contacter", "écrire à", "wenden sie", "bitte", "schreiben sie", "kontaktieren", "póngase en contacto", "por favor", "contatta", "contattare", "entre em contato", "neem contact", "kontakta", "kontakt", "ota yhteyttä", "обрат", "пожалуйста", "お問い合わせ", "問い合わせ", "联系", "聯絡", "문의", "başvur", "الاتصال",
    ], StringComparison.Ordinal);
}
