using BounceParser.Tests.Cli;
using BounceParser.Tests.Support;

namespace BounceParser.Tests.Packaging;

/// <summary>Both packages, packed into a folder of their own, and a way to use them as a newcomer does.</summary>
public sealed class PackedPackages : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    internal string Feed => _folder.In("feed");

    /// <summary>Where a newcomer works: knows the feed beside the machine's own sources.</summary>
    internal string Home => _folder.In("home");

    // Ours go to a cache that ends with the test; what they depend on is mostly in the user's already.
    internal IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string> { ["NUGET_PACKAGES"] = _folder.In("cache") };

    public async Task InitializeAsync()
    {
        foreach (var project in new[] { "BounceParser", "BounceParser.Cli" })
            await CommandRun.SucceedsAsync(Repository.Root, null, "dotnet", "pack", $"src/{project}", "--output", Feed, "--artifacts-path", _folder.In("build"), "-warnaserror");
        _folder.Write("home/NuGet.config", $"""
            <configuration>
              <packageSources><add key="packed" value="{Feed}" /></packageSources>
              <fallbackPackageFolders><add key="user" value="{UserCache}" /></fallbackPackageFolders>
            </configuration>
            """);
    }

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    internal string Write(string name, string content) => _folder.Write($"home/{name}", content);

    internal Task<string> RunAsync(string file, params string[] arguments) => CommandRun.SucceedsAsync(Home, Environment, file, arguments);

    private static string UserCache => System.Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
