using System.Globalization;
using System.Text;

namespace BounceParser.Cli.Reporting;

/// <summary>Small charts of our own as inline SVG; colours come from the page, so that light, dark and paper all work.</summary>
internal static class BarChart
{
    private const int DayWidth = 700, DayHeight = 150, Head = 28, Foot = 28;
    private const int MostDays = 120;

    /// <summary>A bar in a table's cell: as long as its share of the largest.</summary>
    public static string Bar(int count, int largest) =>
        $"<svg class=\"bar\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect width=\"{Coordinate(Math.Max(0.8, 100.0 * count / Math.Max(1, largest)))}\" height=\"10\"/></svg>";

    /// <summary>One column for each day from the first to the last, empty days too; weeks where there are too many.</summary>
    public static string Days(IReadOnlyDictionary<DateOnly, int> days, ReportWords words)
    {
        var title = HtmlText.Encode(words["days.chart"]);
        var (first, last) = (days.Keys.Min(), days.Keys.Max());
        var step = Math.Max(1, ((last.DayNumber - first.DayNumber) / MostDays) + 1);
        var columns = new int[((last.DayNumber - first.DayNumber) / step) + 1];
        foreach (var (day, count) in days) columns[(day.DayNumber - first.DayNumber) / step] += count;
        var most = columns.Max();
        var width = Math.Min(60, (double)DayWidth / columns.Length);
        var svg = new StringBuilder($"<svg class=\"days\" viewBox=\"0 0 {DayWidth} {DayHeight + Foot}\" role=\"img\" aria-label=\"{title}\"><title>{title}</title>");
        for (var i = 0; i < columns.Length; i++)
        {
            var height = (double)(DayHeight - Head) * columns[i] / Math.Max(1, most);
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Coordinate(i * width)}\" y=\"{Coordinate(DayHeight - height)}\" width=\"{Coordinate(Math.Max(1, width - 2))}\" height=\"{Coordinate(height)}\"><title>{words.Day(first.AddDays(i * step))} ({words.Number(columns[i])})</title></rect>");
        }

        var end = Math.Clamp(columns.Length * width, 200, DayWidth);
        svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"0\" y1=\"{DayHeight}\" x2=\"{DayWidth}\" y2=\"{DayHeight}\"/><text x=\"0\" y=\"20\">{words.Number(most)}</text><text x=\"0\" y=\"{DayHeight + 22}\">{words.Day(first)}</text>");
        if (columns.Length > 1) svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Coordinate(end)}\" y=\"{DayHeight + 22}\" text-anchor=\"end\">{words.Day(last)}</text>");
        return svg.Append("</svg>").ToString();
    }

    private static string Coordinate(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
