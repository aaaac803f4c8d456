using BounceParser.Cli.Input;
using BounceParser.Tests.Support;

namespace BounceParser.Tests.Cli;

/// <summary>A folder of many mails, against the memory of the process.</summary>
[Collection(WholeProcess.Name)]
public sealed class LargeFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Large_folder_is_streamed_not_kept()
    {
        for (var i = 0; i < 60_000; i++) File.Create(_folder.In($"{i}.eml")).Dispose();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var mails = MailFolder.MailsOf(_folder.Path).GetEnumerator();
        var count = 0;
        while (mails.MoveNext()) count++;
        count.Should().Be(60_000);
        (GC.GetTotalMemory(forceFullCollection: true) - before).Should().BeLessThan(30 * 1024 * 1024);
    }
}
