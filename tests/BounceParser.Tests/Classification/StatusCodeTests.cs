using System.Text.RegularExpressions;
using BounceParser.Catalogue;
using BounceParser.Classification;
using BounceParser.Tests.Support;

namespace BounceParser.Tests.Classification;

/// <summary>Every enhanced status code of the registry has a rule, or stands at the file's foot as one that says nothing.</summary>
public sealed partial class StatusCodeTests
{
    private const string File = "30-status-codes.rules";

    private static readonly string[] Registry = [.. TestTable.Lines("enhanced-status-codes.txt").Select(line => line.Text)];

    [Fact]
    public void Every_code_of_the_registry_has_a_rule_or_a_reason_for_none()
    {
        var left = Registry.SelectMany(InBothClasses).Where(code => !HasRule(code) && !IsListed(code));
        left.Should().BeEmpty($"they have no rule and do not stand at the foot of {File}");
    }

    [Fact]
    public void No_code_at_the_foot_has_a_rule_of_its_own()
    {
        foreach (var code in Foot().Where(code => !code.StartsWith('x')))
            HasRule(EnhancedStatusCode.Parse(code)!.Value).Should().BeFalse($"{code} stands at the foot of {File}");
    }

    [Fact]
    public void No_temporary_code_leads_to_a_dead_address()
    {
        var dead = new[] { BounceReason.UserUnknown, BounceReason.MailboxDisabled, BounceReason.DomainUnknown, BounceReason.DomainAcceptsNoMail };
        foreach (var rule in Rules().Where(rule => dead.Contains(rule.Reason)))
            rule.Conditions.OfType<StatusCondition>().SelectMany(status => status.Ranges).Should().OnlyContain(range => range.Class == 5, rule.ToString());
    }

    private static IEnumerable<EnhancedStatusCode> InBothClasses(string code) =>
        from @class in new[] { '4', '5' }
        select EnhancedStatusCode.Parse(@class + code[1..])!.Value;

    private static IEnumerable<Rule> Rules() => RuleCatalogue.BuiltIn.Rules.Where(rule => rule.File == File);

    private static bool HasRule(EnhancedStatusCode code) =>
        Rules().Any(rule => rule.Conditions.OfType<StatusCondition>().Any(status => !status.Negated && status.Ranges.Any(range => range.Contains(code))));

    private static bool IsListed(EnhancedStatusCode code) =>
        Foot().Any(listed => listed == code.ToString() || (listed.StartsWith('x') && listed[1..] == code.ToString()[1..]));

    private static List<string> Foot()
    {
        var text = CatalogueFile.Open($"Rules/{File}").Text;
        return [.. ListedCode().Matches(text[text.IndexOf("Deliberately without a rule", StringComparison.Ordinal)..]).Select(match => match.Value)];
    }

    [GeneratedRegex(@"[x45]\.\d{1,3}\.\d{1,3}", RegexOptions.NonBacktracking)]
    private static partial Regex ListedCode();
}
