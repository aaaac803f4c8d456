using BounceParser.Text;
using Sprache;

namespace BounceParser.Classification;

using BounceParser.Text.Grammar;

/// <summary>The lines of a rule file: <c>Reason/situation : key value | value, not key value</c>, and <c>$set = member | member</c>.</summary>
internal static class RuleGrammar
{
    private static readonly Parser<string> Name = Token.Except(" \t:/,|\"=");

    private static readonly Parser<string> Situation =
        from slash in Token.Literal("/")
        from name in Name
        select name;

    private static readonly Parser<ValueSyntax> Value =
        Token.Quoted.Select(text => new ValueSyntax(text, true)).Or(Token.Except(" \t,|\"").Select(text => new ValueSyntax(text, false)));

    private static readonly Parser<string> Not =
        from word in Token.Literal("not")
        from gap in Token.Gap
        select word;

    private static readonly Parser<ConditionSyntax> Condition =
        from not in Not.OrNull()
        from key in Name
        from gap in Token.Gap
        from values in Separated(Value, "|")
        select new ConditionSyntax(not is not null, key, values);

    private static readonly Parser<string> Colon =
        from before in Token.White
        from colon in Token.Literal(":")
        from after in Token.White
        select colon;

    /// <summary>One rule.</summary>
    public static readonly Parser<RuleSyntax> Rule =
        from reason in Name
        from situation in Situation.OrNull()
        from colon in Colon
        from conditions in Separated(Condition, ",")
        from end in EndOfLine
        select new RuleSyntax(reason, situation, conditions);

    /// <summary>One set: its name without the dollar, its members.</summary>
    public static readonly Parser<SetSyntax> Set =
        from dollar in Token.Literal("$")
        from name in Name
        from before in Token.White
        from sign in Token.Literal("=")
        from after in Token.White
        from members in Separated(Token.Except("|\"="), "|")
        from end in EndOfLine
        select new SetSyntax(name, [.. members.Select(member => member.Trim())]);

    private static Parser<int> EndOfLine =>
        from left in Token.White
        from rest in Token.Rest.Where(rest => rest.Length == 0)
        select left;

    // A loop, not a recursion: a line may hold hundreds of values.
    private static Parser<IReadOnlyList<T>> Separated<T>(Parser<T> item, string separator)
    {
        var next =
            from before in Token.White
            from mark in Token.Literal(separator)
            from after in Token.White
            select mark;
        return input =>
        {
            var items = new List<T>();
            for (var place = input; ;)
            {
                var read = item(place);
                if (!read.WasSuccessful) return TokenResult<IReadOnlyList<T>>.Failure(read.Remainder, "a value");
                items.Add(read.Value);
                var mark = next(read.Remainder);
                if (!mark.WasSuccessful) return TokenResult<IReadOnlyList<T>>.Success(items, read.Remainder);
                place = mark.Remainder;
            }
        };
    }
}

/// <summary>A rule as written.</summary>
internal sealed record RuleSyntax(string Reason, string? Situation, IReadOnlyList<ConditionSyntax> Conditions);

/// <summary>A condition as written.</summary>
internal sealed record ConditionSyntax(bool Negated, string Key, IReadOnlyList<ValueSyntax> Values);

/// <summary>A value as written, without its quotes.</summary>
internal sealed record ValueSyntax(string Text, bool Quoted);

/// <summary>A set as written.</summary>
internal sealed record SetSyntax(string Name, IReadOnlyList<string> Members);
