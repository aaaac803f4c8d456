using BounceParser.Classification;
using BounceParser.Evidence;
using BounceParser.Smtp;

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
        // A program that only speaks for itself (qmail's own "no mailbox here by that name") is the server that refused.
        var words = parts.Words.Length > 0 ? parts.Words : Folded(comment);
        var reply = shared.Reply(words);
        var status = Status(recipient, reply, words);
        var expired = recipient.Expired || parts.Expired;
        var action = recipient.Action ?? Action(reply, status, expired, inMail);
        var stage = recipient.Stage != SmtpStage.Unknown ? recipient.Stage : parts.Stage;
        var remoteMta = recipient.RemoteMta ?? parts.RemoteMta;
        // Postfix names the step in its text alone, and the host of a lost connection too: what the merge left as a comment.
        if (recipient.Comment.Length > 0 && (stage == SmtpStage.Unknown || remoteMta is null))
        {
            var aside = DiagnosticParts.Notes(recipient.Comment);
            if (stage == SmtpStage.Unknown) stage = aside.Stage;
            remoteMta ??= aside.Host;
        }

        var refusal = new Refusal
        {
            Text = words,
            Comment = parts.Words.Length > 0 ? comment : "",
            Reply = reply,
            Status = status,
            Stage = stage,
            Dialect = report.Dialect,
            Action = action,
            Expired = expired,
            RemoteHost = remoteMta,
            Recipient = recipient.FinalRecipient ?? recipient.OriginalRecipient,
            EventName = recipient.EventName,
        };
        var ruling = shared.Classify(classifier, refusal);
        if (action is DsnAction.Delivered or DsnAction.Relayed or DsnAction.Expanded) ruling = Ruling.Succeeded(ruling.Provider);
        var facts = expired ? ruling.Facts with { Expired = true } : ruling.Facts;
        if (!inMail && recipient is { FinalRecipient: null, LocalName: null, OriginalRecipient: null } && Named(recipient, words, comment, ruling.Reason, stage, facts, report.Sender) is { } named)
        {
            recipient = recipient with { FinalRecipient = named, Source = RecipientSource.Report };
            // Which host is missing can be told by whose it is.
            if (MissingHost.IsDomainOf(named, words)) ruling = shared.Classify(classifier, refusal with { Recipient = named });
        }

        var verdict = Judge(ruling, recipient, report, action, reply, status, stage, words);
        return Policy.Apply(new Diagnosis
        {
            FinalRecipient = recipient.FinalRecipient,
            OriginalRecipient = recipient.OriginalRecipient ?? recipient.Alias,
            RecipientSource = recipient.FinalRecipient is null ? RecipientSource.Unknown : recipient.Source,
            Action = action,
            Status = status,
            ReportedStatus = recipient.Status,
            Reply = reply,
            DiagnosticText = words,
            Stage = stage,
            ReportingMta = report.ReportingMta,
            RemoteMta = remoteMta,
            LastAttempt = recipient.LastAttempt,
            WillRetryUntil = recipient.WillRetryUntil,
            Reason = ruling.Reason,
            Situation = ruling.Situation,
            Permanence = verdict.Permanence,
            Recommendation = verdict.Recommendation,
            Responsible = verdict.Responsible,
            Facts = facts,
            DecidingRule = ruling.Rule,
            Alternatives = ruling.Alternatives,
            Provider = ruling.Provider,
        }, report.IsDoubleBounce);
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

    private (Permanence? Permanence, Recommendation Recommendation, Responsible Responsible) Judge(
        in Ruling ruling, RecipientEvidence recipient, BounceEvidence report, DsnAction action, SmtpReply? reply, EnhancedStatusCode? status, SmtpStage stage, string words) =>
        Verdict.Decide(new VerdictInput
        {
            Reason = ruling.Reason,
            Situation = ruling.Situation,
            Action = action,
            ReplyClass = reply?.Class ?? 0,
            StatusClass = status?.Class ?? 0,
            Evidence = TrustedEvidence.Of(ruling, reply, recipient.IsHearsay || (ReasonTable.MayEndAddress(ruling.Reason) && AnswerToAll.Is(classifier.Heard(recipient.DiagnosticText), recipient, report, stage))),
            ExactDeadStatus = status is { Class: 5, Subject: 1, Detail: 1 or 2 or 10 },
            HasWordsOfTemporariness = ruling.HasWordsOfTemporariness,
            NamesOtherCause = ruling.NamesOtherCause,
            RecipientNamed = recipient.FinalRecipient is not null && recipient.Source != RecipientSource.ReturnedMessage,
            BehindAlias = Aliases.StandBefore(classifier.Heard(recipient.DiagnosticText), classifier.Heard(recipient.Comment), recipient),
            ReplyNamesAnother = NamedByReply.IsAnother(classifier.Heard(words), recipient) || NamedByWords.IsAnother(ruling, recipient),
            AnswersSender = AnswerToSender.Is(stage, reply) || (report.Sender is { } sender && recipient.IsNamedBy(sender)),
            IsDoubleBounce = report.IsDoubleBounce,
            OnlyWordsTell = report.OnlyWordsTell,
            ReportSaysFailed = recipient.Action == DsnAction.Failed,
        });

    // The code in the decisive reply when it says more than its class: Exim, Courier and OpenSMTPD always report 5.0.0.
    private static EnhancedStatusCode? Status(RecipientEvidence recipient, SmtpReply? reply, string words)
    {
        var said = reply?.Status ?? ReplyReader.FindStatus(words);
        if (said is { IsGeneric: false }) return said;
        if (recipient.Status is { IsGeneric: false }) return recipient.Status;
        // "Status: 2.0.0" of a recipient whom a 550 refused says nothing.
        return said ?? (recipient.Status?.Class == 2 && reply?.Class > 2 ? null : recipient.Status);
    }

    private static DsnAction Action(SmtpReply? reply, EnhancedStatusCode? status, bool expired, bool inMail) => (reply?.Class ?? status?.Class) switch
    {
        2 => DsnAction.Delivered,
        4 when !expired && !inMail => DsnAction.Delayed,
        _ => DsnAction.Failed,
    };

    // A log line labels its recipient, and one reply speaks of nobody else; of several lines some may be headers of the returned mail.
    private static string? Named(RecipientEvidence said, string words, string comment, BounceReason reason, SmtpStage stage, DiagnosisFacts facts, string? sender)
    {
        if (!IsOneReply(said.DiagnosticText) || said.Comment.Contains('\n')) return LabelledRecipient.HasHeaders(said.DiagnosticText) ? null : RepliedRecipient.Of(said.DiagnosticText, reason, stage, facts, sender);
        return LabelledRecipient.Of(comment, sender) ?? LabelledRecipient.Of(words, sender) ?? RepliedRecipient.Of(words, reason, stage, facts, sender) ?? RepliedRecipient.Of(comment, reason, stage, facts, sender);
    }

    // One line, or lines that all begin with a code.
    private static bool IsOneReply(string text)
    {
        if (!text.Contains('\n')) return true;
        foreach (var line in text.AsSpan().EnumerateLines())
            if (ReplyScanner.At(line.TrimStart(), 0) is null) return false;
        return true;
    }

    private static string Folded(string text) => text.Length == 0 ? text : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
