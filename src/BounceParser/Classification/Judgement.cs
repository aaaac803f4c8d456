namespace BounceParser.Classification;

/// <summary>Comes to the verdict on a refusal; the one place that decides when an address dies.</summary>
internal static class Judgement
{
    public static Verdict Of(in VerdictInput input)
    {
        var defaults = DefaultsOf(input);
        if (defaults.Permanence is null) return new(null, defaults.Recommendation, defaults.Responsible);
        var permanence = input.Reason == BounceReason.Undetermined ? OfClass(input.Class)
            : input.SaysLater || defaults.Permanence == Permanence.Transient ? Permanence.Transient
            : defaults.Permanence;
        var recommendation = SenderCanAct(defaults.Recommendation) ? defaults.Recommendation
            : input.SaysLater ? Recommendation.RetryLater
            : defaults.Recommendation != Recommendation.SuppressRecipient || MaySuppress(input) ? defaults.Recommendation
            : Recommendation.ReviewByHand;
        return new(permanence, recommendation, defaults.Responsible);
    }

    // All must hold: a wrong suppression costs a real person's mail, a missed one costs a retry.
    private static bool MaySuppress(in VerdictInput input) =>
        ReasonTable.MayEndAddress(input.Reason)
        && input.Action == DsnAction.Failed
        && IsFinal(input)
        && SaysItInWords(input)
        && !input.HasWordsOfTemporariness
        && !input.NamesOtherCause
        && input.RecipientNamed
        && !input.BehindAlias
        && !input.ReplyNamesAnother
        && !input.AnswersSender
        && !input.IsDoubleBounce
        && !input.OnlyWordsTell;

    // No code at all counts only where the report says that delivery has failed.
    private static bool IsFinal(in VerdictInput input) =>
        input.Class == 5 ? input.StatusClass is 0 or 5 : input.Class == 0 && input.ReportSaysFailed;

    // A text, a provider, or a code that means nothing else; never a bare 550.
    private static bool SaysItInWords(in VerdictInput input) =>
        input.Evidence is RuleEvidence.Text or RuleEvidence.Provider || (input.Evidence == RuleEvidence.Status && input.ExactDeadStatus);

    private static ReasonDefaults DefaultsOf(in VerdictInput input)
    {
        var own = SituationTable.Of(input.Reason, input.Situation);
        // A server that refuses for good over TLS wants the sender to use it (530, 523, 5.7.10).
        return input is { Reason: BounceReason.TlsFailed, Situation: null or "encryption-required", ReplyClass: 5 }
            ? own with { Permanence = Permanence.Permanent, Responsible = Responsible.SenderAdministrator, Recommendation = Recommendation.FixSenderSetup }
            : own;
    }

    private static Permanence OfClass(int replyClass) => replyClass switch { 4 => Permanence.Transient, 5 => Permanence.Permanent, _ => Permanence.Unknown };

    private static bool SenderCanAct(Recommendation recommendation) => recommendation is Recommendation.FixSenderSetup
        or Recommendation.RequestDelisting or Recommendation.SlowDown or Recommendation.ShrinkMessage or Recommendation.ChangeMessage or Recommendation.UpdateAddress;
}
