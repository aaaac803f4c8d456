using System.Text;
using System.Text.Json;
using BounceParser.Tests.Support;

namespace BounceParser.Tests.Hostile;

/// <summary>One interpreter serves any number of threads.</summary>
public sealed class ManyThreadsTests
{
    private const int Threads = 8;

    private static readonly byte[][] Mails =
        [.. Directory.EnumerateFiles(Repository.Corpus, "*.eml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

    private static readonly Lazy<string[]> Alone = new(() => [.. Mails.Select(mail => Told(BounceInterpreter.Default.Interpret(mail)))]);

    [Fact]
    public void Eight_threads_say_what_one_says() => Compare(4_000);

    [Fact, Trait("Category", "Slow")]
    public void Eight_threads_say_of_100_000_messages_what_one_says() => Compare(100_000);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public async Task Mailbox_read_in_parallel_comes_in_order(int jobs)
    {
        using var mbox = new MemoryStream(Encoding.Latin1.GetBytes(string.Concat(Mails.Select(mail => "From MAILER-DAEMON\n" + Quoted(mail) + "\n"))));
        var expected = await List(BounceInterpreter.Default.InterpretMboxAsync(mbox));
        mbox.Position = 0;
        var got = await List(BounceInterpreter.Default.InterpretMboxInParallelAsync(mbox, jobs));
        got.Should().HaveCountGreaterThan(Mails.Length / 2).And.Equal(expected);
    }

    [Fact]
    public async Task Message_is_handed_on_while_the_next_one_is_waited_for()
    {
        using var mbox = new StalledStream("From MAILER-DAEMON\nSubject: one\n\n1\n\nFrom MAILER-DAEMON\nSubject: two\n\n2\n"u8.ToArray());
        await using var entries = BounceInterpreter.Default.InterpretMboxInParallelAsync(mbox, 2).GetAsyncEnumerator();
        (await entries.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30))).Should().BeTrue();
        entries.Current.Index.Should().Be(0);
    }

    [Fact]
    public void Less_than_one_job_is_a_programming_error() =>
        FluentActions.Invoking(() => BounceInterpreter.Default.InterpretMboxInParallelAsync(Stream.Null, 0)).Should().Throw<ArgumentOutOfRangeException>();

    private static void Compare(int messages)
    {
        var expected = Alone.Value;
        var wrong = 0;
        // Each thread starts elsewhere, so that different mails meet.
        var threads = Enumerable.Range(0, Threads).Select(thread => new Thread(() =>
        {
            for (var count = 0; count < messages / Threads; count++)
            {
                var mail = ((thread * Mails.Length / Threads) + (count * (thread + 1))) % Mails.Length;
                if (Told(BounceInterpreter.Default.Interpret(Mails[mail])) != expected[mail]) Interlocked.Increment(ref wrong);
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        wrong.Should().Be(0);
    }

    private static async Task<List<string>> List(IAsyncEnumerable<MailboxEntry> entries)
    {
        var list = new List<string>();
        await foreach (var entry in entries) list.Add($"{entry.Index} {entry.Offset} {Told(entry.Report)}");
        return list;
    }

    private static string Told(BounceReport report) => JsonSerializer.Serialize(report);

    private static string Quoted(byte[] mail) => Encoding.Latin1.GetString(mail).Replace("\nFrom ", "\n>From ", StringComparison.Ordinal).TrimEnd('\n') + "\n";

    /// <summary>Gives its bytes, and then lets its reader wait for ever.</summary>
    private sealed class StalledStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position == Length) await Task.Delay(Timeout.Infinite, cancellationToken);
            return Read(buffer.Span);
        }
    }
}
