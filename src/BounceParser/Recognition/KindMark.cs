using BounceParser.Catalogue;
using BounceParser.Text;

namespace BounceParser.Recognition;

/// <summary>One mark of a kind of mail: a line of a file of <c>Kinds/</c>.</summary>
internal sealed record KindMark(MailKind Kind, KindCondition[] Conditions)
{
    /// <summary>True when its one condition is all that it takes.</summary>
    public bool IsSimple => Conditions is [{ Negated: false }];

    /// <summary>Reads <c>kind : condition, condition</c>.</summary>
    public static KindMark Read(CatalogueFile file, int number, string line)
    {
        var colon = line.IndexOf(" : ", StringComparison.Ordinal);
        if (colon <= 0) throw new CatalogueException(file.Name, number, "expected 'kind : condition'");
        var conditions = line[(colon + 3)..].Split("\",", StringSplitOptions.TrimEntries);
        return new KindMark(file.Member<MailKind>(number, line[..colon].Trim()), [.. conditions.Select(text => KindCondition.Read(file.Name, number, text))]);
    }
}

/// <summary>A header, or the beginning of the text, and the words of which it must hold one; that it is there where there are none.</summary>
internal sealed record KindCondition(string Field, IReadOnlyList<string> Phrases, bool Negated)
{
    /// <summary>The field that stands for the text.</summary>
    public const string Text = "text";

    public static KindCondition Read(string file, int number, string text)
    {
        var negated = text.StartsWith("not ", StringComparison.Ordinal);
        if (negated) text = text[4..];
        var open = text.AsSpan().IndexOfAny('"', '{');
        if (open < 0) throw new CatalogueException(file, number, "expected words in double quotes, or an idea in braces");
        var words = text[(open + 1)..].TrimEnd('"', '}');
        var key = text[..open].Trim();
        var field = key switch
        {
            Text when negated => throw new CatalogueException(file, number, "a text is not asked for what it does not say"),
            "subject" or Text => key,
            _ when key.StartsWith("header ", StringComparison.Ordinal) => key[7..].Trim(),
            _ => throw new CatalogueException(file, number, $"unknown condition '{key}', expected header, subject or text"),
        };
        return new KindCondition(field, text[open] == '"' ? Phrase(words) : WordCatalogue.Of(words).Phrases is { Count: > 0 } phrases ? phrases : throw new CatalogueException(file, number, $"unknown idea '{words}'"), negated);
    }

    private static string[] Phrase(string words) =>
        words.Length == 0 ? [] : words[0] == '^' ? [KindField.Beginning + FoldedText.Closed(words.AsSpan(1))] : [FoldedText.Closed(words)];
}
