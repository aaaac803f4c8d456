using System.Text;
using BounceParser.Text;

namespace BounceParser.Tests.Text;

public class TextBytesTests
{
    [Theory]
    [InlineData(new byte[] { 0x62, 0x6F, 0xC3, 0xAE }, "boî")]
    [InlineData(new byte[] { 0x62, 0x6F, 0xEE, 0x80 }, "boî€")]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, 0x61 }, "a")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x61, 0x00 }, "a")]
    [InlineData(new byte[] { 0xFE, 0xFF, 0x00, 0x61 }, "a")]
    [InlineData(new byte[] { 0x61, 0x00, 0x0D, 0x0A, 0x62, 0x0D, 0x63, 0x0D }, "a\nb\nc\n")]
    [InlineData(new byte[] { 0x61, 0x0D, 0x0D, 0x0A, 0x62, 0x0D, 0x0D, 0x63 }, "a\nb\n\nc")]
    [InlineData(new byte[0], "")]
    [InlineData(new byte[] { 0xC3, 0xA9, 0xC3, 0xA8, 0xC3, 0xAA, 0xC3, 0xA0, 0xC3, 0xAE, 0xC3, 0xB9, 0xC3, 0xBB, 0xC3, 0xA7, 0xC3, 0x20, 0xC3, 0xB4 }, "éèêàîùûç\uFFFD ô")]
    public void Reads_any_charset(byte[] bytes, string text) => TextBytes.Decode(bytes, 1000).Should().Be(text);

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r\r\n")]
    [InlineData("\r")]
    [InlineData("\n")]
    [InlineData("\0")]
    [InlineData("é")]
    public void Reads_the_same_wherever_it_stands(string piece)
    {
        var read = piece switch { "\0" => "", "é" => "é", _ => "\n" };
        for (var before = 0; before < 80; before++)
        {
            var (lines, words) = (before / 8, new string('x', before % 8));
            var written = string.Concat(Enumerable.Repeat("line\r\n", lines)) + words + piece + "yz\r\n" + new string('.', 40);
            TextBytes.Decode(Encoding.UTF8.GetBytes(written), 1000).Should().Be(string.Concat(Enumerable.Repeat("line\n", lines)) + words + read + "yz\n" + new string('.', 40));
        }
    }

    [Fact]
    public void Drops_a_character_that_the_limit_cuts() => TextBytes.Decode("aé"u8, 2).Should().Be("a");

    [Fact]
    public void Keeps_one_byte_more_than_the_limit()
    {
        var stream = new MemoryStream(new byte[100_000]);

        BoundedStream.Read(stream, 10).Length.Should().Be(11);
        stream.Position.Should().Be(100_000);
        stream.CanRead.Should().BeTrue();
    }

    [Fact]
    public async Task Reads_a_whole_stream_below_the_limit()
    {
        var bytes = Encoding.ASCII.GetBytes(new string('x', 200_000));

        (await BoundedStream.ReadAsync(new MemoryStream(bytes), 1_000_000, default)).Memory.ToArray().Should().Equal(bytes);
    }
}
