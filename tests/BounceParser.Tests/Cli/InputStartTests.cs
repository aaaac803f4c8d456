using System.IO.Compression;
using System.Text;
using BounceParser.Cli.Input;

namespace BounceParser.Tests.Cli;

/// <summary>What a stream holds is seen by its start, and nothing of it is lost.</summary>
public sealed class InputStartTests
{
    [Theory]
    [InlineData("", nameof(InputFormat.Message))]
    [InlineData("F", nameof(InputFormat.Message))]
    [InlineData("From a@", nameof(InputFormat.Mbox))]
    [InlineData("From MAILER-DAEMON Tue Nov  3 10:00:00 2026\n\nwords\n", nameof(InputFormat.Mbox))]
    [InlineData("From: a@b.example\n\nwords\n", nameof(InputFormat.Message))]
    [InlineData("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1 and more", nameof(InputFormat.Foreign))]
    public async Task Format_is_told_by_the_first_bytes_gzipped_or_not(string text, string format)
    {
        var bytes = Encoding.Latin1.GetBytes(text);
        foreach (var stream in (Stream[])[new MemoryStream(bytes), new MemoryStream(Gzipped(bytes))])
        {
            var (whole, seen) = await InputStart.LookAsync(stream, default);
            seen.ToString().Should().Be(format);
            var read = new MemoryStream();
            await whole.CopyToAsync(read);
            read.ToArray().Should().Equal(bytes);
        }
    }

    private static byte[] Gzipped(byte[] bytes)
    {
        var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionMode.Compress, leaveOpen: true)) gzip.Write(bytes);
        return zipped.ToArray();
    }
}
