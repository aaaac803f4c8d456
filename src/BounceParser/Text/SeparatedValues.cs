using System.Text;

namespace BounceParser.Text;

/// <summary>Cuts values with commas, or something else, between them into rows and cells (RFC 4180 section 2). Linear in the text.</summary>
internal static class SeparatedValues
{
    private const int MostCells = 200;

    /// <summary>The cells of one row without their quotes and the white space around them; what follows the two-hundredth is dropped.</summary>
    public static List<string> Cells(string line, char separator = ',') => Rows(line, separator).FirstOrDefault() ?? [""];

    /// <summary>The rows that hold anything; a cell in quotes may hold the end of a line.</summary>
    public static IEnumerable<List<string>> Rows(string text, char separator)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < text.Length; at++)
        {
            var unit = text[at];
            if (quoted && unit == '"' && at + 1 < text.Length && text[at + 1] == '"') cell.Append(text[++at]);
            else if (unit == '"' && (quoted || cell.Length == 0)) quoted = !quoted;
            else if (unit == separator && !quoted) Take();
            else if (unit == '\n' && !quoted)
            {
                Take();
                if (cells is not [""]) yield return cells;
                cells = [];
            }
            else cell.Append(unit);
        }

        Take();
        if (cells is not [""]) yield return cells;

        void Take()
        {
            if (cells.Count < MostCells) cells.Add(cell.ToString().Trim());
            cell.Clear();
        }
    }
}
