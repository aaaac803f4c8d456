using BounceParser.Cli.Output;
using BounceParser.Cli.Reporting;

namespace BounceParser.Tests.Cli;

/// <summary>A number and its noun agree, in every output that counts.</summary>
public sealed class CountedWordsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("fr", 0, "0 message lu")]
    [InlineData("fr", 1, "1 message lu")]
    [InlineData("fr", 2, "2 messages lus")]
    [InlineData("fr", 12_345, "12\u202F345 messages lus")]
    [InlineData("en", 0, "0 messages read")]
    [InlineData("en", 1, "1 message read")]
    [InlineData("en", 2, "2 messages read")]
    [InlineData("en", 12_345, "12,345 messages read")]
    public void Messages_of_a_report(string language, int count, string told) => new ReportWords(language).Count("subtitle", count).Should().Be(told);

    [Theory]
    [InlineData("fr", 1, "1 message lu, daté du 03/11/2026")]
    [InlineData("fr", 2, "2 messages lus, datés du 03/11/2026")]
    [InlineData("en", 1, "1 message read, dated 2026-11-03")]
    [InlineData("en", 2, "2 messages read, dated 2026-11-03")]
    public async Task Head_of_a_report(string language, int count, string told)
    {
        for (var i = 0; i < count; i++) _folder.Write($"{i}.eml", Support.Mail.Report(Support.Mail.Failed("r@dest.example", "550 5.1.1 User unknown"), headers: "Date: Tue, 3 Nov 2026 10:00:00 +0000\n"));
        await ToolRun.Of(["report", _folder.Path, "-o", _folder.In("report.html"), "--lang", language]);
        (await File.ReadAllTextAsync(_folder.In("report.html"))).Should().Contain($">{told}<");
    }

    [Theory]
    [InlineData("fr", 1, "Et 1 autre : « bounceparser suppress » les donne toutes.")]
    [InlineData("fr", 2, "Et 2 autres : « bounceparser suppress » les donne toutes.")]
    [InlineData("en", 1, "And 1 more: “bounceparser suppress” lists them all.")]
    [InlineData("en", 2, "And 2 more: “bounceparser suppress” lists them all.")]
    public void Addresses_that_the_page_leaves_out(string language, int count, string told) => new ReportWords(language).Count("drop.more", count).Replace('\u00A0', ' ').Should().Be(told);

    [Theory]
    [InlineData("fr", 1, "1 avis de cette sorte")]
    [InlineData("fr", 2, "2 avis de cette sorte")]
    [InlineData("en", 1, "1 bounce of this kind")]
    [InlineData("en", 2, "2 bounces of this kind")]
    public void Evidence_of_a_cause(string language, int count, string told) => new ReportWords(language).Count("evidence", count).Should().Be(told);

    [Theory, InlineData(0, "0 samples"), InlineData(1, "1 sample"), InlineData(2, "2 samples")]
    public async Task Samples_of_a_corpus(int count, string told)
    {
        Counted.Of(count, "sample").Should().Be(told);
        for (var i = 0; i < count; i++) _folder.Write($"{i}.txt", "550 5.1.1 User unknown");
        (await ToolRun.Of(["corpus", "stats", _folder.Path])).Out.Should().StartWith(told + "\n");
    }

    [Theory]
    [InlineData("fr", 11, "1 autre destinataire : --all l’affiche")]
    [InlineData("fr", 12, "2 autres destinataires : --all les affiche")]
    [InlineData("en", 11, "1 more recipient: show it with --all")]
    [InlineData("en", 12, "2 more recipients: show them with --all")]
    public async Task Recipients_that_explain_leaves_out(string language, int count, string told)
    {
        var report = string.Join('\n', Enumerable.Range(0, count).Select(i => Support.Mail.Failed($"r{i}@dest.example", "550 5.1.1 User unknown")));
        var run = await ToolRun.Of(["explain", _folder.Write("many.eml", Support.Mail.Report(report)), "--lang", language]);
        run.Out.Replace('\u00A0', ' ').Should().EndWith(told + "\n\n");
    }

    [Theory]
    [InlineData("explain", "--attachment", "2", "holds 1 attached message: --attachment 1\n")]
    public async Task Attached_messages(string command, string option, string number, string told)
    {
        var mail = _folder.Write("forwarded.eml", "Subject: fwd\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/rfc822\n\nSubject: x\n\nx\n\n--b--\n");
        (await ToolRun.Of([command, mail, option, number])).Error.Should().EndWith(told);
    }
}
