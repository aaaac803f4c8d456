using BounceParser.Tests.Support;

namespace BounceParser.Tests.Samples;

/// <summary>The samples of <c>src/Samples</c>, as they were built with the tests.</summary>
internal static class Sample
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "src", "Samples");

    public static Task<CommandRun> RunAsync(string name, IReadOnlyDictionary<string, string> environment, string input, params string[] arguments)
    {
        // .../bin/Release/net10.0: the sample was built the same way.
        var framework = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(Folder, name, "bin", framework.Parent!.Name, framework.Name, $"{name}.dll");
        return CommandRun.RunAsync(Repository.Root, environment, input, "dotnet", [program, .. arguments]);
    }

    public static Task<CommandRun> RunAsync(string name, params string[] arguments) => RunAsync(name, new Dictionary<string, string>(), "", arguments);
}
