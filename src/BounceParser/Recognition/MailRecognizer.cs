using BounceParser.Catalogue;
using BounceParser.Mime;
using BounceParser.Text;

namespace BounceParser.Recognition;

/// <summary>Tells from headers and structure what kind of mail one is; the marks are data: <c>Catalogue/Kinds</c>.</summary>
internal sealed class MailRecognizer(BounceMessage message)
{
    // "Delivery Status Notification (Delay)" says it of every status.
    private static readonly Lazy<PhraseSet> Ends = new(() => new PhraseSet(DeliveryWords.Failed.Phrases.Where(phrase => phrase != "delivery status notification")));
    private static readonly Lazy<PhraseSet> Delays = new(() => new PhraseSet(DeliveryWords.Late.Phrases.Append("warning").Append("delay")));

    private MailKinds? _kinds;

    public MailShape Shape
    {
        get
        {
            if (message.FeedbackReport is not null) return MailShape.Complaint;
            // RFC 5429: a filter that refuses a mail may say so in a disposition notification.
            if (message.DispositionNotification is not null) return Bears(MailKind.Refusal) ? MailShape.Bounce : MailShape.Disposition;
            if (message.DeliveryStatus is not null) return MailShape.Report;
            // Reports about TLS and DMARC, each day's; gateways to X.400 report deliveries under a type of their own.
            if (message.ReportType is not (null or "delivery-status" or "x400-report")) return MailShape.Ordinary;
            return Bears(MailKind.Complaint) ? MailShape.Complaint : Bears(MailKind.Challenge) ? MailShape.Challenge : PlainShape;
        }
    }

    /// <summary>True for what a program answers in somebody's name. Exim and others stamp their own bounces auto-replied: a daemon is no person who is away.</summary>
    public bool IsAutoReply =>
        !Bears(MailKind.Refuser) && (Bears(MailKind.AutoReplySubject) || Bears(MailKind.AutoReply) || (Bears(MailKind.AutoSubmitted) && !Bears(MailKind.Daemon)));

    /// <summary>True when the subject says that the mail did not arrive, and of no delay.</summary>
    public bool SubjectSaysFailed =>
        message.DecodedHeader("subject") is { } subject && FoldedText.Closed(subject) is var folded && Ends.Value.IsIn(folded) && !Delays.Value.IsIn(folded);

    // Of a mail without a report part.
    private MailShape PlainShape
    {
        get
        {
            if (Bears(MailKind.Notice)) return MailShape.Ordinary;
            var asBounce = Bears(MailKind.Subject);
            // The name of the sender proves nothing: Exchange sends absence notices from postmaster@.
            var isDeclared = message.HasHeader("x-failed-recipients") || message.ReportType == "delivery-status";
            if (!isDeclared && (asBounce ? Bears(MailKind.AutoReplySubject) : IsAutoReply)) return MayReport ? MailShape.NoReturnPath : MailShape.AutoReply;
            // A postmaster writes to his customers too.
            var fromSystem = Bears(MailKind.System) && (!Bears(MailKind.Newsletter) || Bears(MailKind.Manager));
            if ((fromSystem && asBounce) || message.ReportType == "delivery-status" || Bears(MailKind.Refuser)) return MailShape.Bounce;
            // A bouncer may show in the text alone, which is searched last. Who can be unsubscribed from may only call himself so, and quote a bounce.
            if (Bears(MailKind.Bouncer)) return Bears(MailKind.Newsletter) && !Bears(MailKind.NoReturnPath) ? MailShape.MaybeBounce : MailShape.Bounce;
            if (fromSystem) return MailShape.FromPostmaster;
            var noReturnPath = Bears(MailKind.NoReturnPath);
            if (!noReturnPath && Bears(MailKind.Reply) && !(asBounce && Bears(MailKind.Manager))) return MailShape.Ordinary;
            // Shops and carriers send without a return path too.
            if (noReturnPath) return MailShape.NoReturnPath;
            return asBounce && (Bears(MailKind.Manager) || !Bears(MailKind.List)) ? MailShape.MaybeBounce : IsAutoReply ? MailShape.AutoReply : MailShape.Ordinary;
        }
    }

    // A program that answers in nobody's name may report under any name and subject: its words decide.
    private bool MayReport => Bears(MailKind.NoReturnPath) && !Bears(MailKind.AutoReplySubject) && !Bears(MailKind.AutoReply) && !Bears(MailKind.Reply);

    private bool Bears(MailKind kind) => (_kinds ??= new MailKinds(message, KindTable.BuiltIn)).Bears(kind);
}
