using System.Text;
using BounceParser.Text;

namespace BounceParser.Tests.Text;

public class MboxReaderTests
{
    [Fact]
    public async Task Splits_at_from_lines_that_follow_a_blank_line()
    {
        var messages = await Read("From a Mon\nA: 1\n\nbody\nFrom here on\n\nFrom b Tue\nB: 2\n\n");

        messages.Should().Equal((0, "A: 1\n\nbody\nFrom here on\n"), (36, "B: 2\n"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(100_000)]
    public async Task Reads_the_same_from_pieces_of_any_size(int piece)
    {
        var messages = await Read("From a\r\nA: 1\r\n\r\n>From x\r\n>>From y\r\n> From z\r\nFro\r\n\r\nFrom b\r\nB: 2\r\n", piece);

        messages.Select(message => message.Message).Should().Equal("A: 1\r\n\r\nFrom x\r\n>From y\r\n> From z\r\nFro\r\n", "B: 2\r\n");
    }

    [Fact]
    public async Task Keeps_what_stands_before_the_first_from_line() =>
        (await Read("A: 1\n\nx\n\nFrom b\nB: 2\n")).Should().Equal((0, "A: 1\n\nx\n"), (9, "B: 2\n"));

    [Theory]
    [InlineData("")]
    [InlineData("\n\r\n\n")]
    public async Task Finds_nothing_in_a_blank_file(string mbox) => (await Read(mbox)).Should().BeEmpty();

    [Fact]
    public async Task Drops_what_is_over_the_limit_and_goes_on()
    {
        var messages = await Read("From a\n" + new string('x', 50_000) + "\n>From q\n\nFrom b\nB: 2\n", limit: 10);

        messages.Select(message => message.Message).Should().Equal(new string('x', 11), "B: 2\n");
    }

    [Theory]
    [InlineData('x')]
    [InlineData('>')]
    [InlineData('\n')]
    [InlineData('F')]
    public async Task Reads_twenty_megabytes_of_one_character(char character)
    {
        var bytes = new byte[20_000_000];
        Array.Fill(bytes, (byte)character);
        // A memory stream answers at once, on this thread; the process-wide count would see the other tests.
        var before = GC.GetAllocatedBytesForCurrentThread();

        await foreach (var _ in MboxReader.ReadAsync(new MemoryStream(bytes), 1_000_000, default)) { }

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(50_000_000);
    }

    private static async Task<List<(long Offset, string Message)>> Read(string mbox, int piece = 4096, int limit = 1_000_000)
    {
        var messages = new List<(long, string)>();
        await foreach (var (offset, message) in MboxReader.ReadAsync(new SlowStream(Encoding.Latin1.GetBytes(mbox), piece), limit, default))
            messages.Add((offset, Encoding.Latin1.GetString(message.Span)));
        return messages;
    }

    private sealed class SlowStream(byte[] bytes, int piece) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(piece, buffer.Length)], cancellationToken);
    }
}
