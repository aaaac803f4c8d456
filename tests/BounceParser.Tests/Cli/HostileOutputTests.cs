namespace BounceParser.Tests.Cli;

/// <summary>A bounce is a stranger's text: whatever it holds, no output may be turned against the one who reads it.</summary>
public sealed class HostileOutputTests : IDisposable
{
    private static readonly string[] Attacks =
    [
        "\u001b[2J\u001b]0;owned\u0007", "\u009b31m", "\u202ecod.exe", "\u2066\u2069", "\r\nInjected: yes", "\u2028second line",
        "=HYPERLINK(\"http://evil.example\")", "+1+cmd|' /C calc'!A0", "@SUM(1+1)", "-2+3",
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "[click](http://evil.example)", "![x](http://evil.example/x.png)", "```\n# owned", "`a` <b>",
    ];

    private static readonly string[][] Outputs =
    [
        ["parse"], ["parse", "--format", "json"], ["parse", "--format", "csv"], ["parse", "--format", "table"], ["parse", "--fields", "recipient,diagnostic,source"],
        ["explain", "--why"], ["explain", "--format", "markdown"], ["explain", "--format", "json"],
        ["suppress"], ["suppress", "--format", "csv"], ["suppress", "--format", "json"],
    ];

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var attack in Attacks)
                foreach (var output in Outputs) all.Add(attack, string.Join(' ', output));
            return all;
        }
    }

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(All))]
    public async Task Attack_is_harmless(string attack, string output)
    {
        var file = _folder.Write(FileName(attack), Bounce(attack));
        var run = await ToolRun.Of([.. output.Split(' '), file]);
        Look(run.Out + run.Error);
        if (output.Contains("csv", StringComparison.Ordinal)) LookAtCells(run.Out);
        if (output.Contains("markdown", StringComparison.Ordinal)) LookAtMarkdown(run.Out);
    }

    [Theory, InlineData("text"), InlineData("markdown")]
    public async Task Flood_is_cut_before_a_person_sees_it(string format)
    {
        var run = await ToolRun.Of(["explain", "--format", format, _folder.Write("flood.eml", Bounce(new string('q', 10_240)))]);
        run.Out.Length.Should().BeLessThan(8_000);
        run.Out.Should().Contain("qqq").And.Contain("…");
    }

    [Fact]
    public async Task Page_of_a_report_bears_no_attack()
    {
        foreach (var (attack, number) in Attacks.Select((attack, number) => (attack, number))) _folder.Write($"mails/{number}.eml", Bounce(attack));
        var page = _folder.In("report.html");
        (await ToolRun.Of(["report", _folder.In("mails"), "-o", page])).ExitCode.Should().Be(0);
        var html = await File.ReadAllTextAsync(page);
        Look(html);
        html.Should().NotContainAny("<script", "<img", "href=\"http://evil");
    }

    [Theory]
    [InlineData("parse")]
    [InlineData("explain")]
    [InlineData("redact")]
    [InlineData("suppress")]
    public async Task Name_of_a_missing_file_is_harmless(string command) => Look((await ToolRun.Of([command, _folder.In("\u001b[31m\u202ex.eml")])).Error);

    // Nothing that steers a terminal, and nothing that turns the direction of writing.
    private static void Look(string text) => text.Should().NotMatchRegex("[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069]");

    private static void LookAtCells(string csv)
    {
        foreach (var cell in CsvCells(csv)) cell.TrimStart().Should().NotMatchRegex("^[=+@-]");
    }

    // Outside code nothing is a link, a picture or a tag.
    private static void LookAtMarkdown(string markdown)
    {
        var prose = System.Text.RegularExpressions.Regex.Replace(markdown, @"(?ms)^(````*)text$.*?^\1$|(`+) .*? \2", "");
        prose.Should().NotContainAny("](http", "<script", "<img", "<b>").And.NotMatchRegex("(?m)^ *# owned");
    }

    private static IEnumerable<string> CsvCells(string csv) => csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).SelectMany(row => System.Text.RegularExpressions.Regex.Matches(row, "\"(?:[^\"]|\"\")*\"|[^,]+").Select(cell => cell.Value.Trim('"')));

    private static string FileName(string attack) => string.Concat(attack.Where(c => c is not ('/' or '\0'))) is var name && name.Length > 60 ? name[..60] : name + ".eml";

    private static string Bounce(string attack) =>
        $"Return-Path: <>\nFrom: MAILER-DAEMON@mail.origin.example\nTo: anna@origin.example\nSubject: Undelivered Mail Returned to Sender\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\n\n"
        + $"--b\nContent-Type: text/plain; charset=utf-8\n\nYour message could not be delivered.\n\n--b\nContent-Type: message/delivery-status; charset=utf-8\n\nReporting-MTA: dns; {attack}\n\nFinal-Recipient: rfc822; {attack.Replace('\n', ' ').Replace('\r', ' ')}@dest.example\nRemote-MTA: dns; {attack.Replace('\n', ' ').Replace('\r', ' ')}\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 {attack.Replace('\n', ' ').Replace('\r', ' ')} User unknown {attack.Replace('\n', ' ').Replace('\r', ' ')} see http://{attack.Replace('\n', ' ').Replace('\r', ' ')}\n\n--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: <{attack}@origin.example>\nSubject: {attack}\n\n--b--\n";
}
