using System.CommandLine;
using System.CommandLine.Parsing;
using BounceParser.Cli.Commands;
using BounceParser.Cli.Output;
using BounceParser.Cli.Usage;

namespace BounceParser.Cli;

/// <summary>The command line: which commands there are, and how an end is told.</summary>
internal static class Tool
{
    private const string Name = "bounceparser";

    // No response files: @example.org is a domain here.
    private static readonly ParserConfiguration AsWritten = new() { ResponseFileTokenReplacer = null };

    public static async Task<int> RunAsync(string[] args, ToolConsole console, CancellationToken cancellation = default)
    {
        var parsed = Root(console).Parse(args, AsWritten);
        IReadOnlyList<string> wrong = [.. UnknownOptions.Find(parsed)];
        if (wrong.Count == 0) wrong = [.. parsed.Errors.Select(error => error.Message).Distinct()];
        if (wrong.Count > 0) return TellUsage(wrong, parsed, console);
        var settings = new InvocationConfiguration { Output = console.Out, Error = console.Error, EnableDefaultExceptionHandler = false };
        try
        {
            var code = await parsed.InvokeAsync(settings, cancellation).ConfigureAwait(false);
            console.Out.Flush();
            return code;
        }
        catch (OperationCanceledException)
        {
            await console.Out.FlushAsync(CancellationToken.None).ConfigureAwait(false);
            return ExitCodes.Cancelled;
        }
        catch (IOException broken) when (BrokenPipe.Is(broken))
        {
            // The reader of our output went away (`| head`): nobody is left to be told.
            return ExitCodes.Done;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            console.Error.WriteLine(TerminalText.Clean(error.Message));
            return ExitCodes.Unreadable;
        }
    }

    internal static RootCommand Root(ToolConsole console)
    {
        var root = new RootCommand("Reads mail bounces, SMTP replies and mail log lines, and tells who did not get the mail, why, and what to do.")
        {
            ExplainCommand.Create(console),
            ParseCommand.Create(console),
            ReportCommand.Create(console),
            SuppressCommand.Create(console),
            ImapCommand.Create(console),
            RedactCommand.Create(console),
            AdviceCommand.Create(console),
            RulesCommand.Create(console),
            CorpusCommand.Create(console),
            SchemaCommand.Create(console),
        };
        ExamplesHelp.AddTo(root);
        return root;
    }

    private static int TellUsage(IReadOnlyList<string> wrong, ParseResult parsed, ToolConsole console)
    {
        foreach (var line in wrong) console.Error.WriteLine(TerminalText.Clean(line));
        console.Error.WriteLine($"`{string.Join(' ', [Name, .. Path(parsed.CommandResult), "--help"])}` shows how it is used, with examples.");
        return ExitCodes.Usage;
    }

    private static IEnumerable<string> Path(CommandResult command) =>
        command.Parent is CommandResult parent ? [.. Path(parent), command.Command.Name] : [];
}
