using BounceParser.Cli.Input;
using Spectre.Console;
using TextBlock = Spectre.Console.Text;

namespace BounceParser.Cli.Output;

/// <summary>A table for people: one row for each recipient.</summary>
internal sealed class ReportTable(ToolConsole console, IReadOnlyList<Column> columns) : IReportWriter
{
    private readonly Table _table = new Table().Border(TableBorder.Simple).AddColumns([.. columns.Select(column => column.Name)]);

    public void Write(MailResult result)
    {
        foreach (var row in Columns.Rows(ReportFormats.Line(result), columns))
            _table.AddRow([.. row.Select(value => new TextBlock(TerminalText.Clean(CellText.Of(value))))]);
    }

    public void End()
    {
        if (_table.Rows.Count > 0) console.Styled(console.Out, console.HasStyles, console.TableWidth).Write(_table);
    }
}
