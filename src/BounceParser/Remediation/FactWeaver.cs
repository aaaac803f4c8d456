using System.Text;

namespace BounceParser.Remediation;

/// <summary>Weaves the facts of a diagnosis into a sentence of advice.</summary>
/// <remarks>
/// <c>{fact}</c> is the fact's value, or the language's fallback noun (<c>fallback.recipient</c>);
/// <c>{fact:clause}</c> stands only when the fact is known, <c>{!fact:clause}</c> only when it is not; a clause may hold
/// placeholders, four deep at most.
/// </remarks>
internal sealed class FactWeaver(AdviceLanguage language, Placeholders values)
{
    /// <summary>How deep clauses may stand in clauses.</summary>
    public const int MaxDepth = 4;

    public string Into(string text)
    {
        if (text.IndexOf('{') < 0) return text;
        var woven = new StringBuilder(text.Length + 32);
        Weave(text, woven, depth: 0);
        return woven.ToString();
    }

    /// <summary>What is wrong with the placeholders of a text; null when nothing is.</summary>
    public static string? ProblemIn(ReadOnlySpan<char> text, int depth = 0)
    {
        while (text.IndexOf('{') is >= 0 and var open)
        {
            text = text[open..];
            var close = ClosingBrace(text);
            if (close < 0) return "a brace is opened and not closed";
            if (depth >= MaxDepth) return $"clauses stand more than {MaxDepth} deep";
            var clause = Parts(text[1..close]);
            if (!Placeholders.Names.Contains(clause.Name)) return $"unknown placeholder '{clause.Name}'";
            if (ProblemIn(clause.Text, depth + 1) is { } problem) return problem;
            text = text[(close + 1)..];
        }

        return text.Contains('}') ? "a brace is closed and not opened" : null;
    }

    private void Weave(ReadOnlySpan<char> text, StringBuilder woven, int depth)
    {
        while (text.IndexOf('{') is >= 0 and var open)
        {
            woven.Append(text[..open]);
            text = text[open..];
            var close = ClosingBrace(text);
            if (close < 0 || depth > MaxDepth) break;
            Placeholder(text[1..close], woven, depth);
            text = text[(close + 1)..];
        }

        woven.Append(text);
    }

    private void Placeholder(ReadOnlySpan<char> inner, StringBuilder woven, int depth)
    {
        var clause = Parts(inner);
        var value = values[clause.Name];
        if (inner.IndexOf(':') < 0) woven.Append(value ?? language.FallbackNoun(clause.Name));
        else if (value is null == clause.IsNegated) Weave(clause.Text, woven, depth + 1);
    }

    private static Clause Parts(ReadOnlySpan<char> inner)
    {
        var colon = inner.IndexOf(':');
        var name = (colon < 0 ? inner : inner[..colon]).Trim();
        var isNegated = name.StartsWith('!');
        return new Clause((isNegated ? name[1..] : name).ToString(), isNegated, colon < 0 ? [] : inner[(colon + 1)..]);
    }

    private static int ClosingBrace(ReadOnlySpan<char> text)
    {
        var depth = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '{') depth++;
            else if (text[at] == '}' && --depth == 0) return at;
        }

        return -1;
    }

    private readonly ref struct Clause(string name, bool isNegated, ReadOnlySpan<char> text)
    {
        public string Name { get; } = name;

        public bool IsNegated { get; } = isNegated;

        public ReadOnlySpan<char> Text { get; } = text;
    }
}
