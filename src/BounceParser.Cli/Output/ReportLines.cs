using BounceParser.Cli.Input;

namespace BounceParser.Cli.Output;

/// <summary>One JSON object a line.</summary>
internal sealed class ReportLines(ToolConsole console, IReadOnlyList<Column>? fields) : IReportWriter
{
    public void Write(MailResult result)
    {
        foreach (var json in ReportFormats.Json(result, fields)) console.Out.WriteLine(json);
    }

    public void End() { }
}

/// <summary>One JSON array of the same objects.</summary>
internal sealed class JsonArray(ToolConsole console, IReadOnlyList<Column>? fields) : IReportWriter
{
    private bool _any;

    public void Write(MailResult result)
    {
        foreach (var json in ReportFormats.Json(result, fields))
        {
            console.Out.Write(_any ? ",\n" : "[\n");
            console.Out.Write(json);
            _any = true;
        }
    }

    public void End() => console.Out.Write(_any ? "\n]\n" : "[]\n");
}
