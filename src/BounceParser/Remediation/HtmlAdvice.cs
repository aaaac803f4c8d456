using System.Net;
using System.Text;

namespace BounceParser.Remediation;

/// <summary>An HTML fragment: every text encoded, words between back quotes as code.</summary>
internal sealed class HtmlAdvice(AdviceLanguage language) : AdviceWriter(language)
{
    private readonly string _culture = language.Culture;

    protected override string Opening(Advice advice, string name) =>
        $"<section class=\"advice\" lang=\"{Encode(_culture)}\" data-reason=\"{Encode(name)}\">\n<h2>{Encode(advice.Title)}</h2>\n";

    protected override string Paragraph(string text) => $"<p>{Inline(text)}</p>\n";

    protected override string Heading(string text) => $"<h3>{Encode(text)}</h3>\n";

    protected override string Steps(IReadOnlyList<string> steps) => List("ol", steps);

    protected override string References(IReadOnlyList<string> references) => List("ul", references);

    protected override string Closing => "</section>\n";

    private static string List(string element, IReadOnlyList<string> items) =>
        $"<{element}>\n{string.Concat(items.Select(item => $"<li>{Inline(item)}</li>\n"))}</{element}>\n";

    private static string Inline(string text)
    {
        var html = new StringBuilder(text.Length + 16);
        var parts = text.Split('`');
        for (var part = 0; part < parts.Length; part++)
        {
            // An opening back quote without its partner is a back quote.
            var isCode = part % 2 == 1 && part < parts.Length - 1;
            html.Append(isCode ? "<code>" : part % 2 == 1 ? "`" : "").Append(Encode(parts[part])).Append(isCode ? "</code>" : "");
        }

        return html.ToString();
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
