using System.Diagnostics;
using BounceParser.Cli;

namespace BounceParser.Tests.Cli;

/// <summary>The tool as a process of its own, the copy that stands beside the tests.</summary>
internal static class ToolProcess
{
    public static Process Start(params string[] arguments) => Start([], arguments);

    /// <summary>With paths that are relative to a folder.</summary>
    public static Process StartIn(string folder, params string[] arguments) => Start(folder, [], arguments);

    /// <summary>Without root's right to read what is closed.</summary>
    public static Process StartUnprivileged(params string[] arguments) => Environment.IsPrivilegedProcess
        ? Start("", [], arguments, "setpriv", "--bounding-set=-dac_override,-dac_read_search", "dotnet")
        : Start(arguments);

    public static Process Start((string Name, string Value)[] environment, params string[] arguments) => Start("", environment, arguments);

    private static Process Start(string folder, (string Name, string Value)[] environment, string[] arguments, params string[] command)
    {
        // Who runs the tests in the background may have them ignore Ctrl-C, and the tool with them.
        if (command.Length == 0) command = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", "dotnet"] : ["dotnet"];
        var start = new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        start.ArgumentList.Add(typeof(ExitCodes).Assembly.Location);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}
