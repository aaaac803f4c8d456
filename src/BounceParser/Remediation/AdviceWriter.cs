using BounceParser.Catalogue;

namespace BounceParser.Remediation;

/// <summary>Writes one piece of advice in some format: the same parts in the same order, whoever writes them.</summary>
internal abstract class AdviceWriter(AdviceLanguage language)
{
    public static AdviceWriter For(AdviceFormat format, AdviceLanguage language) => format switch
    {
        AdviceFormat.PlainText => new PlainTextAdvice(language),
        AdviceFormat.Markdown => new MarkdownAdvice(language),
        AdviceFormat.Html => new HtmlAdvice(language),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "not a format"),
    };

    /// <param name="advice">What to write.</param>
    /// <param name="audiences">Whose steps, in that order; an audience without steps is left out.</param>
    public string Write(Advice advice, IEnumerable<Audience> audiences)
    {
        var parts = new List<string> { Opening(advice, new Cause(advice.Reason, advice.Situation).ToString()), Paragraph(advice.Meaning), Paragraph(Word("label.move") + " " + advice.Move) };
        foreach (var audience in audiences)
            if (advice.Steps.GetValueOrDefault(audience) is { Count: > 0 } steps)
                parts.Add(Heading(Word("audience." + CamelCase(audience.ToString()))) + (steps.Count == 1 ? Paragraph(steps[0]) : Steps(steps)));
        if (advice.References.Count > 0) parts.Add(Heading(Word("label.references")) + References(advice.References));
        return string.Concat(parts) + Closing;
    }

    protected abstract string Opening(Advice advice, string name);

    protected abstract string Paragraph(string text);

    protected abstract string Heading(string text);

    protected abstract string Steps(IReadOnlyList<string> steps);

    protected abstract string References(IReadOnlyList<string> references);

    protected virtual string Closing => "";

    protected static string Numbered(IReadOnlyList<string> steps) => string.Concat(steps.Select((step, index) => $"{index + 1}. {step}\n")) + "\n";

    protected static string Listed(IReadOnlyList<string> items) => string.Concat(items.Select(item => $"- {item}\n")) + "\n";

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private string Word(string key) => language.Word(key);
}

/// <summary>For a terminal or a mail.</summary>
internal sealed class PlainTextAdvice(AdviceLanguage language) : AdviceWriter(language)
{
    protected override string Opening(Advice advice, string name) => advice.Title + "\n\n";

    protected override string Paragraph(string text) => text + "\n\n";

    protected override string Heading(string text) => text + "\n";

    protected override string Steps(IReadOnlyList<string> steps) => Numbered(steps);

    protected override string References(IReadOnlyList<string> references) => Listed(references);
}

/// <summary>For a page or a chat: each piece headed by the name of its reason and situation.</summary>
internal sealed class MarkdownAdvice(AdviceLanguage language) : AdviceWriter(language)
{
    protected override string Opening(Advice advice, string name) => $"## {name}\n\n**{advice.Title}**\n\n";

    protected override string Paragraph(string text) => text + "\n\n";

    protected override string Heading(string text) => $"### {text}\n\n";

    protected override string Steps(IReadOnlyList<string> steps) => Numbered(steps);

    protected override string References(IReadOnlyList<string> references) => Listed(references);
}
