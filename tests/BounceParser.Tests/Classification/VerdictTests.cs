using BounceParser.Classification;

namespace BounceParser.Tests.Classification;

/// <summary>When an address dies, what else a program is told, and who can mend it: every combination of what a verdict rests on.</summary>
public sealed class VerdictTests
{
    private static readonly BounceReason[] Deadly = [BounceReason.UserUnknown, BounceReason.MailboxDisabled, BounceReason.DomainUnknown, BounceReason.DomainAcceptsNoMail];

    // A refusal that kills; each row of the table below spoils one thing.
    private static readonly VerdictInput Dead = new()
    {
        Reason = BounceReason.UserUnknown,
        Action = DsnAction.Failed,
        ReplyClass = 5,
        StatusClass = 5,
        Evidence = RuleEvidence.Text,
        RecipientNamed = true,
        ReportSaysFailed = true,
    };

    public static TheoryData<BounceReason> Reasons => [.. Enum.GetValues<BounceReason>()];

    [Theory]
    [InlineData(null, 5, Permanence.Permanent, Recommendation.FixSenderSetup, Responsible.SenderAdministrator)]
    [InlineData("encryption-required", 5, Permanence.Permanent, Recommendation.FixSenderSetup, Responsible.SenderAdministrator)]
    [InlineData(null, 4, Permanence.Transient, Recommendation.RetryLater, Responsible.RecipientAdministrator)]
    public void A_server_that_refuses_for_good_over_TLS_wants_the_sender_to_use_it(string? situation, int replyClass, Permanence permanence, Recommendation recommendation, Responsible responsible)
    {
        var input = new VerdictInput { Reason = BounceReason.TlsFailed, Situation = situation, Action = DsnAction.Failed, ReplyClass = replyClass, Evidence = RuleEvidence.Text, RecipientNamed = true };

        Judgement.Of(input).Should().Be(new Verdict(permanence, recommendation, responsible));
    }

    [Theory, MemberData(nameof(Reasons))]
    public void Only_a_final_refusal_in_words_by_a_server_that_knows_the_address_kills_it(BounceReason reason)
    {
        foreach (var input in Everything(reason))
        {
            var dies = Deadly.Contains(reason)
                && input.Action == DsnAction.Failed
                && (input.ReplyClass, input.StatusClass) is (5, 5) or (5, 0) or (0, 5) or (0, 0)
                && (input.ReplyClass + input.StatusClass > 0 || input.ReportSaysFailed)
                && (input.Evidence is RuleEvidence.Text or RuleEvidence.Provider || (input.Evidence == RuleEvidence.Status && input.ExactDeadStatus))
                && !input.HasWordsOfTemporariness && !input.NamesOtherCause && input.RecipientNamed && !input.BehindAlias && !input.ReplyNamesAnother && !input.AnswersSender && !input.IsDoubleBounce && !input.OnlyWordsTell;
            if (reason == BounceReason.Complaint) continue;
            (Judgement.Of(input).Recommendation == Recommendation.SuppressRecipient).Should().Be(dies, input.ToString());
        }
    }

    [Theory, MemberData(nameof(Reasons))]
    public void Later_is_said_by_the_class_or_a_delay_and_the_senders_own_move_stays(BounceReason reason)
    {
        foreach (var input in Everything(reason))
        {
            var verdict = Judgement.Of(input);
            var own = ReasonTable.Of(reason);
            if (own.Permanence is null)
            {
                verdict.Should().Be(new Verdict(null, own.Recommendation, own.Responsible));
                continue;
            }

            var later = input.Action == DsnAction.Delayed || (input.ReplyClass == 0 ? input.StatusClass : input.ReplyClass) == 4;
            if (later && reason != BounceReason.Undetermined) verdict.Permanence.Should().Be(Permanence.Transient, input.ToString());
            if (later) verdict.Recommendation.Should().BeOneOf(Recommendation.RetryLater, Recommendation.FixSenderSetup, Recommendation.RequestDelisting, Recommendation.SlowDown, Recommendation.ShrinkMessage, Recommendation.ChangeMessage, Recommendation.UpdateAddress);
        }
    }

