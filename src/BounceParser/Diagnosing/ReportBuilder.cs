using BounceParser.Catalogue;
using BounceParser.Classification;
using BounceParser.Dsn;
using BounceParser.Evidence;
using BounceParser.Mime;
using BounceParser.Recognition;
using BounceParser.Smtp;
using BounceParser.Text;
using MimeKit;

namespace BounceParser.Diagnosing;

/// <summary>Makes the report of one mail, text or log line.</summary>
internal sealed class ReportBuilder(DiagnosisBuilder diagnoses, BounceParserOptions options)
{
    // A refusal without any code is a sentence or two.
    private const int LongestWithoutCode = 250;

    public static BounceReport NotABounce { get; } = new() { CatalogueVersion = CatalogueVersion.Value };

    /// <summary>The report of a mail that says what became of another one.</summary>
    public BounceReport OfMail(BounceEvidence evidence, BounceMessage mail)
    {
        var returned = mail.Returned ?? (evidence.OriginalStart is { } start ? ReturnedMessage.FromText(mail.Text, start) : null);
        var path = SentTo.Read(mail, returned);
        evidence = OriginalNaming.Complete(RecipientNaming.Complete(evidence, mail, returned, options), returned, path);
        // What bounced is a bounce itself, whoever says so.
        if (returned?.IsReport() == true) evidence = evidence with { IsDoubleBounce = true };
        return Of(evidence, mail, path, Original(returned));
    }

    /// <summary>The report of a pasted text, a bare reply or a log line.</summary>
    public BounceReport OfText(BounceEvidence evidence)
    {
        var report = Of(evidence, mail: null, path: null, OriginalMessage.None);
        return evidence.TellsEachTry ? report with { Diagnoses = LastOfEach(report.Diagnoses) } : report;
    }

    /// <summary>The report of a text that no reader knows: one when a rule does, or when it holds a reply. Who writes much, and neither quotes a marked code nor says that anything was refused, tells of something else.</summary>
    public BounceReport OfWords(string words)
    {
        var report = OfText(new BounceEvidence { Recipients = [new RecipientEvidence { DiagnosticText = words }] });
        return report.Diagnoses[0] is { Reply: null } said && (said.Reason == BounceReason.Undetermined || IsProse(words)) ? NotABounce : report;
    }

    /// <summary>The report of a mail that is no bounce: complaint, notification, automatic reply, challenge, ordinary mail.</summary>
    public BounceReport OfOther(MailShape shape, BounceMessage mail) => (shape switch
    {
        MailShape.Complaint => Complaint(mail.FeedbackReport is { } report ? FeedbackReportReader.Read(report.Span) : PlainComplaint.Read(mail), mail),
        MailShape.Disposition => NotABounce with { Kind = BounceKind.Disposition, ReturnPath = SentTo.Read(mail, mail.Returned), Original = Original(mail.Returned) },
        MailShape.AutoReply => Answered(BounceKind.AutoReply, BounceReason.AutoReply, mail),
        MailShape.Challenge => Answered(BounceKind.Challenge, BounceReason.ChallengeResponse, mail),
        _ => NotABounce,
    }) with { Date = Date(mail), IsTruncated = mail.IsTruncated };

    private static bool IsProse(string words)
    {
        if (words.Length <= LongestWithoutCode || StatusScanner.Find(words) is { IsMarked: true }) return false;
        var folded = FoldedText.Closed(words);
        return !(DeliveryWords.Why.IsIn(folded) || DeliveryWords.Refused.IsIn(folded) || DeliveryWords.Failed.IsIn(folded));
    }

