using BounceParser.Classification;

namespace BounceParser.Tests.Support;

/// <summary>What a rule asks for, written out as something that a server could have said: the rule fed with its own words.</summary>
internal static class RuleWords
{
    private const string Gap = " then ";

    // As many members of a set as are tried; the sets of a pattern are gone through side by side.
    private const int Members = 40;

    /// <summary>The words of a pattern: a gap crossed, a digit put in, and of its sets one member after the other.</summary>
    public static IEnumerable<string> Of(TextPattern pattern) =>
        Enumerable.Range(0, pattern.Segments.Any(segment => segment.Pieces.Any(piece => piece.Kind == PieceKind.Set)) ? Members : 1)
            .Select(turn => string.Join(Gap, pattern.Segments.Select(segment => Of(segment, turn))));

    /// <summary>One text for each pattern of the rule's first text condition; the others give whichever pattern fits; one empty text without any.</summary>
    public static IEnumerable<(TextPattern? Pattern, IReadOnlyList<string> Texts)> Of(Rule rule)
    {
        var names = string.Concat(rule.Conditions.OfType<NameCondition>().Where(name => !name.Negated).Select(name => " " + name.Names[0]));
        var texts = rule.Conditions.OfType<TextCondition>().Where(text => !text.Negated).ToList();
        if (texts.Count == 0) return [(null, [names])];
        return texts[0].Patterns.Select(pattern => ((TextPattern?)pattern, (IReadOnlyList<string>)[.. Beside(texts.Skip(1)).SelectMany(beside => Of(pattern).Select(words => words + beside + names))]));
    }

    private static IEnumerable<string> Beside(IEnumerable<TextCondition> others)
    {
        IEnumerable<string> sofar = ["", " whatever "];
        foreach (var other in others)
            sofar = [.. sofar.SelectMany(text => other.Patterns.Select(pattern => text + ", " + Of(pattern).First())).Concat(sofar).Take(2_000)];
        return sofar;
    }

    private static string Of(TextSegment segment, int turn) => string.Concat(segment.Pieces.Select(piece => Of(piece, turn)));

    private static string Of(TextPiece piece, int turn) => piece.Kind switch
    {
        PieceKind.Literal => piece.LiteralText,
        PieceKind.Digit => "7",
        PieceKind.IpAddress => "192.0.2.9",
        PieceKind.Set => string.Concat(piece.Members[turn % piece.Members.Length].Select(part => Of(part, 0))),
        _ => "",
    };
}