    public static TheoryData<string, BounceReason, DsnAction, int, Permanence?, Recommendation, Responsible> Rows => new()
    {
        { "5xx", BounceReason.UserUnknown, DsnAction.Failed, 5, Permanence.Permanent, Recommendation.SuppressRecipient, Responsible.Sender },
        { "4xx", BounceReason.UserUnknown, DsnAction.Failed, 4, Permanence.Transient, Recommendation.RetryLater, Responsible.Sender },
        { "delayed", BounceReason.UserUnknown, DsnAction.Delayed, 5, Permanence.Transient, Recommendation.RetryLater, Responsible.Sender },
        { "no code", BounceReason.UserUnknown, DsnAction.Failed, 0, Permanence.Permanent, Recommendation.SuppressRecipient, Responsible.Sender },
        { "closed", BounceReason.MailboxDisabled, DsnAction.Failed, 5, Permanence.Permanent, Recommendation.SuppressRecipient, Responsible.Recipient },
        { "no such domain", BounceReason.DomainUnknown, DsnAction.Failed, 5, Permanence.Permanent, Recommendation.SuppressRecipient, Responsible.Sender },
        { "null MX", BounceReason.DomainAcceptsNoMail, DsnAction.Failed, 5, Permanence.Permanent, Recommendation.SuppressRecipient, Responsible.RecipientAdministrator },
        { "full for good", BounceReason.MailboxFull, DsnAction.Failed, 5, Permanence.Transient, Recommendation.RetryLater, Responsible.Recipient },
        { "moved", BounceReason.MailboxMoved, DsnAction.Failed, 5, Permanence.Permanent, Recommendation.UpdateAddress, Responsible.Sender },
        { "DNS", BounceReason.DnsFailure, DsnAction.Failed, 5, Permanence.Transient, Recommendation.ContactRecipientAdministrator, Responsible.RecipientAdministrator },
        { "listed", BounceReason.IpBlocked, DsnAction.Failed, 4, Permanence.Transient, Recommendation.RequestDelisting, Responsible.SenderAdministrator },
        { "greylisted", BounceReason.Greylisted, DsnAction.Failed, 4, Permanence.Transient, Recommendation.RetryLater, Responsible.Nobody },
        { "spam", BounceReason.SpamDetected, DsnAction.Failed, 5, Permanence.Permanent, Recommendation.ChangeMessage, Responsible.Sender },
        { "policy", BounceReason.PolicyRejected, DsnAction.Failed, 5, Permanence.Permanent, Recommendation.ReviewByHand, Responsible.SenderAdministrator },
        { "not understood, 5xx", BounceReason.Undetermined, DsnAction.Failed, 5, Permanence.Permanent, Recommendation.ReviewByHand, Responsible.Unknown },
        { "not understood, 4xx", BounceReason.Undetermined, DsnAction.Failed, 4, Permanence.Transient, Recommendation.RetryLater, Responsible.Unknown },
        { "not understood", BounceReason.Undetermined, DsnAction.Failed, 0, Permanence.Unknown, Recommendation.ReviewByHand, Responsible.Unknown },
        { "delivered", BounceReason.Delivered, DsnAction.Delivered, 2, null, Recommendation.Nothing, Responsible.Nobody },
    };

    [Theory, MemberData(nameof(Rows))]
    public void Verdict_of_a_refusal(string what, BounceReason reason, DsnAction action, int codeClass, Permanence? permanence, Recommendation recommendation, Responsible responsible) =>
        Judgement.Of(Dead with { Reason = reason, Action = action, ReplyClass = codeClass, StatusClass = codeClass }).Should().Be(new Verdict(permanence, recommendation, responsible), what);

