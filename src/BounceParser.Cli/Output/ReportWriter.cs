using BounceParser.Cli.Input;

namespace BounceParser.Cli.Output;

/// <summary>A format of <c>parse</c>.</summary>
internal interface IReportWriter
{
    void Write(MailResult result);

    /// <summary>Called once, after the last result.</summary>
    void End();
}

/// <summary>The formats by their names.</summary>
internal static class ReportFormats
{
    public static string[] Names { get; } = ["ndjson", "json", "csv", "table"];

    /// <param name="format">One of <see cref="Names"/>.</param>
    /// <param name="fields">The columns asked for; null for what the format usually shows.</param>
    /// <param name="console">Where it writes.</param>
    public static IReportWriter Create(string format, IReadOnlyList<Column>? fields, ToolConsole console) => format switch
    {
        "json" => new JsonArray(console, fields),
        "csv" => new CsvRows(console, fields ?? Columns.OfCsv),
        "table" => new ReportTable(console, fields ?? Columns.OfTable),
        _ => new ReportLines(console, fields),
    };

    public static ReportLine Line(MailResult result) => result.Report is { } report
        ? ReportLine.Of(result.Source, result.Index, report)
        : ReportLine.Unreadable(result.Source, result.Index, result.Error ?? "");

    /// <summary>The whole report as one object, or a flat object for each recipient where fields are asked for.</summary>
    public static IEnumerable<string> Json(MailResult result, IReadOnlyList<Column>? fields)
    {
        var line = Line(result);
        return fields is null ? [ReportJson.Line(line)] : Columns.Rows(line, fields).Select(row => JsonRow.Of(fields, row));
    }
}
