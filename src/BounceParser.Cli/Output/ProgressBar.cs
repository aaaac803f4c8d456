using System.Globalization;
using BounceParser.Cli.Input;
using Spectre.Console;

namespace BounceParser.Cli.Output;

/// <summary>A bar on the terminal's error output, with the rate and the time left; only where there is more than a second of work.</summary>
internal static class ProgressBar
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);

    public static async Task ShowAsync(ToolConsole console, ReadingProgress progress, Task running)
    {
        await Task.WhenAny(running, Task.Delay(Patience)).ConfigureAwait(false);
        if (running.IsCompleted) return;
        var started = DateTime.UtcNow - Patience;
        await console.Styled(console.Error, string.IsNullOrEmpty(console.Environment("NO_COLOR"))).Progress().AutoClear(true)
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask("", autoStart: true, maxValue: 1);
                while (!running.IsCompleted)
                {
                    task.IsIndeterminate = progress.Share is null;
                    task.Value = progress.Share ?? 0;
                    task.Description = Rate(progress.Messages, DateTime.UtcNow - started);
                    await Task.WhenAny(running, Task.Delay(Pace)).ConfigureAwait(false);
                }
            }).ConfigureAwait(false);
    }

    private static string Rate(int messages, TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{Counted.Of(messages, "message")}, {messages / time.TotalSeconds:0}/s");
}
