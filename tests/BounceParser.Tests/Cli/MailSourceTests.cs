using BounceParser.Cli.Input;

namespace BounceParser.Tests.Cli;

/// <summary>Files as they are opened: short ones at once, long ones bit by bit.</summary>
public sealed class MailSourceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData((256 * 1024) - 1)]
    [InlineData(256 * 1024)]
    [InlineData((256 * 1024) + 1)]
    [InlineData(1_000_000)]
    public async Task File_of_any_length_is_read_whole(int length)
    {
        var content = new byte[length];
        for (var at = 0; at < length; at++) content[at] = (byte)(at % 251);
        await using var opened = Open(_folder.Write("mail", content));
        var read = new MemoryStream();
        await opened.CopyToAsync(read);
        read.ToArray().Should().Equal(content);
    }

    // Whoever delivers mail may be writing to it.
    [Fact]
    public async Task Short_file_is_read_while_another_writes_to_it_and_not_held_open()
    {
        var path = _folder.Write("mail", "Subject: x\n\nx\n");
        await using var writer = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        await using var opened = Open(path);
        using var alone = new StreamReader(opened);
        (await alone.ReadToEndAsync()).Should().Be("Subject: x\n\nx\n");
        opened.Should().NotBeAssignableTo<FileStream>();
    }

    // Handing a short mail to other threads took longer than to diagnose it.
    [Fact]
    public void Short_mail_alone_is_read_before_the_caller_goes_on()
    {
        var path = _folder.Write("1.eml", "Subject: x\n\nx\n");
        var reader = new MailReader(BounceInterpreter.Default, () => Stream.Null);
        var results = new OrderedReading(reader, jobs: 4).ReadAsync([new MailSource(path)], default).GetAsyncEnumerator();
        var first = results.MoveNextAsync();
        first.IsCompletedSuccessfully.Should().BeTrue();
        results.Current.Report!.Kind.Should().Be(BounceKind.NotABounce);
        results.MoveNextAsync().IsCompletedSuccessfully.Should().BeTrue();
    }

    private static Stream Open(string path) => new MailSource(path).Open(() => Stream.Null, default);
}
