using BounceParser.Catalogue;
using BounceParser.Classification;
using BounceParser.Smtp;
using BounceParser.Tests.Support;
using BounceParser.Text;
using CsCheck;

namespace BounceParser.Tests.Classification;

/// <summary>The index finds what trying every rule in turn finds, and at the same places.</summary>
public class RuleIndexTests
{
    private const int LongestText = 4_096;
    private const int MaxMatches = 5;

    private static readonly RuleCatalogue Catalogue = WrittenRules.Catalogue;

    [Fact]
    public void Finds_the_rules_that_a_scan_finds_in_texts_made_of_their_words() =>
        RuleTexts.Refusals(Catalogue).Sample(refusal => Found(Catalogue, refusal).Should().Equal(Scanned(Catalogue, refusal), "of {0}", refusal.Text), iter: 3_000);

    [Fact]
    public void Finds_the_rules_that_a_scan_finds_in_every_line_of_the_corpus()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Corpus, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".json", StringComparison.Ordinal)))
            foreach (var line in File.ReadLines(file).Where(line => line.Length is > 20 and < LongestText))
            {
                var refusal = new Refusal { Text = line, Status = ReplyReader.FindStatus(line), Reply = ReplyReader.Find(line) };
                Found(Catalogue, refusal).Should().Equal(Scanned(Catalogue, refusal), "of {0}", line);
            }
    }

    [Fact]
    public void Finds_the_words_where_a_scan_finds_them() =>
        RuleTexts.Refusals(Catalogue).Sample(refusal =>
        {
            using var finding = new TextFinding(Catalogue.Index, refusal.Text);
            foreach (var ordinal in Found(Catalogue, refusal))
                foreach (var condition in Catalogue.Rules[ordinal].Conditions.OfType<TextCondition>().Where(condition => !condition.Negated))
                    finding.Place(condition).Should().Be(PlaceIn(refusal.Text, finding.Text, condition), "of {0}", refusal.Text);
        }, iter: 1_000);

    [Theory]
    [InlineData("mailbox full", "mailbox full")]
    [InlineData("the mailbox is FULL.", "mailbox ... full")]
    [InlineData("graylisting in action", "graylist*")]
    [InlineData("邮箱已满了", "邮箱已满")]
    [InlineData("满，已停用", "已停用")]
    [InlineData("over   quota", "over quota")]
    [InlineData("Mail from 192.0.2.9 was refused", "mail from $ip ... refused")]
    [InlineData("2001:db8::25 is listed", "$ip is listed")]
    public void Finds_a_text(string text, string pattern) => Matches(text, pattern).Should().BeTrue();

    [Theory]
    [InlineData("mailboxes full", "mailbox full")]
    [InlineData("the mailbox of full@example.net", "mailbox ... full")]
    [InlineData("regraylisting", "graylist*")]
    [InlineData("full. The mailbox", "mailbox ... full")]
    [InlineData("http://example.net/mailbox full", "mailbox full")]
    [InlineData("Mail from anna@origin.example was refused", "mail from $ip ... refused")]
    [InlineData("Mail from mx.origin.example was refused", "mail from $ip ... refused")]
    [InlineData("mail from 550 was refused", "mail from $ip ... refused")]
    public void Finds_no_text_in_names_parts_of_words_or_another_order(string text, string pattern) => Matches(text, pattern).Should().BeFalse();

    [Theory]
    [InlineData(null, false)]
    [InlineData("mx.google.com", true)]
    public void Tries_no_rule_of_a_provider_where_none_is_known(string? host, bool tried)
    {
        var catalogue = RuleCatalogue.Of([new CatalogueFile("own.rules", "PolicyRejected : provider google, text \"no such luck\"")], []);
        var refusal = new Refusal { Text = "no such luck", RemoteHost = host };
        using var finding = new TextFinding(catalogue.Index, refusal.Text);
        catalogue.Index.FindKeys(Subject(refusal, finding), finding.Rules);
        Bits.Has(finding.Rules, 0).Should().Be(tried);
        Found(catalogue, refusal).Should().HaveCount(tried ? 1 : 0);
    }

    private static bool Matches(string text, string pattern) =>
        Found(RuleCatalogue.Of([new CatalogueFile("own.rules", $"PolicyRejected : text \"{pattern}\"")], []), new Refusal { Text = text }).Count == 1;

    private static IReadOnlyList<int> Found(RuleCatalogue catalogue, in Refusal refusal)
    {
        using var finding = new TextFinding(catalogue.Index, refusal.Text);
        var subject = Subject(refusal, finding) with { Found = finding.Conditions };
        catalogue.Index.FindKeys(subject, finding.Rules);
        Span<int> ordinals = stackalloc int[MaxMatches];
        return ordinals[..catalogue.Match(finding.Rules, subject, ordinals)].ToArray();
    }

    // Every rule in turn, without the index: the first of each reason that holds.
    private static IReadOnlyList<int> Scanned(RuleCatalogue catalogue, in Refusal refusal)
    {
        using var finding = new TextFinding(catalogue.Index, refusal.Text);
        var subject = Subject(refusal, finding);
        var held = new List<Rule>();
        foreach (var rule in catalogue.Rules)
            if (held.Count < MaxMatches && !held.Exists(earlier => earlier.Reason == rule.Reason) && rule.Holds(subject)) held.Add(rule);
        return [.. held.Select(rule => rule.Ordinal)];
    }

    private static RuleSubject Subject(in Refusal refusal, in TextFinding finding) => new()
    {
        Text = finding.Text,
        Whole = finding.Whole,
        Reply = refusal.Reply?.Code ?? 0,
        Status = refusal.Status,
        Provider = Catalogue.Providers.OfHost(refusal.RemoteHost),
        Host = refusal.RemoteHost,
    };

    // The place in the original: of a text as long as it was, the place in the folded one; of a reply whose repeated codes were left out, where the offsets say.
    private static (int Start, int Length) PlaceIn(string text, ReadOnlySpan<char> folded, TextCondition condition)
    {
        if (!condition.TryFind(folded, out var start, out var length)) return (0, 0);
        if (folded.Length == text.Length) return (start, length);
        var offsets = new ushort[text.Length];
        FoldedText.Fold(text, new char[text.Length], offsets).Should().Be(folded.Length);
        return (offsets[start], offsets[start + length - 1] + 1 - offsets[start]);
    }
}
