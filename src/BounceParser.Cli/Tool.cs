using System.CommandLine;
using System.CommandLine.Parsing;
using BounceParser.Cli.Commands;

namespace BounceParser.Cli;

/// <summary>The command line: which commands there are, and how an end is told.</summary>
internal static class Tool
{
    public static async Task<int> RunAsync(string[] args, ToolConsole console)
    {
        var root = new RootCommand("Reads mail bounces, SMTP replies and mail log lines, and tells who did not get the mail, why, and what to do.");
        root.Subcommands.Add(ExplainCommand.Create(console));
        root.Subcommands.Add(ParseCommand.Create(console));
        root.Subcommands.Add(AdviceCommand.Create(console));
        root.Subcommands.Add(CorpusCommand.Create(console));
        root.Subcommands.Add(SchemaCommand.Create(console));

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0) return TellUsage(parsed, console);
        var settings = new InvocationConfiguration { Output = console.Out, Error = console.Error, EnableDefaultExceptionHandler = false };
        try
        {
            return await parsed.InvokeAsync(settings).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Cancelled;
        }
        catch (IOException broken) when (IsBrokenPipe(broken))
        {
            return ExitCodes.Done;
        }
        finally
        {
            Flush(console);
        }
    }

    private static int TellUsage(ParseResult parsed, ToolConsole console)
    {
        foreach (var error in parsed.Errors) console.Error.WriteLine(error.Message);
        console.Error.WriteLine();
        parsed.RootCommandResult.Command.Parse([.. Path(parsed.CommandResult), "--help"]).Invoke(new InvocationConfiguration { Output = console.Error, Error = console.Error });
        return ExitCodes.Usage;
    }

    private static IEnumerable<string> Path(CommandResult command) =>
        command.Parent is CommandResult parent ? [.. Path(parent), command.Command.Name] : [];

    // The reader of our output went away (`| head`): nobody is left to be told.
    private static bool IsBrokenPipe(IOException error) => error is not FileNotFoundException and not DirectoryNotFoundException;

    private static void Flush(ToolConsole console)
    {
        try
        {
            console.Out.Flush();
        }
        catch (IOException)
        {
            // As above.
        }
    }
}
