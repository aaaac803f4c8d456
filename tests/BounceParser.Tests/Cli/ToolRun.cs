using System.Text;
using System.Text.Json;
using BounceParser.Cli;

namespace BounceParser.Tests.Cli;

/// <summary>One run of the tool inside the test's process.</summary>
internal sealed record ToolRun(int ExitCode, string Out, string Error)
{
    public static Task<ToolRun> Of(string[] arguments, string input = "", params (string Name, string Value)[] environment) => Of(arguments, input, false, environment);

    public static Task<ToolRun> OnTerminal(string[] arguments, params (string Name, string Value)[] environment) => Of(arguments, "", true, environment);

    private static async Task<ToolRun> Of(string[] arguments, string input, bool isTerminal, (string Name, string Value)[] environment)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var console = new ToolConsole
        {
            Out = output,
            Error = error,
            OutIsTerminal = isTerminal,
            OpenInput = () => new MemoryStream(Encoding.UTF8.GetBytes(input)),
            Environment = name => environment.FirstOrDefault(pair => pair.Name == name).Value,
        };
        return new(await Tool.RunAsync(arguments, console), output.ToString(), error.ToString());
    }

    public IReadOnlyList<JsonElement> Lines => [.. Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
}
