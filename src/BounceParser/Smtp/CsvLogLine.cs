using System.Text;

namespace BounceParser.Smtp;

/// <summary>Cuts a line of comma-separated values into its cells (RFC 4180 section 2).</summary>
internal static class CsvLogLine
{
    private const int MostCells = 200;

    /// <summary>The cells without their quotes; what follows the two-hundredth is dropped.</summary>
    public static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < line.Length && cells.Count < MostCells; at++)
        {
            var unit = line[at];
            if (quoted && unit == '"' && at + 1 < line.Length && line[at + 1] == '"') cell.Append(line[++at]);
            else if (unit == '"' && (quoted || cell.Length == 0)) quoted = !quoted;
            else if (unit == ',' && !quoted) Take();
            else cell.Append(unit);
        }

        Take();
        return cells;

        void Take()
        {
            cells.Add(cell.ToString().Trim());
            cell.Clear();
        }
    }
}
