using System.Globalization;
using System.Text;

namespace BounceParser.Cli.Output;

/// <summary>Advice as Markdown.</summary>
internal static class AdviceMarkdown
{
    public static string Section(Advice advice)
    {
        var text = new StringBuilder();
        text.Append("## ").Append(advice.Reason);
        if (advice.Situation is { } situation) text.Append('/').Append(situation);
        text.Append("\n\n**").Append(advice.Title).Append("**\n\n").Append(advice.Meaning).Append("\n\n");
        text.Append("*").Append(Word("label.move", advice)).Append("* — ").Append(advice.Move).Append("\n\n");
        foreach (var (audience, steps) in advice.Steps) Steps(text, advice, audience, steps);
        if (advice.References.Count > 0)
        {
            text.Append("### ").Append(Word("label.references", advice)).Append("\n\n");
            foreach (var reference in advice.References) text.Append("- ").Append(reference).Append('\n');
            text.Append('\n');
        }

        return text.ToString();
    }

    private static void Steps(StringBuilder text, Advice advice, Audience audience, IReadOnlyList<string> steps)
    {
        if (steps.Count == 0) return;
        text.Append("### ").Append(Word("audience." + Names.Camel(audience), advice)).Append("\n\n");
        for (var i = 0; i < steps.Count; i++) text.Append(CultureInfo.InvariantCulture, $"{i + 1}. {steps[i]}\n");
        text.Append('\n');
    }

    private static string Word(string key, Advice advice) => AdviceBook.Default.Word(key, advice.Culture);
}
