using BounceParser.Text;

namespace BounceParser.Recognition;

/// <summary>One mark of a kind of mail: a line of a file of <c>Kinds/</c>.</summary>
internal sealed record KindMark(string Kind, KindCondition[] Conditions)
{
    public bool Holds(KindView mail)
    {
        foreach (var condition in Conditions)
            if (!condition.Holds(mail)) return false;
        return true;
    }

    public static KindMark Read(ref ImageReader image) => new(image.Text(), image.All(static (ref from) => new KindCondition(from.Text(), from.Text(), from.Number() != 0, from.Number() != 0)));

    public void Write(ImageWriter image)
    {
        image.Text(Kind);
        image.All(Conditions, condition =>
        {
            image.Text(condition.Field);
            image.Text(condition.Words);
            image.Number(condition.AtStart ? 1 : 0);
            image.Number(condition.Negated ? 1 : 0);
        });
    }

    /// <summary>Reads <c>kind : condition, condition</c>.</summary>
    public static KindMark Read(string file, int number, string line)
    {
        var colon = line.IndexOf(" : ", StringComparison.Ordinal);
        if (colon <= 0) throw new CatalogueException(file, number, "expected 'kind : condition'");
        var conditions = line[(colon + 3)..].Split("\",", StringSplitOptions.TrimEntries);
        return new KindMark(line[..colon].Trim(), [.. conditions.Select(text => KindCondition.Read(file, number, text))]);
    }
}

/// <summary>A header, or the beginning of the text, and the words that it must hold.</summary>
internal sealed record KindCondition(string Field, string Words, bool AtStart, bool Negated)
{
    public bool Holds(KindView mail) => Found(mail.Folded(Field)) != Negated;

    public static KindCondition Read(string file, int number, string text)
    {
        var negated = text.StartsWith("not ", StringComparison.Ordinal);
        if (negated) text = text[4..];
        var quote = text.IndexOf('"');
        if (quote < 0) throw new CatalogueException(file, number, "expected words in double quotes");
        var words = text[(quote + 1)..].TrimEnd('"');
        var key = text[..quote].Trim();
        var field = key switch
        {
            "subject" or KindView.Text => key,
            _ when key.StartsWith("header ", StringComparison.Ordinal) => key[7..].Trim(),
            _ => throw new CatalogueException(file, number, $"unknown condition '{key}', expected header, subject or text"),
        };
        return new KindCondition(field, FoldedText.Closed(words.TrimStart('^')), words.StartsWith('^'), negated);
    }

    private bool Found(string? value) => value is not null && (AtStart ? value.StartsWith(Words, StringComparison.Ordinal) : value.Contains(Words, StringComparison.Ordinal));
}
