using System.Buffers;

namespace BounceParser.Dialects;

/// <summary>The sentences by which programs of many languages say that a mail was not delivered, or not yet. Lower case, single spaces.</summary>
internal static class FailureWords
{
    private static readonly SearchValues<string> Failures = SearchValues.Create(
    [
        // English
        "could not be delivered", "couldn't be delivered", "cannot be delivered", "can not be delivered", "can't be delivered", "was not delivered", "wasn't delivered", "not been delivered",
        "has not been delivered", "were not delivered", "not be sent", "could not be sent", "could not deliver", "couldn't deliver", "unable to deliver", "not able to deliver", "wasn't able to deliver", "failed to deliver",
        "delivery failed", "delivery failure", "delivery has failed", "delivery to the following", "failed permanently", "delivery error", "deliver failed", "undeliverable", "undelivered", "non-delivery", "nondelivery",
        "did not reach", "didn't reach", "could not reach", "failed addresses", "failed recipient", "following recipient", "following address", "following user", "following mailbox", "following destination", "returned mail", "returned to sender", "mail was returned", "message was returned",
        "permanent fatal error", "fatal error", "delivery status notification", "delivery report", "mail delivery", "was rejected", "has been rejected", "rejected by", "message not accepted", "was refused", "has been refused", "been blocked", "was blocked",
        "could not be accepted", "problem delivering", "problems delivering", "trouble delivering", "unsuccessful", "error sending", "sending failed", "was not accepted", "wasn't sent", "not processed", "message not sent", "unable to relay", "cannot send", "can't send", "this is a permanent error", "transmission failed", "requested action not taken", "error message below", "failure reason", "invalid final delivery", "could not be reached", "error sending your mail", "returned permanent errors", "delivery problems", "invalid user address", "not deliverable", "incorrectly constructed", "failed because", "no such user", "unknown user", "user unknown", "user not known", "invalid mailbox", "encountered delivery problems", "error was detected while processing", "n'a pas pu etre delivre",
        // French
        "n'a pas pu etre remis", "n'a pas pu être remis", "n'a pu être remis", "n'ont pas pu être remis", "n'a pas pu être délivré", "n'a pas été remis", "n'a pas été délivré", "n'a pu être délivré", "n'a pas pu être envoyé", "n’a pas pu être", "n’a pas été remis", "impossible de remettre", "impossible de délivrer", "échec de la remise",
        "échec de remise", "échec de la livraison", "non remis", "non délivré", "n'a pas été distribué", "n'a pas pu être distribué", "n'est pas parvenu", "destinataires suivants", "destinataire suivant", "adresses suivantes", "adresse suivante", "refusé par le serveur",
        // German
        "nicht zugestellt", "konnte nicht an", "unzustellbar", "zustellung fehlgeschlagen", "zustellfehler", "zustellung nicht möglich", "folgenden empfänger", "folgende empfänger", "folgenden adresse", "folgende adresse", "nicht übermittelt", "nicht erreicht", "konnte nicht gesendet", "nicht ausgeliefert", "fehler bei der zustellung",
        // Spanish, Portuguese, Italian
        "no se pudo entregar", "no ha podido entregar", "no se ha podido entregar", "no pudo ser entregado", "no fue entregado", "no ha sido entregado", "error de entrega", "siguientes destinatarios", "siguiente destinatario", "siguientes direcciones", "siguiente dirección", "no entregado", "no se entregó",
        "não foi possível entregar", "não pôde ser entregue", "nao pode ser entregue", "não foi entregue", "falha na entrega", "falha ao entregar", "seguintes destinatários", "seguinte destinatário", "não entregue", "não pode ser entregue",
        "non è stato possibile consegnare", "non è stato possibile recapitare", "non è stato recapitato", "non è stato consegnato", "mancato recapito", "mancata consegna", "impossibile consegnare", "impossibile recapitare", "seguenti destinatari", "seguente destinatario", "non può essere consegnato", "non recapitabile", "errore di consegna",
        // Dutch, Swedish, Danish, Norwegian, Finnish
        "kon niet worden bezorgd", "kan niet worden bezorgd", "niet bezorgd", "niet afgeleverd", "onbestelbaar", "volgende ontvanger", "volgende adres", "kunde inte levereras", "kan inte levereras", "kunde inte skickas", "inte levererats", "följande mottagare", "kunne ikke leveres", "kunne ikke afleveres", "ikke leveret", "følgende modtager", "følgende mottaker", "ikke levert", "ei voitu toimittaa", "ei voida toimittaa", "toimitus epäonnistui",
        // Polish, Czech, Russian, Turkish
        "nie można dostarczyć", "nie mogła zostać dostarczona", "nie została dostarczona", "nie udało się dostarczyć", "niedostarczona", "nelze doručit", "nebylo možné doručit", "nebyla doručena", "nepodařilo se doručit", "не удалось доставить", "не может быть доставлено", "не было доставлено", "не доставлено", "невозможно доставить", "недоставленное", "ошибка доставки", "следующим получателям", "следующему получателю", "teslim edilemedi", "iletilemedi", "teslim edilemiyor",
        // Japanese, Chinese, Korean, Arabic
        "配信できません", "配信できなかった", "配送できません", "配達できません", "送信できません", "送信できなかった", "届けることができません", "お届けできません", "以下の宛先", "次の宛先", "次の受信者", "以下のメールアドレス", "送信エラー", "不達", "无法投递", "無法投遞", "投递失败", "无法送达", "無法傳送", "发送失败", "退信", "退回", "未能送达", "以下收件人", "배달할 수 없", "전달할 수 없", "전송할 수 없", "배달되지 않", "전송 실패", "발송 실패", "تعذر تسليم", "لم يتم تسليم", "فشل التسليم",
    ], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Delays = SearchValues.Create(
    [
        "still being retried", "will be retried", "will continue to try", "will keep trying", "will retry", "still trying", "not yet been delivered", "not yet delivered", "has been delayed", "is delayed", "delivery delayed", "delayed delivery", "temporary failure report",
        "warning message only", "delay warning", "do not need to resend", "don't need to resend", "no need to resend", "delivery attempts will continue", "will be attempted", "this is a warning", "being queued", "is still in the queue", "temporary problem delivering", "will try again", "continue trying",
        "sera réessayé", "toujours en attente", "nouvelles tentatives", "remise retardée", "a été retardé", "wird weiterhin versucht", "verzögert", "weitere zustellversuche", "se seguirá intentando", "se ha retrasado", "retrasado", "verrà ritentata", "ritardo nella consegna", "continuaremos tentando", "atraso na entrega",
        "vertraagd", "försenad", "forsinket", "opóźnien", "задержано", "попытки доставки продолжаются", "配信が遅れ", "遅延", "再送を試み", "延迟", "지연",
    ], StringComparison.OrdinalIgnoreCase);

    /// <summary>What stands before an address that is a recipient, up to its colon.</summary>
    private static readonly SearchValues<string> RecipientLabels = SearchValues.Create(
    [
        "to", "recipient", "recipients", "rcpt to", "rcpt", "address", "email", "e-mail", "email address", "e-mail address", "mail address", "failed recipient", "failed recipients", "failed address", "failed", "final recipient", "final-recipient", "original recipient", "original-recipient",
        "destination", "addressee", "sent to", "intended recipient", "undeliverable to", "delivery to", "could not deliver to", "user", "mailbox", "for", "x-failed-recipients",
        "destinataire", "destinataires", "à", "a", "adresse", "pour", "empfänger", "an", "empfängeradresse", "destinatario", "destinatarios", "para", "dirección", "destinatário", "destinatários", "endereço", "destinatari", "indirizzo", "ontvanger", "aan", "adres", "mottagare", "till", "modtager", "til", "mottaker", "vastaanottaja",
        "odbiorca", "do", "adresát", "příjemce", "komu", "получатель", "кому", "адрес", "宛先", "宛先アドレス", "受信者", "送信先", "收件人", "收信人", "수신자", "받는 사람", "alıcı",
    ], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> RecipientNouns = SearchValues.Create(["recipient", "unknown user", "error-for", "userid", "user id", "deliver to", "delivery to", "destinataire", "empfänger"], StringComparison.OrdinalIgnoreCase);

    /// <summary>What stands before the server's words.</summary>
    private static readonly string[] ReasonLabels =
    [
        "reason", "error", "diagnostic", "diagnostic code", "diagnostic-code", "response", "remote host said", "server said", "said", "status", "details", "because", "cause", "message", "smtp error", "error message", "server response",
        "raison", "motif", "erreur", "grund", "fehler", "fehlermeldung", "ursache", "motivo", "razón", "causa", "erro", "errore", "reden", "fout", "orsak", "årsag", "syy", "powód", "přyčina", "důvod", "причина", "ошибка", "理由", "原因", "エラー", "사유", "neden",
    ];

    public static bool SaysFailure(ReadOnlySpan<char> words) => words.ContainsAny(Failures);

    public static bool SaysDelay(ReadOnlySpan<char> words) => words.ContainsAny(Delays);

    public static bool IsRecipientLabel(ReadOnlySpan<char> words)
    {
        words = words.Trim(" \t*-•>|<");
        return RecipientLabels.Contains(words.ToString()) || words.ContainsAny(RecipientNouns) || SaysFailure(words);
    }

    public static bool StartsWithReasonLabel(ReadOnlySpan<char> line)
    {
        var colon = line.IndexOfAny(':', '：');
        if (colon is < 2 or > 40) return false;
        foreach (var label in ReasonLabels)
            if (line[..colon].Trim(" *-•").Equals(label, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
