using System.Globalization;
using BounceParser.Catalogue;
using BounceParser.Text;

namespace BounceParser.Classification;

/// <summary>Makes conditions of what a rule file says.</summary>
/// <param name="patterns">Reads texts, with the sets of the file.</param>
/// <param name="problem">Makes the exception that names file and line.</param>
internal sealed class ConditionReader(PatternReader patterns, Func<string, CatalogueException> problem)
{
    private const string Keys = "text, name, provider, host, reply, status, stage, dialect, action or expired";

    public Condition Read(ConditionSyntax syntax)
    {
        var condition = Make(syntax);
        foreach (var value in syntax.Values)
        {
            if (syntax.Key == "text" && !value.Quoted) throw problem($"the text {value.Text} must stand in double quotes");
            if (syntax.Key is not ("text" or "name" or "host") && value.Quoted) throw problem($"the value of '{syntax.Key}' takes no quotes");
        }

        return condition with { Negated = syntax.Negated };
    }

    private Condition Make(ConditionSyntax syntax) => syntax.Key switch
    {
        "text" => new TextCondition([.. Values(syntax, patterns.Read)]),
        "name" => new NameCondition(Values(syntax, Name)),
        "provider" => new ProviderCondition(Values(syntax, name => name)),
        "host" => new HostCondition(Values(syntax, pattern => pattern)),
        "reply" => new ReplyCondition(Values(syntax, Reply)),
        "status" => new StatusCondition(Values(syntax, Status)),
        "stage" => new StageCondition(Values(syntax, Member<SmtpStage>)),
        "dialect" => new DialectCondition(Values(syntax, name => name)),
        "action" => new ActionCondition(Values(syntax, Member<DsnAction>)),
        "expired" => syntax.Values is [{ Text: "yes" }] ? new ExpiredCondition() : throw problem("expected 'expired yes'"),
        _ => throw problem($"unknown condition '{syntax.Key}', expected {Keys}"),
    };

    private static T[] Values<T>(ConditionSyntax syntax, Func<string, T> read) => [.. syntax.Values.Select(value => read(value.Text))];

    private string Name(string text) => text.Length > 3 ? FoldedText.Of(text) : throw problem($"the name \"{text}\" is too short: at least four characters");

    // "550", "45x", "5xx".
    private (int Low, int High) Reply(string text)
    {
        var digits = text.AsSpan().TrimEnd('x');
        if (text.Length != 3 || digits.Length == 0 || text[0] is not ('2' or '4' or '5') || digits.ContainsAnyExceptInRange('0', '9'))
            throw problem($"bad reply '{text}', expected a code such as 550, 45x or 5xx");
        return (Number(text.Replace('x', '0')), Number(text.Replace('x', '9')));
    }

    // "5.1.1", "x.7.27", "5.7.606-5.7.649".
    private StatusRange Status(string text)
    {
        var (low, high) = text.IndexOf('-') is >= 0 and var hyphen ? (Code(text[..hyphen]), Code(text[(hyphen + 1)..])) : (Code(text), Code(text));
        if (low is not { } from || high is not { } to || from.Class != to.Class || from.Subject != to.Subject || from.Detail > to.Detail)
            throw problem($"bad status '{text}', expected a code such as 5.1.1, x.7.27 or 5.7.606-5.7.649");
        return new StatusRange(text[0] == 'x' ? 0 : from.Class, from.Subject, from.Detail, to.Detail);
    }

    private static EnhancedStatusCode? Code(string text) => EnhancedStatusCode.Parse(text.StartsWith('x') ? "5" + text[1..] : text);

    private T Member<T>(string text)
        where T : struct, Enum =>
        char.IsAsciiLetterLower(text[0]) && MemberName.TryRead<T>(text, ignoreCase: true, out var value)
            ? value
            : throw problem($"unknown value '{text}', expected {string.Join(", ", Enum.GetNames<T>().Select(name => char.ToLowerInvariant(name[0]) + name[1..]))}");

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
