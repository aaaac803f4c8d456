using BounceParser.Tests.Support;

namespace BounceParser.Tests.Hostile;

/// <summary>Streams that are too long, or never end.</summary>
public sealed class LongStreamTests
{
    private const long Megabyte = 1024 * 1024;

    private static readonly byte[] Bounce = File.ReadAllBytes(Directory.EnumerateFiles(Path.Combine(Repository.Corpus, "qmail"), "*.eml").Order(StringComparer.Ordinal).First());

    [Fact]
    public async Task Message_of_200_MB_is_diagnosed_from_what_was_read_of_it()
    {
        var usual = BounceInterpreter.Default.Interpret(Bounce);
        using var stream = new EndlessStream(Bounce, 200 * Megabyte);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var report = await BounceInterpreter.Default.InterpretAsync(stream);
        // All that is ever allocated bounds what is held at a time.
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(64 * Megabyte);
        stream.BytesRead.Should().Be(200 * Megabyte, "it is read to its end");
        report.IsTruncated.Should().BeTrue();
        report.Diagnoses.Select(diagnosis => (diagnosis.FinalRecipient, diagnosis.Reason)).Should().Equal(usual.Diagnoses.Select(diagnosis => (diagnosis.FinalRecipient, diagnosis.Reason)));
    }

    [Fact]
    public async Task Cancelled_reading_of_a_message_stops_within_one_buffer()
    {
        using var cancellation = new CancellationTokenSource();
        using var stream = new EndlessStream(Bounce, long.MaxValue) { BeforeRead = read => CancelAtTheThird(read, cancellation) };
        await FluentActions.Awaiting(() => BounceInterpreter.Default.InterpretAsync(stream, cancellation.Token).AsTask()).Should().ThrowAsync<OperationCanceledException>();
        stream.Reads.Should().Be(3);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Cancelled_reading_of_a_mailbox_stops_within_one_buffer(int jobs)
    {
        using var cancellation = new CancellationTokenSource();
        using var stream = new EndlessStream("From MAILER-DAEMON\n\nhello\n"u8.ToArray(), long.MaxValue) { BeforeRead = read => CancelAtTheThird(read, cancellation) };
        var entries = jobs == 0 ? BounceInterpreter.Default.InterpretMboxAsync(stream, cancellation.Token) : BounceInterpreter.Default.InterpretMboxInParallelAsync(stream, jobs, cancellation.Token);
        await FluentActions.Awaiting(async () =>
        {
            await foreach (var entry in entries) entry.Report.Should().NotBeNull();
        }).Should().ThrowAsync<OperationCanceledException>();
        stream.Reads.Should().Be(3);
    }

    private static void CancelAtTheThird(int read, CancellationTokenSource cancellation)
    {
        if (read == 3) cancellation.Cancel();
    }
}
