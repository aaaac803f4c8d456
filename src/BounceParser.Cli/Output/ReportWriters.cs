using BounceParser.Cli.Input;
using Spectre.Console;
using TextBlock = Spectre.Console.Text;

namespace BounceParser.Cli.Output;

/// <summary>A format of <c>parse</c>.</summary>
internal interface IReportWriter
{
    void Write(MailResult result);

    /// <summary>Called once, after the last result.</summary>
    void End();
}

/// <summary>One JSON object a line.</summary>
internal sealed class ReportLines(ToolConsole console) : IReportWriter
{
    public void Write(MailResult result) => console.Out.WriteLine(ReportJson.Line(result.Report is { } report
        ? ReportLine.Of(result.Source, result.Index, report)
        : ReportLine.Unreadable(result.Source, result.Index, result.Error ?? "")));

    public void End() { }
}

/// <summary>A table for people: one row for each recipient.</summary>
internal sealed class ReportTable(ToolConsole console) : IReportWriter
{
    private readonly Table _table = new Table().Border(TableBorder.Simple)
        .AddColumns("message", "recipient", "what", "reason", "for a program");

    private int _rows;

    public void Write(MailResult result)
    {
        var name = result.Index > 0 ? $"{result.Source} {result.Index}" : result.Source;
        if (result.Report is not { } report) Row(name, "", "unreadable", result.Error ?? "", "");
        else if (report.Diagnoses.Count == 0) Row(name, "", Names.Camel(report.Kind), "", "");
        else foreach (var diagnosis in report.Diagnoses)
            Row(name, diagnosis.FinalRecipient ?? diagnosis.OriginalRecipient ?? "", Names.Camel(diagnosis.Action),
                diagnosis.Situation is { } situation ? $"{diagnosis.Reason}/{situation}" : diagnosis.Reason.ToString(),
                Names.Camel(diagnosis.Recommendation));
    }

    public void End()
    {
        if (_rows > 0) console.Styled(console.Out, console.HasStyles).Write(_table);
    }

    private void Row(params string[] cells)
    {
        _rows++;
        _table.AddRow([.. cells.Select(cell => new TextBlock(TerminalText.Clean(cell)))]);
    }
}
