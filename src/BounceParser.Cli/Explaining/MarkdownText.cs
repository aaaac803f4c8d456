using System.Text;
using BounceParser.Cli.Output;

namespace BounceParser.Cli.Explaining;

/// <summary>A stranger's words made safe in Markdown: no link, no picture, no markup of theirs.</summary>
internal static class MarkdownText
{
    /// <summary>In a code span, where nothing is markup and nothing becomes a link.</summary>
    public static string Code(string text)
    {
        var clean = TerminalText.Clean(text);
        var fence = new string('`', LongestRun(clean) + 1);
        return $"{fence} {clean} {fence}";
    }

    public static string Block(string text)
    {
        var clean = TerminalText.Clean(text);
        var fence = new string('`', Math.Max(3, LongestRun(clean) + 1));
        return $"{fence}text\n{clean}\n{fence}\n";
    }

    /// <summary>Prose of ours in which facts of a stranger may be woven: these become code, brackets are plain.</summary>
    public static string Prose(string text, IEnumerable<string?> facts)
    {
        var clean = TerminalText.Clean(text);
        var marks = facts.OfType<string>().Select(TerminalText.Clean).Where(fact => fact.Length > 3).Distinct().OrderByDescending(fact => fact.Length).ToList();
        var prose = new StringBuilder();
        // The back quotes are ours: a stranger's were taken out when the fact was woven in.
        var isCode = false;
        for (var at = 0; at < clean.Length;)
        {
            if (marks.Find(fact => clean.AsSpan(at).StartsWith(fact, StringComparison.Ordinal)) is { } found)
            {
                prose.Append(isCode ? found : Code(found));
                at += found.Length;
            }
            else
            {
                if (clean[at] == '`') isCode = !isCode;
                if (!isCode && "[]<>*_#|!\\".Contains(clean[at], StringComparison.Ordinal)) prose.Append('\\');
                prose.Append(clean[at++]);
            }
        }

        return prose.ToString();
    }

    /// <summary>A reference of the advice: a page becomes a link, anything else is prose.</summary>
    public static string Reference(string reference) => reference.StartsWith("https://", StringComparison.Ordinal) && !reference.AsSpan().ContainsAny(" <>") ? $"<{TerminalText.Clean(reference)}>" : Prose(reference, []);

    private static int LongestRun(string text)
    {
        int longest = 0, run = 0;
        foreach (var c in text) longest = Math.Max(longest, run = c == '`' ? run + 1 : 0);
        return longest;
    }
}
