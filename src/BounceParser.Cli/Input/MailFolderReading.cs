using BounceParser.Cli.Output;

namespace BounceParser.Cli.Input;

/// <summary>Reads all that some paths stand for, with a progress bar where a terminal would show it.</summary>
internal sealed class MailFolderReading(ToolConsole console, BounceInterpreter interpreter)
{
    public static int UsualJobs { get; } = Math.Clamp(Environment.ProcessorCount, 1, 8);

    public async Task ReadAsync(IReadOnlyList<string> paths, int jobs, Action<MailResult> each, CancellationToken cancellation)
    {
        var reader = new MailReader(interpreter, console.OpenInput);
        var progress = new ReadingProgress(reader);
        // Never between lines that are shown on the same terminal.
        if (!console.ErrorIsTerminal || console.OutIsTerminal) await ReadAllAsync().ConfigureAwait(false);
        else
        {
            var running = Task.Run(
                () =>
                {
                    progress.Expect(paths);
                    return ReadAllAsync();
                },
                CancellationToken.None);
            await ProgressBar.ShowAsync(console, () => progress.Messages, () => progress.Share, running).ConfigureAwait(false);
            await running.ConfigureAwait(false);
        }

        foreach (var line in reader.LeftOut.Lines()) console.Error.WriteLine(TerminalText.Clean(line));

        async Task ReadAllAsync()
        {
            var sources = MailSource.Find(paths, folder => console.Error.WriteLine($"{TerminalText.Clean(folder)}: no mail in this folder"));
            await foreach (var result in new OrderedReading(reader, jobs).ReadAsync(sources, cancellation).ConfigureAwait(false))
            {
                each(result);
                progress.Done(result);
            }
        }
    }
}
