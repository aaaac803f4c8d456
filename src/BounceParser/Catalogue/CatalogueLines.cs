using System.Text;

namespace BounceParser.Catalogue;

/// <summary>How a text of the catalogue is cut into lines. The tool compiles this file too: it lists rules as they are read.</summary>
internal static class CatalogueLines
{
    /// <summary>The lines with the numbers of their first rows, from 1, without blank lines and comments; a row that begins with a space goes on with the line before it.</summary>
    public static IEnumerable<(int Number, string Line)> Of(string text)
    {
        var number = 0;
        var (first, whole) = (0, new StringBuilder());
        foreach (var row in text.Split('\n'))
        {
            number++;
            var line = row.Trim('\r', ' ', '\uFEFF');
            if (line.Length == 0 || line[0] == '#') continue;
            if (row[0] == ' ' && whole.Length > 0)
            {
                whole.Append(' ').Append(line);
                continue;
            }

            if (whole.Length > 0) yield return (first, whole.ToString());
            (first, whole) = (number, whole.Clear().Append(line));
        }

        if (whole.Length > 0) yield return (first, whole.ToString());
    }
}
