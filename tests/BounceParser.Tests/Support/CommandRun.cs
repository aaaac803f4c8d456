using System.Diagnostics;

namespace BounceParser.Tests.Support;

/// <summary>A command run to its end, as a person would type it in a folder.</summary>
/// <param name="ExitCode">What it ended with.</param>
/// <param name="Output">What it printed on standard output.</param>
/// <param name="Error">What it printed on standard error.</param>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    /// <summary>Runs a command that must end well.</summary>
    public static async Task<string> SucceedsAsync(string folder, IReadOnlyDictionary<string, string>? environment, string file, params string[] arguments)
    {
        var run = await RunAsync(folder, environment, "", file, arguments);
        run.ExitCode.Should().Be(0, "{0} {1}: {2}{3}", file, string.Join(' ', arguments), run.Output, run.Error);
        return run.Output;
    }

    public static async Task<CommandRun> RunAsync(string folder, IReadOnlyDictionary<string, string>? environment, string input, string file, params string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        // A build server that outlives the test would keep its folder.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // A command may end without having read what it was given.
        }

        await process.WaitForExitAsync();
        return new CommandRun(process.ExitCode, await output, await error);
    }
}
