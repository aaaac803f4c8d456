using System.Text;
using System.Text.Json;
using BounceParser.Tests.Support;
using Microsoft.Playwright;

namespace BounceParser.Tests.Cli;

/// <summary>The page of <c>report</c> as its readers see it.</summary>
public sealed class ReportInBrowserTests(Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    private const string Hostile = "550 5.1.1 <script>document.title='taken'</script><img src=https://evil.example/x.png onerror=alert(1)> \"' onmouseover=alert(2) </td></table><style>*{display:none}</style> \u202Egnp.exe javascript:alert(3) User unknown";

    // Relative luminance and contrast as WCAG 2.1 defines them, of every text against what is painted behind it.
    private const string PoorContrast = """
        () => {
          const rgb = c => c.match(/[\d.]+/g).map(Number);
          const lum = c => { const [r, g, b] = rgb(c).map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
          const behind = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; if ((rgb(c)[3] ?? 1) > 0) return c; } return 'rgb(255, 255, 255)'; };
          const poor = [];
          for (const e of document.querySelectorAll('body *')) {
            if (![...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())) continue;
            const style = getComputedStyle(e), isDrawn = e instanceof SVGElement;
            const [x, y] = [lum(isDrawn ? style.fill : style.color), lum(behind(e))];
            const ratio = (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
            if (ratio < 4.5 && e.tagName !== 'title') poor.push(`${e.tagName} ${ratio.toFixed(2)} ${e.textContent.slice(0, 40)}`);
          }
          return poor;
        }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [ChromiumTheory]
    [InlineData("fr", "Avis de non-remise")]
    [InlineData("en", "Bounces")]
    public async Task Page_reads_without_script_and_asks_nobody(string language, string title)
    {
        var file = await WriteAsync(language);
        await using var watched = await chromium.OpenAsync(file, new() { JavaScriptEnabled = false });
        (await watched.Page.TitleAsync()).Should().Be(title);
        (await watched.Page.Locator("html").GetAttributeAsync("lang")).Should().Be(language);
        (await watched.Page.Locator("h1").InnerTextAsync()).Should().Be(title);
        (await watched.Page.Locator("details[open] table.evidence").First.IsVisibleAsync()).Should().BeTrue("the first group is open");
        watched.Requests.Should().Equal(new Uri(file).AbsoluteUri);
        watched.Complaints.Should().BeEmpty();
    }

    [ChromiumFact]
    public async Task Words_of_a_stranger_stay_words()
    {
        var file = await WriteAsync("en", Hostile);
        // As if the page's own policy were not there: the encoding alone must hold.
        await using var watched = await chromium.OpenAsync(file, new() { BypassCSP = true });
        await watched.Page.EvaluateAsync("document.querySelectorAll('details').forEach(group => group.open = true)");
        (await watched.Page.TitleAsync()).Should().Be("Bounces");
        (await watched.Page.Locator("script, img, body style, [onerror], [onmouseover], a[href^='javascript']").CountAsync()).Should().Be(0);
        (await watched.Page.Locator("td.words", new() { HasText = "taken" }).First.InnerTextAsync()).Should().Contain("<script>document.title='taken'</script>").And.NotContain("\u202E");
        (await watched.Page.Locator("footer").IsVisibleAsync()).Should().BeTrue("the table did not end early");
        watched.Requests.Should().ContainSingle();
        watched.Complaints.Should().BeEmpty();
    }

    [ChromiumFact]
    public async Task Headings_go_down_one_level_at_a_time()
    {
        await using var watched = await chromium.OpenAsync(await WriteAsync("en"));
        var levels = (await TextsAsync(watched.Page, "() => [...document.querySelectorAll('h1,h2,h3,h4')].map(h => h.tagName)")).Select(name => name[1] - '0').ToList();
        levels[0].Should().Be(1);
        levels.Skip(1).Should().NotContain(1);
        levels.Zip(levels.Skip(1), (above, below) => below - above).Should().OnlyContain(step => step <= 1);
    }

    [ChromiumFact]
    public async Task Every_table_has_a_caption_and_every_row_and_column_a_header()
    {
        await using var watched = await chromium.OpenAsync(await WriteAsync("fr"));
        (await watched.Page.Locator("table").CountAsync()).Should().BeGreaterThan(3);
        (await TextsAsync(watched.Page, "() => [...document.querySelectorAll('table')].filter(t => !t.caption?.textContent.trim() || ![...t.rows].every(r => r.cells[0].matches('th[scope]'))).map(t => t.outerHTML)")).Should().BeEmpty();
        (await TextsAsync(watched.Page, "() => [...document.querySelectorAll('th')].filter(h => !h.textContent.trim()).map(h => h.outerHTML)")).Should().BeEmpty();
    }

    [ChromiumTheory]
    [InlineData(ColorScheme.Light, Media.Screen)]
    [InlineData(ColorScheme.Dark, Media.Screen)]
    [InlineData(ColorScheme.Dark, Media.Print)]
    public async Task Text_stands_out_from_its_ground(ColorScheme scheme, Media media)
    {
        await using var watched = await chromium.OpenAsync(await WriteAsync("en"), new() { ColorScheme = scheme });
        await watched.Page.EmulateMediaAsync(new() { Media = media, ColorScheme = scheme });
        (await TextsAsync(watched.Page, PoorContrast)).Should().BeEmpty();
    }

    [ChromiumTheory]
    [InlineData(400)]
    [InlineData(1280)]
    public async Task Page_is_never_wider_than_its_window(int width)
    {
        await using var watched = await chromium.OpenAsync(await WriteAsync("fr", "550 5.1.1 User unknown " + new string('x', 400)), new() { ViewportSize = new() { Width = width, Height = 800 } });
        await watched.Page.EvaluateAsync("document.querySelectorAll('details').forEach(group => group.open = true)");
        (await watched.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().Be(width);
    }

    [ChromiumFact]
    public async Task Keyboard_alone_opens_each_group()
    {
        await using var watched = await chromium.OpenAsync(await WriteAsync("en"));
        await watched.Page.EvaluateAsync("document.querySelectorAll('details').forEach(group => group.open = false)");
        var groups = await watched.Page.Locator("details").CountAsync();
        groups.Should().BeGreaterThan(2);
        for (var i = 0; i < groups; i++)
        {
            await watched.Page.Keyboard.PressAsync("Tab");
            (await watched.Page.EvaluateAsync<string>("document.activeElement.tagName")).Should().Be("SUMMARY");
            (await watched.Page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle")).Should().Be("solid", "one sees where one is");
            await watched.Page.Keyboard.PressAsync("Enter");
            (await watched.Page.Locator("details").Nth(i).EvaluateAsync<bool>("group => group.open")).Should().BeTrue();
            await watched.Page.Keyboard.PressAsync("Enter");
        }
    }

    [ChromiumFact]
    public async Task Paper_shows_what_is_folded_on_the_screen()
    {
        await using var watched = await chromium.OpenAsync(await WriteAsync("en"));
        await watched.Page.EmulateMediaAsync(new() { Media = Media.Print });
        (await TextsAsync(watched.Page, "() => [...document.querySelectorAll('details table.evidence')].filter(t => t.getBoundingClientRect().height < 20).map(t => t.caption.textContent)")).Should().BeEmpty();
    }

    private static async Task<IReadOnlyList<string>> TextsAsync(IPage page, string script) =>
        [.. (await page.EvaluateAsync<JsonElement>(script)).EnumerateArray().Select(text => text.GetString()!)];

    private async Task<string> WriteAsync(string language, string said = "550 5.1.1 User unknown")
    {
        var replies = new[] { said, said, "554 sorry, your envelope sender is in my badmailfrom list", "552 5.2.2 Mailbox full", "550 5.7.1 Service unavailable; Client host [192.0.2.7] blocked using zen.spamhaus.org" };
        for (var i = 0; i < replies.Length; i++) _folder.Write($"mail/{i}.eml", Bounce(i, replies[i]));
        var page = _folder.In("report.html");
        (await ToolRun.Of(["report", _folder.In("mail"), "-o", page, "--lang", language])).ExitCode.Should().Be(0);
        return page;
    }

    private static string Bounce(int i, string said) =>
        Encoding.UTF8.GetString(Mail.Report(Mail.Failed($"r{i}@dest.example", said), headers: $"To: bounces@list.example\nDate: Tue, {i + 1} Nov 2026 10:00:00 +0000\n"));
}
