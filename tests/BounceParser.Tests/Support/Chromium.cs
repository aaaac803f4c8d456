using System.Reflection;
using Microsoft.Playwright;

namespace BounceParser.Tests.Support;

/// <summary>Debian's Chromium, one for all tests of a class.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Executable = "/usr/bin/chromium";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    // The package's own folder, as the project file names it.
    private static string? Driver => typeof(Chromium).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "Playwright").Value;

    public static bool IsInstalled => File.Exists(Executable);

    public async Task InitializeAsync()
    {
        if (!IsInstalled) return;
        Environment.SetEnvironmentVariable("PLAYWRIGHT_DRIVER_SEARCH_PATH", Driver);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = ["--no-sandbox"] });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.CloseAsync();
        _playwright?.Dispose();
    }

    /// <summary>A page opened from disk, watched from the first byte.</summary>
    internal async Task<WatchedPage> OpenAsync(string file, BrowserNewContextOptions? options = null)
    {
        var context = await _browser!.NewContextAsync(options);
        var watched = new WatchedPage(await context.NewPageAsync());
        await watched.Page.GotoAsync(new Uri(file).AbsoluteUri);
        return watched;
    }
}

/// <summary>A page, with what it asked for and complained of.</summary>
internal sealed class WatchedPage : IAsyncDisposable
{
    public WatchedPage(IPage page)
    {
        Page = page;
        page.Request += (_, request) => Requests.Add(request.Url);
        page.Console += (_, message) => Complaints.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => Complaints.Add(error);
        page.Dialog += async (_, dialog) => { Complaints.Add($"dialog: {dialog.Message}"); await dialog.DismissAsync(); };
    }

    public IPage Page { get; }

    public List<string> Requests { get; } = [];

    public List<string> Complaints { get; } = [];

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();
}
