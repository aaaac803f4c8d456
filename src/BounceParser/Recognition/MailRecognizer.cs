using BounceParser.Catalogue;
using BounceParser.Mime;
using BounceParser.Text;

namespace BounceParser.Recognition;

/// <summary>What a mail looks like before its text is read.</summary>
internal enum MailShape { Ordinary, MaybeBounce, NoReturnPath, FromPostmaster, Bounce, Report, Complaint, Disposition, AutoReply, Challenge }

/// <summary>Tells from headers and structure what kind of mail this is; the marks are data: <c>Catalogue/Kinds</c>.</summary>
internal static class MailRecognizer
{
    // Subjects say in the words of reports that a mail did not arrive.
    private static readonly Lazy<PhraseSet[]> Failures = new(() => [WordCatalogue.Of("failed"), WordCatalogue.Of("late")]);

    // "Delivery Status Notification (Delay)" says it of every status.
    private static readonly Lazy<PhraseSet> Ends = new(() => new PhraseSet(WordCatalogue.Of("failed").Phrases.Where(phrase => phrase != "delivery status notification")));
    private static readonly Lazy<PhraseSet> Delays = new(() => new PhraseSet(WordCatalogue.Of("late").Phrases.Append("warning").Append("delay")));

    /// <summary>True when the subject says that the mail did not arrive, and of no delay.</summary>
    public static bool SubjectSaysFailed(BounceMessage message) =>
        message.DecodedHeader("subject") is { } subject && FoldedText.Closed(subject) is var folded && Ends.Value.IsIn(folded) && !Delays.Value.IsIn(folded);

    public static MailShape ShapeOf(BounceMessage message)
    {
        if (message.FeedbackReport is not null) return MailShape.Complaint;
        var mail = new KindView(message);
        // RFC 5429: a filter that refuses a mail may say so in a disposition notification.
        if (message.DispositionNotification is not null) return KindMarks.Bears("refusal", mail) ? MailShape.Bounce : MailShape.Disposition;
        if (message.DeliveryStatus is not null) return MailShape.Report;
        // Reports about TLS and DMARC, each day's; gateways to X.400 report deliveries under a type of their own.
        if (message.ReportType is not (null or "delivery-status" or "x400-report")) return MailShape.Ordinary;
        return KindMarks.Bears("complaint", mail) ? MailShape.Complaint : KindMarks.Bears("challenge", mail) ? MailShape.Challenge : ShapeOf(message, mail);
    }

    /// <summary>True for what a program answers in somebody's name.</summary>
    public static bool IsAutoReply(BounceMessage message) => IsAutoReply(new KindView(message));

    private static MailShape ShapeOf(BounceMessage message, KindView mail)
    {
        var fromBouncer = KindMarks.Bears("bouncer", mail) || message.ReportType == "delivery-status";
        var fromProgram = fromBouncer || KindMarks.Bears("system", mail);
        var fromSystem = fromProgram || KindMarks.Bears("noReturnPath", mail);
        var asBounce = KindMarks.Bears("subject", mail) || Array.Exists(Failures.Value, words => words.IsIn(mail.Folded("subject")));
        // The name of the sender proves nothing: Exchange sends absence notices from postmaster@.
        if (mail.Folded("x-failed-recipients") is null && (asBounce ? KindMarks.Bears("autoReplySubject", mail) : IsAutoReply(mail))) return MailShape.AutoReply;
        var toManager = KindMarks.Bears("manager", mail);
        if (KindMarks.Bears("reply", mail) && !fromSystem && !(asBounce && toManager)) return MailShape.Ordinary;
        if (fromBouncer || (fromProgram && asBounce)) return MailShape.Bounce;
        if (fromProgram) return MailShape.FromPostmaster;
        // Shops and carriers send without a return path too.
        if (fromSystem) return MailShape.NoReturnPath;
        return asBounce && (toManager || !KindMarks.Bears("list", mail)) ? MailShape.MaybeBounce : MailShape.Ordinary;
    }

    // Exim and others stamp their own bounces auto-replied: a daemon is no person who is away.
    private static bool IsAutoReply(KindView mail) =>
        KindMarks.Bears("autoReplySubject", mail) || KindMarks.Bears("autoReply", mail) || (KindMarks.Bears("autoSubmitted", mail) && !KindMarks.Bears("daemon", mail));
}
