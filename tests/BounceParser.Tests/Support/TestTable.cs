using System.Text;

namespace BounceParser.Tests.Support;

/// <summary>The tables under <c>Data/</c>: rows of cells parted by tabs, <c>#</c> starts a comment, the first row is the header.</summary>
internal static class TestTable
{
    /// <summary>The rows after the header, with their line numbers.</summary>
    public static IEnumerable<(int Line, string[] Cells)> Rows(string file) => Lines(file).Skip(1).Select(row => (row.Number, row.Text.Split('\t')));

    /// <summary>The lines that are no comment, with their numbers, from 1.</summary>
    public static IEnumerable<(int Number, string Text)> Lines(string file) =>
        File.ReadAllLines(Path.Combine(Repository.Root, "tests", "BounceParser.Tests", "Data", file), Encoding.UTF8)
            .Select((text, index) => (index + 1, text))
            .Where(line => line.text.Length > 0 && line.text[0] != '#');
}
