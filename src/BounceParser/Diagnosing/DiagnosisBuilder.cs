using BounceParser.Classification;
using BounceParser.Evidence;
using BounceParser.Text;

namespace BounceParser.Diagnosing;

/// <summary>Makes the diagnosis of one recipient from what was said of it.</summary>
internal sealed class DiagnosisBuilder(Classifier classifier, BounceParserOptions options)
{
    /// <summary>The user's override, for what is no refusal too.</summary>
    public OwnPolicy Policy { get; } = new(options.Policy);

    /// <param name="recipient">What was said.</param>
    /// <param name="report">The report that it stands in.</param>
    /// <param name="inMail">True when it comes from a mail: what a mail reports has failed unless it says otherwise; a bare 4xx reply has not.</param>
    /// <param name="shared">What was read for the recipients before, of the same report.</param>
    public Diagnosis Build(RecipientEvidence recipient, BounceEvidence report, bool inMail, ref SharedWords shared)
    {
        if (recipient.Complaint is { } complaint) return Complained(complaint, recipient.FinalRecipient);
        var parts = shared.Split(recipient.DiagnosticText);
        if (parts.Status is not null && recipient.Status is null or { IsGeneric: true }) recipient = recipient with { Status = parts.Status };
        var comment = Lines.Joined(recipient.Comment, parts.Comment);
        var refusal = RefusalReader.Read(recipient, parts, comment, report.Dialect, inMail, ref shared);
        var ruling = Classified(refusal, ref shared);
        if (!inMail && recipient.IsNameless && NamelessRecipient.Named(recipient, refusal, comment, ruling, report.Sender) is { } named)
        {
            recipient = recipient with { FinalRecipient = named, Source = RecipientSource.Report };
            // Which host is missing can be told by whose it is.
            if (MissingHost.IsDomainOf(named, refusal.Text)) ruling = shared.Classify(classifier, refusal with { Recipient = named }) with { Facts = ruling.Facts };
        }

        var verdict = Judged(ruling, refusal, recipient, report);
        return Policy.Apply(Described(recipient, report.ReportingMta, refusal, ruling, verdict), report.IsDoubleBounce);
    }

    /// <summary>The diagnosis of one reply, as a program got it while sending.</summary>
    public Diagnosis Build(SmtpReply reply, SmtpContext context)
    {
        var said = new RecipientEvidence
        {
            FinalRecipient = context.Recipient,
            Source = RecipientSource.Caller,
            DiagnosticText = reply.ToString(),
            Stage = context.Stage,
            RemoteMta = context.Host,
        };
        var shared = default(SharedWords);
        return Build(said, new BounceEvidence { Sender = context.Sender is { } sender ? AddressLine.Bare(sender) : null, Recipients = [said] }, inMail: false, ref shared);
    }

    /// <summary>The diagnosis of a complaint.</summary>
    /// <param name="feedback">What it says.</param>
    /// <param name="recipient">Who complained, or may have; null when nobody is named.</param>
    public Diagnosis Complained(Feedback feedback, string? recipient)
    {
        var judged = Complaints.Judge(feedback);
        return Policy.Apply(new Diagnosis
        {
            FinalRecipient = recipient,
            RecipientSource = recipient is null ? RecipientSource.Unknown : RecipientSource.Report,
            Action = DsnAction.Delivered,
            Reason = BounceReason.Complaint,
            Situation = judged.Situation,
            Recommendation = judged.Recommendation,
            Responsible = judged.Responsible,
        });
    }

    private Ruling Classified(in Refusal refusal, ref SharedWords shared)
    {
        var ruling = shared.Classify(classifier, refusal);
        if (refusal.Action is DsnAction.Delivered or DsnAction.Relayed or DsnAction.Expanded) ruling = Ruling.Succeeded(ruling.Provider);
        return refusal.Expired ? ruling with { Facts = ruling.Facts with { Expired = true } } : ruling;
    }

    private Verdict Judged(in Ruling ruling, in Refusal refusal, RecipientEvidence recipient, BounceEvidence report) =>
        Judgement.Of(new VerdictInput
        {
            Reason = ruling.Reason,
            Situation = ruling.Situation,
            Action = refusal.Action,
            ReplyClass = refusal.Reply?.Class ?? 0,
            StatusClass = refusal.Status?.Class ?? 0,
            Evidence = TrustedEvidence.Of(ruling, refusal.Reply, recipient.IsHearsay || (ReasonTable.MayEndAddress(ruling.Reason) && AnswerToAll.Is(classifier.Heard(recipient.DiagnosticText), recipient, report, refusal.Stage))),
            ExactDeadStatus = refusal.Status is { Class: 5, Subject: 1, Detail: 1 or 2 or 10 },
            HasWordsOfTemporariness = ruling.HasWordsOfTemporariness,
            NamesOtherCause = ruling.NamesOtherCause,
            RecipientNamed = recipient.FinalRecipient is not null && recipient.Source != RecipientSource.ReturnedMessage,
            BehindAlias = Aliases.StandBefore(classifier.Heard(recipient.DiagnosticText), classifier.Heard(recipient.Comment), recipient),
            ReplyNamesAnother = NamedByReply.IsAnother(classifier.Heard(refusal.Text), recipient) || NamedByWords.IsAnother(ruling, recipient),
            AnswersSender = AnswerToSender.Is(refusal.Stage, refusal.Reply) || (report.Sender is { } sender && recipient.IsNamedBy(sender)),
            IsDoubleBounce = report.IsDoubleBounce,
            OnlyWordsTell = report.OnlyWordsTell,
            ReportSaysFailed = recipient.Action == DsnAction.Failed,
        });

    private static Diagnosis Described(RecipientEvidence recipient, string? reportingMta, in Refusal refusal, in Ruling ruling, in Verdict verdict) => new()
    {
        FinalRecipient = recipient.FinalRecipient,
        OriginalRecipient = recipient.OriginalRecipient ?? recipient.Alias,
        RecipientSource = recipient.FinalRecipient is null ? RecipientSource.Unknown : recipient.Source,
        Action = refusal.Action,
        Status = refusal.Status,
        ReportedStatus = recipient.Status,
        Reply = refusal.Reply,
        DiagnosticText = refusal.Text,
        Stage = refusal.Stage,
        ReportingMta = reportingMta,
        RemoteMta = refusal.RemoteHost,
        LastAttempt = recipient.LastAttempt,
        WillRetryUntil = recipient.WillRetryUntil,
        Reason = ruling.Reason,
        Situation = ruling.Situation,
        Permanence = verdict.Permanence,
        Recommendation = verdict.Recommendation,
        Responsible = verdict.Responsible,
        Facts = ruling.Facts,
        DecidingRule = ruling.Rule,
        Alternatives = ruling.Alternatives,
        Provider = ruling.Provider,
    };
}
