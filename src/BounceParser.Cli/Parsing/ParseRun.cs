using BounceParser.Cli.Input;
using BounceParser.Cli.Output;

namespace BounceParser.Cli.Parsing;

/// <summary>One run of <c>parse</c>: what it reads, keeps, prints and counts.</summary>
internal sealed class ParseRun(BounceInterpreter interpreter, ToolConsole console, ReportFilter filter, IReportWriter writer)
{
    private bool _anyUnreadable;

    public async Task<int> MessagesAsync(IReadOnlyList<string> paths, int jobs, CancellationToken cancellation)
    {
        var reading = new MailFolderReading(console, interpreter);
        return await ToEndAsync(() => reading.ReadAsync(paths, jobs, Write, cancellation)).ConfigureAwait(false);
    }

    public Task<int> LinesAsync(IReadOnlyList<string> paths, bool follow, CancellationToken cancellation) => ToEndAsync(() => Task.Run(
        () =>
        {
            foreach (var path in paths) ReadLines(path, follow, cancellation);
        },
        CancellationToken.None));

    private void ReadLines(string path, bool follow, CancellationToken cancellation)
    {
        var index = 0;
        try
        {
            var start = follow ? null : InputStart.Look(new MailSource(path).Open(console.OpenInput, cancellation));
            if (start?.Refusal is { } refusal)
            {
                Write(new MailResult(path, index, null, refusal));
                return;
            }

            using var text = start is null ? null : new StreamReader(start.Whole);
            var lines = text is null ? new FollowedLog(path, console.Out.Flush, cancellation).Lines() : LogLines.Of(text);
            foreach (var report in interpreter.InterpretLog(lines))
            {
                cancellation.ThrowIfCancellationRequested();
                Write(new MailResult(path, ++index, report, null));
            }
        }
        catch (Exception error) when (InputError.Is(error) && !(error is IOException broken && BrokenPipe.Is(broken)))
        {
            Write(new MailResult(path, index, null, InputError.Reason(path, error)));
        }

        cancellation.ThrowIfCancellationRequested();
    }

    private void Write(MailResult result)
    {
        if (result.Error is { } error)
        {
            _anyUnreadable = true;
            console.Error.WriteLine($"{TerminalText.Clean(result.Source)}: {TerminalText.Clean(error)}");
            writer.Write(result);
        }
        else if (filter.Apply(result.Report!) is { } report) writer.Write(result with { Report = report });
    }

    // What was read before Ctrl-C is printed whole: a table and a JSON array have an end.
    private async Task<int> ToEndAsync(Func<Task> work)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        finally
        {
            writer.End();
        }

        return _anyUnreadable ? ExitCodes.Unreadable : ExitCodes.Done;
    }
}
