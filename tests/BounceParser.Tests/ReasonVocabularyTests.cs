using BounceParser.Catalogue;

namespace BounceParser.Tests;

/// <summary>The words of other systems, both ways: a name that several reasons share leads to the principal one.</summary>
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
    [InlineData("bad-domain", Vocabulary.PowerMta, BounceReason.DomainUnknown)]
    [InlineData("bad-mailbox", Vocabulary.PowerMta, BounceReason.UserUnknown)]
    [InlineData("quota-issues", Vocabulary.PowerMta, BounceReason.MailboxFull)]
    [InlineData("policy-related", Vocabulary.PowerMta, BounceReason.PolicyRejected)]
    [InlineData("routing-errors", Vocabulary.PowerMta, null)]
    [InlineData("userunknown", Vocabulary.Sisimai, BounceReason.UserUnknown)]
    [InlineData("Blocked", Vocabulary.Sisimai, BounceReason.IpBlocked)]
    [InlineData("hostunknown", Vocabulary.Sisimai, BounceReason.DomainUnknown)]
    [InlineData("InvalidRecipient", Vocabulary.KumoMta, BounceReason.UserUnknown)]
    [InlineData("Permanent/General", Vocabulary.AmazonSes, null)]
    [InlineData("Transient/General", Vocabulary.AmazonSes, null)]
    [InlineData("userunknown*", Vocabulary.Sisimai, null)]
    [InlineData("DNSFailure", Vocabulary.KumoMta, BounceReason.DnsFailure)]
    [InlineData("Transient/MailboxFull", Vocabulary.AmazonSes, BounceReason.MailboxFull)]
    [InlineData("no such word", Vocabulary.Sisimai, null)]
    public void Name_leads_back_to_the_reason_that_it_stands_for_first(string name, Vocabulary vocabulary, BounceReason? reason) =>
        ReasonVocabulary.ReasonOf(name, vocabulary).Should().Be(reason);

    [Fact]
    public void Name_never_leads_to_a_reason_of_another_name()
    {
        foreach (var vocabulary in Enum.GetValues<Vocabulary>())
            foreach (var reason in Enum.GetValues<BounceReason>())
                if (ReasonVocabulary.NameOf(reason, vocabulary) is { } name && ReasonVocabulary.ReasonOf(name, vocabulary) is { } principal)
                    ReasonVocabulary.NameOf(principal, vocabulary).Should().Be(name, $"{vocabulary} {reason}");
    }

    [Fact]
    public void Mark_of_the_principal_reason_stands_once_and_only_where_a_name_is_shared()
    {
        var rows = CatalogueFile.Open("Reasons.tsv")!.Rows().Select(row => row.Cells).ToList();
        for (var column = 3; column < 7; column++)
            foreach (var alike in rows.Select(cells => cells[column]).Where(name => name.Length > 0).GroupBy(name => name.TrimEnd('*')))
                alike.Count(name => name.EndsWith('*')).Should().BeLessThanOrEqualTo(alike.Count() > 1 ? 1 : 0, alike.Key);
    }

    [Fact]
    public void Every_failure_has_a_name_in_every_system()
    {
        foreach (var vocabulary in Enum.GetValues<Vocabulary>())
            foreach (var reason in Enum.GetValues<BounceReason>().Where(reason => reason is not (BounceReason.Delivered or BounceReason.Complaint or BounceReason.AutoReply or BounceReason.ChallengeResponse)))
                ReasonVocabulary.NameOf(reason, vocabulary).Should().NotBeNullOrEmpty($"{vocabulary} {reason}");
    }
}
