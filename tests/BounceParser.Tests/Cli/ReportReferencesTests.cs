using BounceParser.Tests.Support;

namespace BounceParser.Tests.Cli;

/// <summary>A step that speaks of a page, and the page itself, stand together in the report.</summary>
public sealed class ReportReferencesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("en", "References")]
    [InlineData("fr", "Références")]
    public async Task Page_that_a_step_speaks_of_is_linked(string language, string heading)
    {
        var page = _folder.In("report.html");
        await ToolRun.Of(["report", Path.Combine(Repository.Corpus, "postfix", "bad-reputation-at-t-online.eml"), "-o", page, "--lang", language]);
        (await File.ReadAllTextAsync(page)).Should().Contain($"<h4>{System.Net.WebUtility.HtmlEncode(heading)}</h4>\n<ul>\n<li><a href=\"https://postmaster.t-online.de/index.en.html\"");
    }
}
