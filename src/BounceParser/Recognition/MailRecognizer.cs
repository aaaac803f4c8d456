using BounceParser.Catalogue;
using BounceParser.Mime;
using BounceParser.Text;

namespace BounceParser.Recognition;

/// <summary>What a mail looks like before its text is read.</summary>
internal enum MailShape { Ordinary, MaybeBounce, NoReturnPath, FromPostmaster, Bounce, Report, Complaint, Disposition, AutoReply, Challenge }

/// <summary>Tells from headers and structure what kind of mail one is; the marks are data: <c>Catalogue/Kinds</c>.</summary>
internal sealed class MailRecognizer(BounceMessage message)
{
    // Subjects say in the words of reports that a mail did not arrive.
    private static readonly Lazy<PhraseSet[]> Failures = new(() => [WordCatalogue.Of("failed"), WordCatalogue.Of("late")]);

    // "Delivery Status Notification (Delay)" says it of every status.
    private static readonly Lazy<PhraseSet> Ends = new(() => new PhraseSet(WordCatalogue.Of("failed").Phrases.Where(phrase => phrase != "delivery status notification")));
    private static readonly Lazy<PhraseSet> Delays = new(() => new PhraseSet(WordCatalogue.Of("late").Phrases.Append("warning").Append("delay")));

    private readonly KindView _mail = new(message);

    public MailShape Shape
    {
        get
        {
            if (message.FeedbackReport is not null) return MailShape.Complaint;
            // RFC 5429: a filter that refuses a mail may say so in a disposition notification.
            if (message.DispositionNotification is not null) return Bears("refusal") ? MailShape.Bounce : MailShape.Disposition;
            if (message.DeliveryStatus is not null) return MailShape.Report;
            // Reports about TLS and DMARC, each day's; gateways to X.400 report deliveries under a type of their own.
            if (message.ReportType is not (null or "delivery-status" or "x400-report")) return MailShape.Ordinary;
            return Bears("complaint") ? MailShape.Complaint : Bears("challenge") ? MailShape.Challenge : PlainShape;
        }
    }

    /// <summary>True for what a program answers in somebody's name. Exim and others stamp their own bounces auto-replied: a daemon is no person who is away.</summary>
    public bool IsAutoReply => Bears("autoReplySubject") || Bears("autoReply") || (Bears("autoSubmitted") && !Bears("daemon"));

    /// <summary>True when the subject says that the mail did not arrive, and of no delay.</summary>
    public bool SubjectSaysFailed => _mail.Folded("subject") is { } subject && Ends.Value.IsIn(subject) && !Delays.Value.IsIn(subject);

    // Of a mail without a report part.
    private MailShape PlainShape
    {
        get
        {
            var fromBouncer = Bears("bouncer") || message.ReportType == "delivery-status";
            var fromProgram = fromBouncer || Bears("system");
            var fromSystem = fromProgram || Bears("noReturnPath");
            var asBounce = Bears("subject") || Array.Exists(Failures.Value, words => words.IsIn(_mail.Folded("subject")));
            // The name of the sender proves nothing: Exchange sends absence notices from postmaster@.
            if (_mail.Folded("x-failed-recipients") is null && (asBounce ? Bears("autoReplySubject") : IsAutoReply)) return MailShape.AutoReply;
            var toManager = Bears("manager");
            if (Bears("reply") && !fromSystem && !(asBounce && toManager)) return MailShape.Ordinary;
            if (fromBouncer || (fromProgram && asBounce)) return MailShape.Bounce;
            if (fromProgram) return MailShape.FromPostmaster;
            // Shops and carriers send without a return path too.
            if (fromSystem) return MailShape.NoReturnPath;
            return asBounce && (toManager || !Bears("list")) ? MailShape.MaybeBounce : MailShape.Ordinary;
        }
    }

    private bool Bears(string kind) => KindMarks.Bears(kind, _mail);
}
