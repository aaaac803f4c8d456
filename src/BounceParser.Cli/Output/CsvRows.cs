using BounceParser.Cli.Input;

namespace BounceParser.Cli.Output;

/// <summary>CSV with a line of names, one row for each recipient.</summary>
internal sealed class CsvRows(ToolConsole console, IReadOnlyList<Column> columns) : IReportWriter
{
    private bool _hasHead;

    public void Write(MailResult result)
    {
        Head();
        foreach (var row in Columns.Rows(ReportFormats.Line(result), columns)) console.Out.Write(CsvText.Row(row));
    }

    public void End() => Head();

    private void Head()
    {
        if (!_hasHead) console.Out.Write(CsvText.Row(columns.Select(column => column.Name)));
        _hasHead = true;
    }
}