    [Fact]
    public void Each_doubt_alone_saves_the_address()
    {
        Judgement.Of(Dead).Recommendation.Should().Be(Recommendation.SuppressRecipient);
        VerdictInput[] doubts =
        [
            Dead with { Reason = BounceReason.RecipientAddressInvalid }, Dead with { Action = DsnAction.Delayed }, Dead with { ReplyClass = 4 }, Dead with { StatusClass = 4 },
            Dead with { ReplyClass = 0, StatusClass = 0, ReportSaysFailed = false }, Dead with { Evidence = RuleEvidence.None }, Dead with { Evidence = RuleEvidence.Reply },
            Dead with { Evidence = RuleEvidence.Status }, Dead with { HasWordsOfTemporariness = true }, Dead with { RecipientNamed = false }, Dead with { BehindAlias = true },
            Dead with { ReplyNamesAnother = true }, Dead with { IsDoubleBounce = true }, Dead with { OnlyWordsTell = true }, Dead with { NamesOtherCause = true }, Dead with { AnswersSender = true },
        ];
        foreach (var doubt in doubts) Judgement.Of(doubt).Recommendation.Should().NotBe(Recommendation.SuppressRecipient, doubt.ToString());
    }

    [Fact]
    public void The_four_reasons_that_kill_are_those_of_the_table() =>
        Enum.GetValues<BounceReason>().Where(ReasonTable.MayEndAddress)
            .Should().BeEquivalentTo([.. Deadly, BounceReason.Complaint]);

    [Theory]
    [InlineData("abuse", "a@dest.example", Recommendation.SuppressRecipient)]
    [InlineData("fraud", "a@dest.example", Recommendation.SuppressRecipient)]
    [InlineData("opt-out", "a@dest.example", Recommendation.SuppressRecipient)]
    [InlineData("abuse", null, Recommendation.ReviewByHand)]
    [InlineData("virus", "a@dest.example", Recommendation.ReviewByHand)]
    [InlineData("other", "a@dest.example", Recommendation.ReviewByHand)]
    [InlineData("auth-failure", "a@dest.example", Recommendation.ReviewByHand)]
    [InlineData("not-spam", "a@dest.example", Recommendation.Nothing)]
    [InlineData(null, "a@dest.example", Recommendation.ReviewByHand)]
    public void Complaint_by_its_type(string? type, string? recipient, Recommendation recommendation) =>
        Complaints.Judge(new Feedback { Type = type, OriginalRcptTo = recipient }).Recommendation.Should().Be(recommendation);

    [Fact]
    public void Situation_of_the_table_exists_and_differs_from_its_reason()
    {
        var ruled = RuleCatalogue.BuiltIn.Rules.Select(rule => (rule.Reason, rule.Situation)).ToHashSet();
        foreach (var (reason, situation) in SituationTable.Situations)
        {
            ruled.Should().Contain((reason, situation));
            SituationTable.Of(reason, situation).Should().NotBe(ReasonTable.Of(reason), $"{reason}/{situation}");
        }
    }

    [Theory]
    [InlineData(BounceReason.MailboxDisabled, "delivery-not-configured")]
    [InlineData(BounceReason.DomainUnknown, "domain-suspended")]
    public void What_may_come_back_is_never_suppressed(BounceReason reason, string situation)
    {
        foreach (var input in Everything(reason)) Judgement.Of(input with { Situation = situation }).Recommendation.Should().NotBe(Recommendation.SuppressRecipient);
        Everything(reason).Should().Contain(input => Judgement.Of(input).Recommendation == Recommendation.SuppressRecipient);
    }

    private static IEnumerable<VerdictInput> Everything(BounceReason reason)
    {
        bool[] both = [false, true];
        return from action in Enum.GetValues<DsnAction>()
               from reply in (int[])[0, 2, 4, 5]
               from status in (int[])[0, 2, 4, 5]
               from evidence in Enum.GetValues<RuleEvidence>()
               from exact in both
               from temporary in both
               from doubt in Enumerable.Range(0, 9)
               select Dead with
               {
                   Reason = reason, Action = action, ReplyClass = reply, StatusClass = status, Evidence = evidence, ExactDeadStatus = exact, HasWordsOfTemporariness = temporary,
                   RecipientNamed = doubt != 1, BehindAlias = doubt == 2, ReplyNamesAnother = doubt == 3, IsDoubleBounce = doubt == 4, ReportSaysFailed = doubt != 5, OnlyWordsTell = doubt == 6, NamesOtherCause = doubt == 7, AnswersSender = doubt == 8,
               };
    }
}
