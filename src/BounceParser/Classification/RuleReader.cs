using BounceParser.Catalogue;
using BounceParser.Text;
using Sprache;

namespace BounceParser.Classification;

/// <summary>Reads the rules of one file; what is wrong is named with file and line.</summary>
internal sealed class RuleReader
{
    private const int MaxRules = 20_000;
    private const int MaxLineLength = 64 * 1024;
    private const int MaxMembers = 10_000;

    private readonly CatalogueFile _file;
    private readonly Dictionary<string, IReadOnlyList<string>> _sets = new(StringComparer.OrdinalIgnoreCase);
    private readonly PatternReader _patterns;
    private readonly List<Rule> _rules = [];
    private int _line;

    private RuleReader(CatalogueFile file) => (_file, _patterns) = (file, new PatternReader(Members, Problem));

    /// <param name="file">The file.</param>
    /// <param name="first">The ordinal of its first rule.</param>
    /// <exception cref="CatalogueException">A line is no rule.</exception>
    public static IReadOnlyList<Rule> Read(CatalogueFile file, int first)
    {
        var reader = new RuleReader(file);
        foreach (var (number, line) in file.Lines()) reader.ReadLine(number, line, first);
        return reader._rules;
    }

    private void ReadLine(int number, string line, int first)
    {
        _line = number;
        if (line.Length > MaxLineLength) throw Problem($"longer than {MaxLineLength} characters, with the rows that go on with it");
        if (line[0] == '$') DefineSet(Parse(RuleGrammar.Set, line, "$set = member | member"));
        else if (_rules.Count >= MaxRules) throw Problem($"more than {MaxRules} rules");
        else _rules.Add(Rule(Parse(RuleGrammar.Rule, line, "Reason/situation : condition, condition"), first + _rules.Count));
    }

    private T Parse<T>(Parser<T> grammar, string line, string expected)
    {
        var result = grammar(new TokenInput(line));
        if (result.WasSuccessful) return result.Value;
        throw Problem(HasOpenQuote(line) ? "a quote is not closed" : $"expected '{expected}', cannot read on from column {result.Remainder.Position + 1}");
    }

    // As Token.Quoted reads them: a backslash takes the next character as it is.
    private static bool HasOpenQuote(string line)
    {
        var isOpen = false;
        for (var at = 0; at < line.Length; at++)
        {
            if (isOpen && line[at] == '\\') at++;
            else if (line[at] == '"') isOpen = !isOpen;
        }

        return isOpen;
    }

    private void DefineSet(SetSyntax set)
    {
        // Sets of sets grow by themselves: each line may double what stands before it.
        var members = set.Members.SelectMany(member => member.StartsWith('$') ? Members(member[1..]) : [FoldedText.Of(member)]).Take(MaxMembers + 1).ToList();
        if (members.Count > MaxMembers) throw Problem($"the set '${set.Name}' has more than {MaxMembers} members");
        if (members.Exists(member => member.Length == 0)) throw Problem($"the set '${set.Name}' has an empty member");
        if (set.Name.Equals(PatternReader.IpAddress, StringComparison.OrdinalIgnoreCase)) throw Problem($"'${PatternReader.IpAddress}' stands for an IP address, and cannot be a set");
        if (!_sets.TryAdd(set.Name, members)) throw Problem($"the set '${set.Name}' is defined twice");
    }

    private IReadOnlyList<string> Members(string name) =>
        _sets.TryGetValue(name, out var members) ? members : throw Problem($"unknown set '${name}'");

    private Rule Rule(RuleSyntax syntax, int ordinal)
    {
        if (!MemberName.TryRead<BounceReason>(syntax.Reason, ignoreCase: false, out var reason)) throw Problem($"unknown reason '{syntax.Reason}'");
        if (ReasonTable.Of(reason).Family == ReasonFamily.Outcome) throw Problem($"'{reason}' is no reason why a mail is refused");
        if (syntax.Situation is { } situation && situation.AsSpan().ContainsAnyExcept("abcdefghijklmnopqrstuvwxyz0123456789-"))
            throw Problem($"bad situation '{situation}', expected lower-case letters, digits and hyphens");
        var reading = new ConditionReader(_patterns, Problem);
        Condition[] conditions = [.. syntax.Conditions.Select(reading.Read)];
        if (TooShort(conditions) is { } pattern) throw Problem($"the text \"{pattern.Source}\" is too short: at least three letters in a row, unless a status, a reply or a provider stands beside it");
        return new Rule
        {
            File = _file.Name,
            Line = _line,
            Ordinal = ordinal,
            Reason = reason,
            Situation = syntax.Situation,
            Conditions = conditions,
            Evidence = EvidenceOf(conditions),
        };
    }

    // A rule is found by its words or by an exact code or provider: one that has neither would be tried on every text.
    private TextPattern? TooShort(IReadOnlyList<Condition> conditions)
    {
        var positive = conditions.Where(condition => !condition.Negated).ToList();
        if (positive.Exists(condition => condition is StatusCondition or ReplyCondition or ProviderCondition)) return null;
        var texts = positive.OfType<TextCondition>().ToList();
        if (texts.Count == 0) throw Problem("a rule needs a text, a status, a reply or a provider that is not negated");
        return texts.Exists(text => text.CanBeIndexed) ? null : texts.SelectMany(text => text.Patterns).First(pattern => pattern.Anchors.Length == 0);
    }

    private static RuleEvidence EvidenceOf(IReadOnlyList<Condition> conditions)
    {
        var positive = conditions.Where(condition => !condition.Negated).ToList();
        return positive.Exists(condition => condition is TextCondition) ? RuleEvidence.Text
            : positive.Exists(condition => condition is ProviderCondition or HostCondition) ? RuleEvidence.Provider
            : positive.Exists(condition => condition is StatusCondition) ? RuleEvidence.Status
            : RuleEvidence.Reply;
    }

    private CatalogueException Problem(string problem) => new(_file.Name, _line, problem);
}
