using System.Globalization;
using Spectre.Console;

namespace BounceParser.Cli.Output;

/// <summary>A bar on the terminal's error output, with the rate and the time left; only where there is more than a second of work.</summary>
internal static class ProgressBar
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);

    /// <param name="console">Where it is shown.</param>
    /// <param name="messages">How many were read so far.</param>
    /// <param name="share">Of the whole work, from 0 to 1; null while nobody knows how much there is.</param>
    /// <param name="running">The work; the bar goes with its end, whatever that is.</param>
    public static async Task ShowAsync(ToolConsole console, Func<int> messages, Func<double?> share, Task running)
    {
        await Task.WhenAny(running, Task.Delay(Patience)).ConfigureAwait(false);
        if (running.IsCompleted) return;
        var started = DateTime.UtcNow - Patience;
        await console.Styled(console.Error, console.MayHaveStyles).Progress().AutoClear(true)
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask(Rate(messages(), Patience), autoStart: true, maxValue: 1);
                while (!running.IsCompleted)
                {
                    task.IsIndeterminate = share() is null;
                    task.Value = share() ?? 0;
                    task.Description = Rate(messages(), DateTime.UtcNow - started);
                    await Task.WhenAny(running, Task.Delay(Pace)).ConfigureAwait(false);
                }
            }).ConfigureAwait(false);
    }

    private static string Rate(int messages, TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{Counted.Of(messages, "message")}, {messages / time.TotalSeconds:0}/s");
}
