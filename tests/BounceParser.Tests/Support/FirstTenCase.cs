using System.Text;

namespace BounceParser.Tests.Support;

/// <summary>One of the first ten texts, what it means, and what its advice must say.</summary>
public sealed record FirstTenCase
{
    public const string Recipient = "l.martin@dest.example";
    private const string Qmail = "Hi. This is the qmail-send program at mail.origin.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<" + Recipient + ">:\n{0}\n\n--- Below this line is a copy of the message.\n\nReturn-Path: <anna@origin.example>\nFrom: anna@origin.example\nTo: " + Recipient + "\nSubject: bonjour\n\nune question\n";
    private const string Postfix = "This is the mail system at host mail.origin.example.\n\nI'm sorry to have to inform you that your message could not\nbe delivered to one or more recipients. It's attached below.\n\nFor further assistance, please send mail to postmaster.\n\nIf you do so, please include this problem report. You can\ndelete your own text from the attached returned message.\n\n                   The mail system\n\n<" + Recipient + ">: {0}\n";
    private const string Sendmail = "The original message was received at Mon, 2 Nov 2026 10:00:00 +0100\nfrom localhost [127.0.0.1]\n\n   ----- The following addresses had permanent fatal errors -----\n<" + Recipient + ">\n\n   ----- Transcript of session follows -----\n{0}\n";
    private const string Question = "Bonjour,\n\nMon programme affiche ceci :\n\n{0}\n\nQue faire ?\n\nPaul\n";

    public required string Name { get; init; }
    public required string Text { get; init; }

    /// <summary>The words alone, their neighbours cut off.</summary>
    public required string Fragment { get; init; }

    /// <summary>The human part of the program that writes it, <c>{0}</c> for the text.</summary>
    public required string Frame { get; init; }

    public required BounceReason Reason { get; init; }
    public string? Situation { get; init; }
    public required Permanence Permanence { get; init; }
    public required Recommendation Recommendation { get; init; }

    /// <summary>The recommendation where the text names no recipient: nobody can be dropped.</summary>
    public Recommendation RecommendationUnnamed { get; init; } = Recommendation.ReviewByHand;

    public required string[] FrenchWords { get; init; }
    public required string[] EnglishWords { get; init; }

    public bool IsDialog => Frame == Question;

    public byte[] Message()
    {
        var headers = IsDialog
            ? "From: Paul Brun <paul@origin.example>\nTo: support@origin.example\nSubject: une question\n"
            : Frame == Qmail
                ? "Return-Path: <>\nReceived: (qmail 1234 invoked for bounce); 2 Nov 2026 10:00:00 -0000\nFrom: MAILER-DAEMON@mail.origin.example\nTo: anna@origin.example\nSubject: failure notice\n"
                : "Return-Path: <>\nFrom: MAILER-DAEMON@mail.origin.example (Mail Delivery Subsystem)\nTo: anna@origin.example\nSubject: Undelivered Mail Returned to Sender\n";
        return Encoding.UTF8.GetBytes($"{headers}Date: Mon, 2 Nov 2026 10:00:00 +0100\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{string.Format(null, Frame, Text)}");
    }

    public override string ToString() => Name;

