using BounceParser.Cli;
using BounceParser.Cli.Output;

namespace BounceParser.Tests.Cli;

public sealed class ProgressBarTests
{
    [Theory]
    [InlineData(0.25, "1 message, ", "25%")]
    [InlineData(null, "1 message, ", "/s")]
    public async Task Long_work_is_shown_with_its_rate_until_its_end(double? share, params string[] shown)
    {
        using var terminal = new WatchedWriter(shown);
        await ProgressBar.ShowAsync(Terminal(terminal), () => 1, () => share, Task.WhenAny(terminal.Seen, Task.Delay(TimeSpan.FromMinutes(2))));
        terminal.ToString().Should().ContainAll(shown);
    }

    [Fact]
    public async Task Short_work_shows_nothing()
    {
        using var terminal = new StringWriter();
        await ProgressBar.ShowAsync(Terminal(terminal), () => 1, () => null, Task.Delay(10));
        terminal.ToString().Should().BeEmpty();
    }

    [Fact]
    public async Task Work_that_fails_takes_the_bar_with_it()
    {
        using var terminal = new StringWriter();
        var failing = Task.Run(async () =>
        {
            await Task.Delay(TimeSpan.FromSeconds(1.3));
            throw new IOException("the server hung up");
        });
        await ProgressBar.ShowAsync(Terminal(terminal), () => 1, () => null, failing);
        await failing.Awaiting(work => work).Should().ThrowAsync<IOException>();
    }

    private static ToolConsole Terminal(StringWriter error) => new()
    {
        Out = TextWriter.Null,
        Error = error,
        OpenInput = () => Stream.Null,
        Environment = _ => null,
        ErrorIsTerminal = true,
    };

    // However late a busy machine draws: tells when all of the words have been written.
    private sealed class WatchedWriter(string[] words) : StringWriter
    {
        private readonly TaskCompletionSource _seen = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Seen => _seen.Task;

        public override void Write(string? value)
        {
            base.Write(value);
            if (words.All(ToString().Contains)) _seen.TrySetResult();
        }
    }
}
