using System.Diagnostics;
using BounceParser.Tests.Cli;
using Xunit.Abstractions;

namespace BounceParser.Tests.Hostile;

/// <summary>The tool as a process of its own on each hostile file: an answer within 10 s and 1 GB, and nothing but 0 or 3 as its exit code.</summary>
public sealed class HostileToolTests(ITestOutputHelper output) : IDisposable
{
    private const long Gigabyte = 1L << 30;
    private const int ReadEvery = 20;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Names => HostileSet.Names;

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(Names)), Trait("Category", "Slow")]
    public async Task Parse_answers(string name)
    {
        var input = HostileSet.Named(name);
        var file = _folder.In("hostile.eml");
        await File.WriteAllBytesAsync(file, input.Bytes(input.Many));
        var watch = Stopwatch.StartNew();
        using var tool = ToolProcess.Start(input.Reading == Reading.Log ? ["parse", "--lines", file] : ["parse", file]);
        var errors = tool.StandardError.ReadToEndAsync();
        var written = LengthAsync(tool.StandardOutput);
        var peak = await PeakAsync(tool);
        watch.Stop();
        var (characters, lines) = await written;
        output.WriteLine(FormattableString.Invariant($"{name}: {watch.ElapsedMilliseconds} ms, {peak >> 20} MB at most, {characters >> 10} KB in {lines} lines written, exit code {tool.ExitCode}"));
        tool.ExitCode.Should().BeOneOf([0, 3], await errors);
        watch.Elapsed.Should().BeLessThan(Longest);
        peak.Should().BeLessThan(Gigabyte);
        if (input.Reading == Reading.Message) lines.Should().Be(1, "one file, one answer");
    }

    private static async Task<(long Characters, long Lines)> LengthAsync(StreamReader from)
    {
        var buffer = new char[64 * 1024];
        var (characters, lines) = (0L, 0L);
        while (await from.ReadAsync(buffer) is > 0 and var read) (characters, lines) = (characters + read, lines + buffer.AsSpan(0, read).Count('\n'));
        return (characters, lines);
    }

    // The kernel keeps the highest mark as long as the process lives.
    private static async Task<long> PeakAsync(Process tool)
    {
        var peak = 0L;
        while (!tool.HasExited)
        {
            try
            {
                tool.Refresh();
                peak = Math.Max(peak, tool.PeakWorkingSet64);
            }
            catch (InvalidOperationException)
            {
                // It has ended between the question and the look.
                break;
            }

            await Task.Delay(ReadEvery);
        }

        await tool.WaitForExitAsync();
        return peak;
    }
}