    private BounceReport Of(BounceEvidence evidence, BounceMessage? mail, ReturnPath? path, OriginalMessage original)
    {
        // Who is left out counts still: whom of several an answer is about does not change with the limit.
        var made = new Diagnosis[Math.Min(options.MaxRecipients, evidence.Recipients.Count)];
        var shared = default(SharedWords);
        for (var index = 0; index < made.Length; index++) made[index] = diagnoses.Build(evidence.Recipients[index], evidence, inMail: mail is not null, ref shared);
        var kind = Kind(made);
        return new BounceReport
        {
            Kind = kind,
            Dialect = evidence.Dialect,
            ReportingMta = evidence.ReportingMta,
            ArrivalDate = evidence.ArrivalDate,
            EnvelopeId = evidence.EnvelopeId,
            CatalogueVersion = CatalogueVersion.Value,
            IsDoubleBounce = evidence.IsDoubleBounce,
            Date = mail is null ? evidence.Date : Date(mail),
            ReturnPath = path,
            Original = original.MessageId is null && evidence.MessageId is { } id ? original with { MessageId = id } : original,
            IsTruncated = mail?.IsTruncated == true || evidence.IsTruncated || made.Length < evidence.Recipients.Count,
            Feedback = kind == BounceKind.Complaint ? evidence.Recipients.FirstOrDefault(recipient => recipient.Complaint is not null)?.Complaint : null,
            Diagnoses = made,
        };
    }

    private static Diagnosis[] LastOfEach(IReadOnlyList<Diagnosis> diagnoses) =>
        [.. diagnoses.Reverse().DistinctBy(diagnosis => diagnosis.FinalRecipient?.ToLowerInvariant() ?? $"{diagnosis.Reason}").Reverse()];

    // The gravest of all that was told.
    private static BounceKind Kind(Diagnosis[] diagnoses)
    {
        if (diagnoses.Length == 0) return BounceKind.NotABounce;
        bool complains = false, delays = false;
        foreach (var diagnosis in diagnoses)
        {
            if (diagnosis.Action == DsnAction.Failed) return BounceKind.Failure;
            complains |= diagnosis.Reason == BounceReason.Complaint;
            delays |= diagnosis.Action == DsnAction.Delayed;
        }

        return complains ? BounceKind.Complaint : delays ? BounceKind.Delay : BounceKind.Success;
    }

    private BounceReport Complaint(Feedback feedback, BounceMessage mail) => new()
    {
        Kind = BounceKind.Complaint,
        CatalogueVersion = CatalogueVersion.Value,
        Feedback = feedback,
        ReturnPath = SentTo.Read(mail, mail.Returned, feedback.OriginalMailFrom),
        Original = Original(mail.Returned),
        Diagnoses = [diagnoses.Complained(feedback, feedback.OriginalRcptTo)],
    };

    private BounceReport Answered(BounceKind kind, BounceReason reason, BounceMessage mail) => new()
    {
        Kind = kind,
        CatalogueVersion = CatalogueVersion.Value,
        ReturnPath = SentTo.Read(mail, mail.Returned),
        Original = Original(mail.Returned),
        Diagnoses =
        [
            diagnoses.Policy.Apply(new Diagnosis
            {
                RecipientSource = RecipientSource.Author,
                FinalRecipient = MailboxAddress.TryParse(mail.Header("from") ?? "", out var from) ? from.Address : null,
                Action = DsnAction.Delivered,
                Reason = reason,
                Recommendation = kind == BounceKind.Challenge ? Recommendation.ContactRecipient : Recommendation.Nothing,
                Responsible = kind == BounceKind.Challenge ? Responsible.Sender : Responsible.Nobody,
                Facts = kind == BounceKind.AutoReply && AnnouncedAddress.In(mail.Text) is { } moved ? DiagnosisFacts.None with { NewAddress = moved } : DiagnosisFacts.None,
            }),
        ],
    };

    private static DateTimeOffset? Date(BounceMessage mail) => mail.Header("date") is { } written ? MailDate.Read(written) : null;

    private static OriginalMessage Original(ReturnedMessage? returned) => returned is null ? OriginalMessage.None : new OriginalMessage
    {
        MessageId = returned.Header("message-id")?.AsSpan().Trim().TrimStart('<').TrimEnd('>').ToString(),
        Subject = returned.DecodedHeader("subject"),
        From = returned.DecodedHeader("from"),
        To = returned.DecodedHeader("to"),
        Date = returned.Header("date"),
        ListId = returned.Header("list-id"),
        FeedbackId = returned.Header("feedback-id"),
    };
}
