namespace BounceParser.Dialects;

/// <summary>The labels that stand before an address in a report, and what the address then is.</summary>
internal static class RecipientLabels
{
    public enum Meaning
    {
        /// <summary>The label says nothing of the address.</summary>
        None,

        /// <summary>Who did not get the mail.</summary>
        Recipient,

        /// <summary>Whom the returned message names in its To: only who did not get it when nobody else is named.</summary>
        Addressee,

        /// <summary>Somebody else: the sender, a contact.</summary>
        Other,
    }

    private static readonly HashSet<string> Recipients = new(StringComparer.Ordinal)
    {
        "recipient", "recipients", "recipient(s)", "recipient address", "recipient's address", "recipient email", "recipient e-mail", "failed recipient", "failed recipients", "failed recipient(s)", "failed address", "failed addresses", "failed to", "undeliverable address", "undeliverable to", "undelivered to",
        "undelivered address", "intended recipient", "intended recipients", "addressed to", "delivered to", "delivery to", "error-for", "final-recipient", "final recipient", "bad address", "bad recipient", "invalid address", "invalid recipient", "rejected recipient", "rejected recipients", "unknown user", "unknown recipient",
        "user unknown", "unknown address", "no such user", "envelope-to", "envelope to", "rcpt", "rcpt to", "address", "e-mail address", "email address", "mail address", "email", "e-mail", "user", "mailbox", "account", "target address", "destination address", "affected recipient", "affected recipients",
        "adresse", "destinataire", "destinataires", "destinataire(s)", "adresse du destinataire", "adresse électronique", "empfänger", "empfängeradresse", "empfaenger", "zieladresse", "adressat", "destinatario", "destinatarios", "destinatario(s)", "dirección", "dirección del destinatario", "destinatari", "indirizzo", "indirizzo del destinatario",
        "destinatário", "destinatários", "endereço", "ontvanger", "ontvangers", "geadresseerde", "adres", "mottagare", "modtager", "mottaker", "vastaanottaja", "odbiorca", "adresat", "příjemce", "adresa", "получатель", "получатели", "адрес", "адрес получателя", "адресат", "одержувач", "宛先", "宛先アドレス", "送信先", "送信先アドレス", "送信先メールアドレス", "受信者", "あて先", "メールアドレス",
        "收件人", "收件人地址", "收信人", "邮件地址", "收件者", "地址", "받는 사람", "수신자", "받는사람", "수신인", "alıcı", "alıcılar", "المستلم", "المستلمون",
    };

    private static readonly HashSet<string> Addressees = new(StringComparer.Ordinal) { "to", "to address", "original recipient", "original address", "original-recipient", "an", "à", "a", "para", "aan", "til", "till", "do", "komu", "кому", "alan", "kime" };

    private static readonly HashSet<string> Others = new(StringComparer.Ordinal)
    {
        "from", "sender", "reply-to", "return-path", "cc", "bcc", "message-id", "subject", "mail from", "von", "de", "da", "van", "från", "fra", "od", "от", "от кого", "absender", "expéditeur", "remitente", "mittente", "remetente", "afzender", "avsändare", "avsender", "afsender", "lähettäjä", "nadawca", "odesílatel", "отправитель", "差出人", "送信者",
        "发件人", "寄件者", "보낸 사람", "발신자", "gönderen", "المرسل", "contact", "system contact", "kontakt", "objet", "betreff", "asunto", "oggetto", "assunto", "x-sender", "envelope-from", "postmaster", "support", "help", "on behalf of", "x-original-from", "errors-to", "list-unsubscribe", "x-original-to", "orig-to", "date", "sent",
    };

    /// <summary>What the words before an address, without their colon, make of it.</summary>
    public static Meaning Of(ReadOnlySpan<char> label)
    {
        label = label.Trim(" \t-*•·>|.#").TrimEnd(":： =");
        if (label.IsEmpty || label.Length > 60) return Meaning.None;
        var folded = MarkerIndex.Fold(label).Trim();
        return Recipients.Contains(folded) ? Meaning.Recipient : Addressees.Contains(folded) ? Meaning.Addressee : Others.Contains(folded) ? Meaning.Other : Meaning.None;
    }
}
