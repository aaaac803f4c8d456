namespace BounceParser.Tests;

/// <summary>The words of other systems, both ways where they are unambiguous.</summary>
public sealed class ReasonVocabularyTests
{
    [Theory]
    [InlineData(BounceReason.UserUnknown, Vocabulary.Sisimai, "userunknown")]
    [InlineData(BounceReason.MailboxFull, Vocabulary.PowerMta, "quota-issues")]
    [InlineData(BounceReason.DnsFailure, Vocabulary.KumoMta, "DNSFailure")]
    [InlineData(BounceReason.UserUnknown, Vocabulary.AmazonSes, "Permanent/NoEmail")]
    [InlineData(BounceReason.AutoReply, Vocabulary.AmazonSes, null)]
    [InlineData(BounceReason.UserUnknown, Vocabulary.None, "UserUnknown")]
    public void Reason_has_a_name_elsewhere(BounceReason reason, Vocabulary vocabulary, string? name) =>
        ReasonVocabulary.NameOf(reason, vocabulary).Should().Be(name);

    [Theory]
    [InlineData("mailboxfull", Vocabulary.Sisimai, BounceReason.MailboxFull)]
    [InlineData("MAILBOXFULL", Vocabulary.Sisimai, BounceReason.MailboxFull)]
    [InlineData("bad-domain", Vocabulary.PowerMta, null)]
    [InlineData("userunknown", Vocabulary.Sisimai, null)]
    [InlineData("DNSFailure", Vocabulary.KumoMta, BounceReason.DnsFailure)]
    [InlineData("Transient/MailboxFull", Vocabulary.AmazonSes, BounceReason.MailboxFull)]
    [InlineData("no such word", Vocabulary.Sisimai, null)]
    public void Name_leads_back_where_it_stands_for_one_reason(string name, Vocabulary vocabulary, BounceReason? reason) =>
        ReasonVocabulary.ReasonOf(name, vocabulary).Should().Be(reason);

    [Fact]
    public void Every_failure_has_a_name_in_every_system()
    {
        foreach (var vocabulary in Enum.GetValues<Vocabulary>())
            foreach (var reason in Enum.GetValues<BounceReason>().Where(reason => reason is not (BounceReason.Delivered or BounceReason.Complaint or BounceReason.AutoReply or BounceReason.ChallengeResponse)))
                ReasonVocabulary.NameOf(reason, vocabulary).Should().NotBeNullOrEmpty($"{vocabulary} {reason}");
    }
}