    public static IReadOnlyList<FirstTenCase> All { get; } =
    [
        new()
        {
            Name = "no SMTP connection",
            Text = "Sorry, I wasn't able to establish an SMTP connection. (#4.4.1)",
            Fragment = "able to establish an SMTP connection. (#4.4.1)",
            Frame = Qmail,
            Reason = BounceReason.ConnectionFailed, Permanence = Permanence.Transient,
            Recommendation = Recommendation.RetryLater, RecommendationUnnamed = Recommendation.RetryLater,
            FrenchWords = ["serveur", "probablement", "rien à", "plus tard"], EnglishWords = ["server", "probably", "nothing", "later"],
        },
        new()
        {
            Name = "no SMTP connection, expired",
            Text = "Sorry, I wasn't able to establish an SMTP connection. (#4.4.1)\nI'm not going to try again; this message has been in the queue too long.",
            Fragment = "establish an SMTP connection. (#4.4.1)\nI'm not going to try again; this message has been in the queue too long.",
            Frame = Qmail,
            Reason = BounceReason.ConnectionFailed, Situation = "queue-expired", Permanence = Permanence.Transient,
            Recommendation = Recommendation.RetryLater, RecommendationUnnamed = Recommendation.RetryLater,
            FrenchWords = ["abandonné", "renvoyez"], EnglishWords = ["given up", "again"],
        },
        new()
        {
            Name = "relay denied",
            Text = "Sorry, that domain isn't allowed to be relayed thru this MTA",
            Fragment = "domain isn't allowed to be relayed thru this MTA",
            Frame = Qmail,
            Reason = BounceReason.RelayDenied, Situation = "submission-not-authenticated", Permanence = Permanence.Permanent,
            Recommendation = Recommendation.FixSenderSetup, RecommendationUnnamed = Recommendation.FixSenderSetup,
            FrenchWords = ["authentification", "587", "TLS"], EnglishWords = ["authentication", "587", "TLS"],
        },
        new()
        {
            Name = "TLS not available",
            Text = "TLS not available: connect failed: error:00000000:lib(0):func(0):reason(0)",
            Fragment = "connect failed: error:00000000:lib(0):func(0):reason(0)",
            Frame = Qmail,
            Reason = BounceReason.TlsFailed, Situation = "starttls-handshake-failed", Permanence = Permanence.Transient,
            Recommendation = Recommendation.ContactRecipientAdministrator, RecommendationUnnamed = Recommendation.ContactRecipientAdministrator,
            FrenchWords = ["TLS", "certificat", "administrateur"], EnglishWords = ["TLS", "certificate", "administrator"],
        },
        new()
        {
            Name = "badmailfrom",
            Text = "554 sorry, your envelope sender is in my badmailfrom list",
            Fragment = "your envelope sender is in my badmailfrom list",
            Frame = Qmail,
            Reason = BounceReason.SenderRejected, Situation = "badmailfrom", Permanence = Permanence.Permanent,
            Recommendation = Recommendation.FixSenderSetup, RecommendationUnnamed = Recommendation.FixSenderSetup,
            FrenchWords = ["MAIL FROM", "adresse", "liste"], EnglishWords = ["MAIL FROM", "address", "list"],
        },
        new()
        {
            Name = "AOL mailbox not found",
            Text = "... while talking to air-yb04.mail.aol.com.:\n>>> RCPT To:<" + Recipient + ">\n<<< 550 MAILBOX NOT FOUND\n550 <" + Recipient + ">... User unknown",
            Fragment = "<<< 550 MAILBOX NOT FOUND\n550 <" + Recipient + ">... User unknown",
            Frame = Sendmail,
            Reason = BounceReason.UserUnknown, Situation = "aol-mailbox-not-found", Permanence = Permanence.Permanent,
            Recommendation = Recommendation.SuppressRecipient,
            FrenchWords = ["n’existe pas", "vérifiez", "liste"], EnglishWords = ["does not exist", "check", "list"],
        },
        new()
        {
            Name = "vpopmail",
            Text = "Sorry, no mailbox here by that name. vpopmail (#5.1.1)",
            Fragment = "no mailbox here by that name. vpopmail (#5.1.1)",
            Frame = Qmail,
            Reason = BounceReason.UserUnknown, Situation = "vpopmail-no-mailbox", Permanence = Permanence.Permanent,
            Recommendation = Recommendation.SuppressRecipient,
            FrenchWords = [".qmail-default", "bounce-no-mailbox", "boîte"], EnglishWords = [".qmail-default", "bounce-no-mailbox", "mailbox"],
        },
        new()
        {
            Name = "MX without address",
            Text = "Name service error for mx2.dest.example: Host found but no data record of requested type",
            Fragment = "Host found but no data record of requested type",
            Frame = Postfix,
            Reason = BounceReason.DnsFailure, Situation = "mx-without-address", Permanence = Permanence.Transient,
            Recommendation = Recommendation.ContactRecipientAdministrator, RecommendationUnnamed = Recommendation.ContactRecipientAdministrator,
            FrenchWords = ["zone", "AAAA", "host"], EnglishWords = ["zone", "AAAA", "host"],
        },
        new()
        {
            Name = "Non-existing DNS_MX",
            Text = "Non-existing DNS_MX: MAIL FROM:<anna@origin.exmaple>",
            Fragment = "Non-existing DNS_MX",
            Frame = Qmail,
            Reason = BounceReason.SenderDomainInvalid, Situation = "dns-mx-missing", Permanence = Permanence.Permanent,
            Recommendation = Recommendation.FixSenderSetup, RecommendationUnnamed = Recommendation.FixSenderSetup,
            FrenchWords = ["MAIL FROM", "espace", "faute de frappe"], EnglishWords = ["MAIL FROM", "space", "typing"],
        },
        new()
        {
            Name = "polled too often",
            Text = "Votre serveur a mis fin à la connexion de manière inattendue. Causes possibles : problèmes de serveur, problèmes de réseau ou longue période d'inactivité.",
            Fragment = "a mis fin à la connexion de manière inattendue",
            Frame = Question,
            Reason = BounceReason.RateLimited, Situation = "pop3-polled-too-often", Permanence = Permanence.Transient,
            Recommendation = Recommendation.SlowDown, RecommendationUnnamed = Recommendation.SlowDown,
            FrenchWords = ["une fois par minute", "5\u00A0minutes", "perdu"], EnglishWords = ["once a minute", "5 minutes", "lost"],
        },
        new()
        {
            Name = "certificate name",
            Text = "Le serveur auquel vous êtes connecté utilise un certificat de sécurité qui ne peut pas être vérifié. Le nom du certificat ne correspond pas à la valeur transmise.",
            Fragment = "Le nom du certificat ne correspond pas",
            Frame = Question,
            Reason = BounceReason.TlsFailed, Situation = "certificate-name-mismatch", Permanence = Permanence.Transient,
            Recommendation = Recommendation.FixSenderSetup, RecommendationUnnamed = Recommendation.ContactRecipientAdministrator,
            FrenchWords = ["nom", "certificat"], EnglishWords = ["name", "certificate"],
        },
        new()
        {
            Name = "over the size limit", Situation = "server-limit",
            Text = "552 5.3.4 Message size 20971520 exceeds fixed limit 10485760",
            Fragment = "Message size 20971520 exceeds fixed limit",
            Frame = Qmail,
            Reason = BounceReason.MessageTooLarge, Permanence = Permanence.Permanent,
            Recommendation = Recommendation.ShrinkMessage, RecommendationUnnamed = Recommendation.ShrinkMessage,
            FrenchWords = ["20\u00A0Mo", "10\u00A0Mo"], EnglishWords = ["20\u00A0MB", "10\u00A0MB"],
        },
    ];
}
