using BounceParser.Catalogue;
using BounceParser.Classification;
using BounceParser.Tests.Support;

namespace BounceParser.Tests;

/// <summary>The rules as a whole: each one can win, each reason and each code that says something has one, and what is wrong names its line.</summary>
public sealed class CatalogueTests
{
    private static readonly BounceReason[] NotOfAText =
        [BounceReason.Undetermined, BounceReason.Delivered, BounceReason.Complaint, BounceReason.AutoReply, BounceReason.ChallengeResponse];

    [Fact]
    public void Every_rule_can_win()
    {
        var shadowed = new List<string>();
        foreach (var rule in WrittenRules.Catalogue.Rules)
        {
            var takers = RuleWords.Of(rule).SelectMany(words => words.Texts).Select(text => Winner(rule, text)).ToList();
            if (!takers.Contains(rule)) shadowed.Add($"{rule} is shadowed by {takers.Find(taker => taker is not null)?.ToString() ?? "nothing: its own words do not fit it"}");
        }

        string.Join("\n", shadowed).Should().BeEmpty();
    }

    [Fact]
    public void Every_pattern_can_decide()
    {
        var dead = new List<string>();
        foreach (var rule in WrittenRules.Catalogue.Rules)
            foreach (var (pattern, texts) in RuleWords.Of(rule))
            {
                var takers = texts.Select(text => Winner(rule, text)).ToList();
                if (pattern is not null && !takers.Contains(rule)) dead.Add($"{rule}: \"{pattern.Source}\" goes to {takers.Find(taker => taker is not null)?.ToString() ?? "nothing"}");
            }

        string.Join("\n", dead).Should().BeEmpty();
    }

    [Fact]
    public void Every_reason_that_a_text_can_carry_has_a_rule() =>
        WrittenRules.Catalogue.Rules.Select(rule => rule.Reason).Distinct().Should().BeEquivalentTo(Enum.GetValues<BounceReason>().Except(NotOfAText)).And.HaveCount(39);

    [Theory]
    [InlineData("UserUnknown : text \"no such user\"\nNoSuchReason : text \"no such thing\"", 2, "unknown reason 'NoSuchReason'")]
    [InlineData("7 : text \"no such user\"", 1, "unknown reason '7'")]
    [InlineData("# a comment\n\nUserUnknown : test \"no such user\"", 3, "unknown condition 'test'")]
    [InlineData("UserUnknown text \"no such user\"", 1, "expected 'Reason/situation")]
    [InlineData("UserUnknown : text \"no such user", 1, "a quote is not closed")]
    [InlineData("UserUnknown/No-Mailbox : text \"no such user\"", 1, "bad situation 'No-Mailbox'")]
    [InlineData("UserUnknown : text \"ab\"", 1, "too short")]
    [InlineData("UserUnknown : text \"no $such user\"", 1, "unknown set '$such'")]
    [InlineData("$one = mailbox | account\n$one = user", 2, "defined twice")]
    [InlineData("$ip = one | two", 1, "stands for an IP address")]
    [InlineData("UserUnknown : stage rcptTo", 1, "a rule needs a text, a status, a reply or a provider")]
    [InlineData("UserUnknown : reply 650", 1, "bad reply '650'")]
    [InlineData("UserUnknown : status 5.1", 1, "bad status '5.1'")]
    [InlineData("UserUnknown : text \"no such user\", expired no", 1, "expected 'expired yes'")]
    [InlineData("UserUnknown : text \"no such user\", name \"abc\"", 1, "too short")]
    public void Wrong_file_names_file_and_line(string text, int line, string problem)
    {
        var loading = () => RuleCatalogue.Of([new CatalogueFile("own.rules", text)], []);
        loading.Should().Throw<CatalogueException>().WithMessage($"own.rules({line})*{problem}*").Which.Line.Should().Be(line);
    }

    [Fact]
    public void Row_that_begins_with_a_space_goes_on_with_the_line_before_it()
    {
        const string Text = "$thing = mailbox\n  | drawer\n\nUserUnknown : text \"no such $thing\"\n  | \"$thing lost\",\n  not text \"sender\"\nMailboxFull : text \"$thing full\"";
        var rules = RuleReader.Read(new CatalogueFile("own.rules", Text), 0);
        rules.Select(rule => (rule.Line, rule.Conditions.Length)).Should().Equal((4, 2), (7, 1));
        rules[0].Conditions.OfType<TextCondition>().First().TryFind("the drawer lost", out _, out _).Should().BeTrue();
    }

    [Fact]
    public void Line_that_goes_on_is_named_by_its_first_row()
    {
        var loading = () => RuleCatalogue.Of([new CatalogueFile("own.rules", "\nUserUnknown : text \"no such user\"\n  | \"no\n")], []);
        loading.Should().Throw<CatalogueException>().Which.Line.Should().Be(2);
    }

    private static Rule? Winner(Rule rule, string text)
    {
        var catalogue = WrittenRules.Catalogue;
        using var words = new TextFinding(catalogue.Index, text);
        var subject = Subject(rule, words);
        catalogue.Index.FindKeys(subject, words.Rules);
        Span<int> first = stackalloc int[1];
        return catalogue.Match(words.Rules, subject, first) == 0 ? null : catalogue.Rules[first[0]];
    }

    // Every condition that is not words is met by its first value.
    private static RuleSubject Subject(Rule rule, in TextFinding words) => new()
    {
        Text = words.Text,
        Found = words.Conditions,
        Whole = words.Whole,
        Reply = Met<ReplyCondition>(rule)?.Codes[0].Low ?? 0,
        Status = Met<StatusCondition>(rule)?.Ranges[0] is { } range ? new EnhancedStatusCode(range.Class == 0 ? 5 : range.Class, range.Subject, range.Low) : null,
        Provider = Met<ProviderCondition>(rule)?.Names[0],
        Host = Met<HostCondition>(rule)?.Patterns[0].Replace("*", "mx", StringComparison.Ordinal),
        Stage = Met<StageCondition>(rule)?.Stages[0] ?? SmtpStage.Unknown,
        Dialect = Met<DialectCondition>(rule)?.Names[0],
        Action = Met<ActionCondition>(rule)?.Actions[0] ?? DsnAction.Failed,
        Expired = Met<ExpiredCondition>(rule) is not null,
    };

    private static T? Met<T>(Rule rule)
        where T : Condition => rule.Conditions.OfType<T>().FirstOrDefault(condition => !condition.Negated);
}
