using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace BounceParser.Tests.Cli;

/// <summary>Files that are no text: words in them are nobody's answer.</summary>
public sealed class ForeignFilesTests : IDisposable
{
    private const string Dead = "\n<l.martin@dest.example>: 550 5.1.1 User unknown\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("PK\u0003\u0004", "unpack")]
    [InlineData("Rar!\u001A\u0007", "unpack")]
    [InlineData("7z\u00BC\u00AF\u0027\u001C", "unpack")]
    [InlineData("BZh91AY&SY", "unpack")]
    [InlineData("%PDF-1.7\n", ".eml")]
    [InlineData("\u0089PNG\r\n\u001A\n", ".eml")]
    [InlineData("!BDN", "export")]
    [InlineData("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", ".eml")]
    public async Task File_that_is_no_text_is_refused_with_a_hint(string mark, string hint)
    {
        var path = _folder.Write("file", Encoding.Latin1.GetBytes(mark + Dead));
        foreach (var command in (string[][])[["parse"], ["parse", "--lines"], ["suppress"], ["explain"], ["redact"]])
        {
            var run = await ToolRun.Of([.. command, path]);
            run.ExitCode.Should().Be(3, command[^1]);
            run.Error.Should().StartWith(path + ": ").And.Contain(hint);
            run.Out.Should().NotContain("l.martin");
        }
    }

    [Fact]
    public async Task Archive_of_mails_is_refused_gzipped_too()
    {
        _folder.Write("in/1.eml", "Subject: x\n" + Dead);
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) TarFile.CreateFromDirectory(_folder.In("in"), gzip, includeBaseDirectory: true);
        var run = await ToolRun.Of(["parse", _folder.Write("mails.tar.gz", packed.ToArray())]);
        run.ExitCode.Should().Be(3);
        run.Lines.Should().ContainSingle().Which.GetProperty("error").GetString().Should().Contain("tar");
    }
}
