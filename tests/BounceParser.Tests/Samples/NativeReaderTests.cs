using BounceParser.Tests.Cli;
using BounceParser.Tests.Support;

namespace BounceParser.Tests.Samples;

public sealed class NativeReaderTests
{
    private static string Bounce => File.ReadAllText(Path.Combine(Repository.Corpus, "qmail", "full-mailbox.eml"));

    [Fact]
    public async Task Sample_reads_a_bounce()
    {
        var run = await Sample.RunAsync("NativeReader", new Dictionary<string, string>(), Bounce);

        run.ExitCode.Should().Be(0, run.Error);
        run.Output.Should().StartWith("Failure").And.Contain("MailboxFull");
    }

    /// <summary>The compiler of native code sees every call: what cannot be trimmed is a warning, and a warning an error.</summary>
    [Theory, Trait("Category", "Slow"), Trait("Category", "Package")]
    [InlineData("src/Samples/NativeReader", "NativeReader")]
    [InlineData("src/BounceParser.Cli", "BounceParser.Cli")]
    public async Task Native_code_is_published_without_a_warning_and_reads_a_bounce(string project, string program)
    {
        using var folder = new TemporaryFolder();
        var published = await CommandRun.SucceedsAsync(Repository.Root, null, "dotnet", "publish", project, "-p:PublishAot=true", "--use-current-runtime",
            "--artifacts-path", folder.In("build"), "--output", folder.In("native"), "-warnaserror");
        published.Should().NotContainEquivalentOf("warning");

        string[] arguments = program == "NativeReader" ? [] : ["parse", "-"];
        var run = await CommandRun.RunAsync(folder.Path, null, Bounce, folder.In($"native/{program}"), arguments);

        run.ExitCode.Should().Be(0, run.Error);
        run.Output.Should().Contain("MailboxFull");
    }
}
