using System.Diagnostics;
using System.Text;
using Xunit.Abstractions;

namespace BounceParser.Tests.Hostile;

/// <summary>Whatever is sent gets an answer: no exception, no blow-up of time or memory.</summary>
public sealed class HostileInputTests(ITestOutputHelper output)
{
    private const long Megabyte = 1024 * 1024;

    // Only a blow-up takes so long.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public static TheoryData<string> Names => HostileSet.Names;

    [Theory, MemberData(nameof(Names))]
    public Task A_little_of_it_is_answered(string name) => Answered(HostileSet.Named(name), HostileSet.Named(name).Few);

    [Theory, MemberData(nameof(Names)), Trait("Category", "Slow")]
    public Task All_of_it_is_answered(string name) => Answered(HostileSet.Named(name), HostileSet.Named(name).Many);

    private async Task Answered(HostileInput input, int times)
    {
        var bytes = input.Bytes(times);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        var (diagnoses, found) = input.Reading switch
        {
            Reading.Message => Look([BounceInterpreter.Default.Interpret(bytes)], input.Recipient),
            Reading.Text => Look([BounceInterpreter.Default.InterpretText(Encoding.Latin1.GetString(bytes))], input.Recipient),
            Reading.Log => Look(BounceInterpreter.Default.InterpretLog(Encoding.Latin1.GetString(bytes).Split('\n')), input.Recipient),
            _ => await LookAsync(BounceInterpreter.Default.InterpretMboxAsync(new MemoryStream(bytes)), input.Recipient),
        };
        watch.Stop();
        var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / Megabyte;
        output.WriteLine(FormattableString.Invariant($"{input.Name}: {bytes.Length / Megabyte} MB, {diagnoses} diagnoses, {watch.ElapsedMilliseconds} ms, {allocated} MB allocated"));
        watch.Elapsed.Should().BeLessThan(Longest);
        allocated.Should().BeLessThan(input.Megabytes);
        if (input.Recipient is not null) found.Should().BeTrue("{0} is refused in its own words", input.Recipient);
    }

    private static (int Diagnoses, bool Found) Look(IEnumerable<BounceReport> reports, string? wanted)
    {
        var (diagnoses, found, most) = (0, false, 0);
        foreach (var report in reports)
        {
            // Of a million reports the assertions would take more than the reading.
            if (report.Key is "") throw new InvalidOperationException("A report with an empty key.");
            most = Math.Max(most, report.Diagnoses.Count);
            diagnoses += report.Diagnoses.Count;
            found |= report.Diagnoses.Any(diagnosis => diagnosis.FinalRecipient == wanted);
        }

        most.Should().BeLessThanOrEqualTo(new BounceParserOptions().MaxRecipients);
        return (diagnoses, found);
    }

    private static async Task<(int Diagnoses, bool Found)> LookAsync(IAsyncEnumerable<MailboxEntry> entries, string? wanted)
    {
        var (diagnoses, found) = (0, false);
        await foreach (var entry in entries)
        {
            var look = Look([entry.Report], wanted);
            (diagnoses, found) = (diagnoses + look.Diagnoses, found | look.Found);
        }

        return (diagnoses, found);
    }
}
