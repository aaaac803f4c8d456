using BounceParser.Cli.Output;
using Spectre.Console;

namespace BounceParser.Cli.Explaining;

/// <summary>The server's words, wrapped and indented, with the deciding ones underlined.</summary>
internal sealed class QuotedText(Diagnosis diagnosis, ToolConsole console)
{
    private const string Indent = "  ";

    public void WriteTo(IAnsiConsole screen)
    {
        var text = TerminalText.Cut(diagnosis.DiagnosticText, TerminalText.LongestSaid);
        var start = diagnosis.DecidingRule?.Start ?? 0;
        var end = start + (diagnosis.DecidingRule?.Length ?? 0);
        foreach (var (from, length) in Wrap(text, Math.Max(10, console.Width - Indent.Length)))
        {
            var line = text.Substring(from, length);
            var marked = (From: Math.Clamp(start - from, 0, length), To: Math.Clamp(end - from, 0, length));
            WriteLine(screen, line, marked.From, marked.To);
        }
    }

    private void WriteLine(IAnsiConsole screen, string line, int from, int to)
    {
        if (console.HasStyles && to > from)
        {
            var words = new Paragraph(Indent + TerminalText.Clean(line[..from]));
            words.Append(TerminalText.Clean(line[from..to]), new Style(decoration: Decoration.Underline));
            words.Append(TerminalText.Clean(line[to..]) + "\n");
            screen.Write(words);
            return;
        }

        console.Out.WriteLine(Indent + TerminalText.Clean(line));
        // Without styles the underline is a line of its own, under the words.
        if (to > from) console.Out.WriteLine(Indent + new string(' ', TerminalText.Clean(line[..from]).Length) + new string('~', TerminalText.Clean(line[from..to]).Length));
    }

    private static IEnumerable<(int From, int Length)> Wrap(string text, int width)
    {
        for (var at = 0; at < text.Length;)
        {
            var length = Math.Min(width, text.Length - at);
            if (at + length < text.Length && text.LastIndexOf(' ', at + length, length) is var space && space > at) length = space - at;
            yield return (at, length);
            at += length;
            while (at < text.Length && text[at] == ' ') at++;
        }
    }
}
