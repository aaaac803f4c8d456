using BounceParser.Cli.Input;

namespace BounceParser.Tests.Cli;

/// <summary>A log that is cut off while it is followed.</summary>
public sealed class FollowedLogTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Half_a_line_stays_a_line_of_its_own_when_the_log_is_emptied()
    {
        // The last byte begins a character that never ends.
        var log = _folder.Write("mail.log", "550 5.1.1 <half@de");
        File.AppendAllBytes(log, [0xC3]);
        using var stop = new CancellationTokenSource();
        var waited = 0;
        Action[] steps = [() => File.WriteAllText(log, ""), () => File.AppendAllText(log, "550 5.1.1 <anna@dest.example>\n"), stop.Cancel];

        new FollowedLog(log, () => steps[waited++](), stop.Token).Lines().Should().Equal("550 5.1.1 <half@de", "550 5.1.1 <anna@dest.example>");
    }
}
