using System.CommandLine;
using BounceParser.Cli.Input;
using BounceParser.Cli.Output;
using Spectre.Console;

namespace BounceParser.Cli.Commands;

/// <summary><c>bounceparser parse</c>: many messages in, one line each out.</summary>
internal static class ParseCommand
{
    public static Command Create(ToolConsole console)
    {
        var paths = new Argument<string[]>("path") { Description = "Messages, mboxes, Maildirs, folders, or - for the standard input", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = "How to print", DefaultValueFactory = _ => "ndjson" };
        format.AcceptOnlyFromAmong("ndjson", "table");
        var lines = new Option<bool>("--lines") { Description = "Read each line of a text as one SMTP reply or log line" };

        var command = new Command("parse", "Reads messages and prints one line for each.") { paths, format, lines };
        command.SetAction((parsed, cancellation) =>
        {
            var run = new ParseRun(console, parsed.GetValue(format) == "table" ? new ReportTable(console) : new ReportLines(console));
            return parsed.GetValue(lines)
                ? run.LinesAsync(parsed.GetValue(paths)!, cancellation)
                : run.MessagesAsync(parsed.GetValue(paths)!, cancellation);
        });
        return command;
    }
}

/// <summary>One run of <c>parse</c>: what it reads, prints and counts.</summary>
internal sealed class ParseRun(ToolConsole console, IReportWriter writer)
{
    private int _messages;
    private bool _anyUnreadable;

    public async Task<int> MessagesAsync(IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        var reader = new MailReader(BounceInterpreter.Default, console.OpenInput);
        var sources = MailSource.Find(paths, folder => console.Error.WriteLine($"{TerminalText.Clean(folder)}: no mail in this folder"));
        return await WithProgressAsync(async () =>
        {
            foreach (var source in sources)
                await foreach (var result in reader.ReadAsync(source, cancellation).ConfigureAwait(false)) Write(result);
        }).ConfigureAwait(false);
    }

    public Task<int> LinesAsync(IReadOnlyList<string> paths, CancellationToken cancellation) => WithProgressAsync(() =>
    {
        foreach (var path in paths) ReadLines(new MailSource(path), cancellation);
        return Task.CompletedTask;
    });

    private void ReadLines(MailSource source, CancellationToken cancellation)
    {
        try
        {
            using var text = new StreamReader(source.Open(console.OpenInput));
            var index = 0;
            foreach (var report in BounceInterpreter.Default.InterpretLog(LinesOf(text)))
            {
                cancellation.ThrowIfCancellationRequested();
                Write(new MailResult(source.Path, ++index, report, null));
            }
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            Write(new MailResult(source.Path, 0, null, "no such file"));
        }
        catch (UnauthorizedAccessException)
        {
            Write(new MailResult(source.Path, 0, null, Directory.Exists(source.Path) ? "is a folder" : "permission denied"));
        }
    }

    private static IEnumerable<string> LinesOf(TextReader text)
    {
        while (text.ReadLine() is { } line) yield return line;
    }

    private void Write(MailResult result)
    {
        _messages++;
        if (result.Error is not null)
        {
            _anyUnreadable = true;
            console.Error.WriteLine($"{TerminalText.Clean(result.Source)}: {TerminalText.Clean(result.Error)}");
        }

        writer.Write(result);
    }

    private async Task<int> WithProgressAsync(Func<Task> work)
    {
        var running = Task.Run(work);
        if (console.ErrorIsTerminal && !console.OutIsTerminal) await ShowProgressAsync(running).ConfigureAwait(false);
        await running.ConfigureAwait(false);
        writer.End();
        return _anyUnreadable ? ExitCodes.Unreadable : ExitCodes.Done;
    }

    // Only where there is more than a second of work, and never between lines that are shown on the same terminal.
    private async Task ShowProgressAsync(Task running)
    {
        await Task.WhenAny(running, Task.Delay(TimeSpan.FromSeconds(1))).ConfigureAwait(false);
        if (running.IsCompleted) return;
        await console.Styled(console.Error, styles: true).Progress().HideCompleted(true).AutoClear(true)
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn(), new ElapsedTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask("0 messages", autoStart: true);
                task.IsIndeterminate = true;
                while (!running.IsCompleted)
                {
                    task.Description = $"{_messages} messages";
                    await Task.WhenAny(running, Task.Delay(200)).ConfigureAwait(false);
                }
            }).ConfigureAwait(false);
    }
}
