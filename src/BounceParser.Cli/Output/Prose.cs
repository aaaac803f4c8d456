using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace BounceParser.Cli.Output;

/// <summary>A paragraph for the terminal, broken at plain spaces alone.</summary>
/// <remarks>Spectre's own Text breaks at a no-break space too, and then a French line begins with its colon or semicolon.</remarks>
internal sealed class Prose(string text, Style? style = null) : Renderable
{
    private readonly string[] _words = TerminalText.Clean(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    protected override Measurement Measure(RenderOptions options, int maxWidth)
    {
        var longest = _words.Length == 0 ? 0 : _words.Max(Cells);
        return new Measurement(Math.Min(longest, maxWidth), Math.Min(Math.Max(0, _words.Sum(word => Cells(word) + 1) - 1), maxWidth));
    }

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var isFirst = true;
        foreach (var line in Lines(maxWidth))
        {
            if (!isFirst) yield return Segment.LineBreak;
            yield return new Segment(line, style ?? Style.Plain);
            isFirst = false;
        }
    }

    private IEnumerable<string> Lines(int width)
    {
        var line = "";
        foreach (var word in _words.SelectMany(word => Pieces(word, width)))
        {
            if (line.Length > 0 && Cells(line) + 1 + Cells(word) > width)
            {
                yield return line;
                line = "";
            }

            line += line.Length == 0 ? word : " " + word;
        }

        if (line.Length > 0) yield return line;
    }

    // A link longer than the line is cut where the line ends, never within a character.
    private static IEnumerable<string> Pieces(string word, int width)
    {
        if (Cells(word) <= width) return [word];
        var pieces = new List<StringBuilder>();
        var left = 0;
        foreach (var rune in word.EnumerateRunes())
        {
            var cells = Cells(rune.ToString());
            if (pieces.Count == 0 || cells > left)
            {
                pieces.Add(new StringBuilder());
                left = width;
            }

            pieces[^1].Append(rune.ToString());
            left -= cells;
        }

        return pieces.Select(piece => piece.ToString());
    }

    private static int Cells(string text) => new Segment(text).CellCount();
}
