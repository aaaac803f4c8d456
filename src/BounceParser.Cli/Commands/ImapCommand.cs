using System.CommandLine;
using System.CommandLine.Parsing;
using BounceParser.Cli.Imap;
using BounceParser.Cli.Output;
using BounceParser.Cli.Usage;

namespace BounceParser.Cli.Commands;

/// <summary><c>bounceparser imap</c>: the messages of a mailbox, one line each, however often it is cut off.</summary>
internal sealed class ImapCommand
{
    private readonly Option<string> _host = new("--host") { Description = "The IMAP server", Required = true };
    private readonly Option<int?> _port = new("--port") { Description = "Its port; else 993 with tls, 143 without" };
    private readonly Option<string> _security = new("--security") { Description = "tls (usual), starttls, or none, which is for this machine alone", DefaultValueFactory = _ => ImapSecurity.Usual };
    private readonly Option<string> _user = new("--user") { Description = "Who logs in", Required = true };
    private readonly Option<string> _folder = new("--folder") { Description = "The folder to read", DefaultValueFactory = _ => "INBOX" };
    private readonly Option<string> _output = new("--output", "-o") { Description = "The NDJSON file to write or to continue: what it has is not read again", Required = true };
    private readonly Option<string?> _moveTo = new("--move-to") { Description = "With --apply: the folder for each message that has its line, made where it is missing" };
    private readonly Option<bool> _apply = new("--apply") { Description = "Move them; without it nothing changes on the server" };
    private readonly ToolConsole _console;
    private readonly Command _command;
    private readonly OwnCatalogue _own;

    private ImapCommand(ToolConsole console)
    {
        _console = console;
        _security.TakesOneOf(ImapSecurity.Names);
        _port.Validators.Add(value =>
        {
            if (!int.TryParse(value.Tokens[^1].Value, out var port) || port is < 1 or > 65535) value.AddError("--port: from 1 to 65535");
        });
        _command = new Command("imap", $"Reads a mailbox over IMAP into lines as parse prints them. The password comes from {Password.Variable} or the standard input.")
        {
            _host, _port, _security, _user, _folder, _output, _moveTo, _apply,
        };
        _own = OwnCatalogue.RulesOf(_command);
        _command.Validators.Add(Check);
        _command.SetAction(RunAsync);
    }

    public static Command Create(ToolConsole console) => new ImapCommand(console)._command;

    private void Check(CommandResult result)
    {
        // A missing or mistyped one has been told already.
        if (result.Errors.Any()) return;
        if (result.GetValue(_security) == "none" && !ImapSecurity.IsLoopback(result.GetValue(_host) ?? "")) result.AddError("--security none would send the password readable to all: only with --host 127.0.0.1, ::1 or localhost; else tls or starttls");
        if (result.GetValue(_output) == OutputFile.StandardOutput) result.AddError("--output: a file, whose lines say what need not be read again; the standard output has none");
        if (result.GetValue(_apply) && result.GetValue(_moveTo) is null) result.AddError("--apply moves messages: say where with --move-to FOLDER");
        if (result.GetValue(_moveTo) is { } target && target == result.GetValue(_folder)) result.AddError("--move-to: another folder than --folder");
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        if (await Password.ReadAsync(_console, cancellation).ConfigureAwait(false) is not { } password)
        {
            _console.Error.WriteLine($"No password: set {Password.Variable}, or write it to the standard input.");
            return ExitCodes.Usage;
        }

        var security = parsed.GetValue(_security)!;
        var mailbox = new Mailbox(parsed.GetValue(_host)!, parsed.GetValue(_port) ?? ImapSecurity.Port(security), ImapSecurity.Of(security), parsed.GetValue(_user)!, parsed.GetValue(_folder)!);
        var output = parsed.GetValue(_output)!;
        using var run = new ImapRun(_own.Interpreter, mailbox, parsed.GetValue(_apply) ? parsed.GetValue(_moveTo) : null);
        try
        {
            var running = run.ReadAsync(output, password, cancellation);
            if (_console.ErrorIsTerminal) await ProgressBar.ShowAsync(_console, () => run.Done, () => run.Share, running).ConfigureAwait(false);
            await running.ConfigureAwait(false);
            return ExitCodes.Done;
        }
        catch (OutputException error)
        {
            return Tell(output, error.Message);
        }
        catch (Exception error) when (ImapError.Is(error))
        {
            return Tell(mailbox.Address, ImapError.Reason(error));
        }
        finally
        {
            TellCounts(run, parsed.GetValue(_moveTo), parsed.GetValue(_apply));
        }
    }

    private int Tell(string what, string why)
    {
        _console.Error.WriteLine($"{TerminalText.Clean(what)}: {TerminalText.Clean(why)}");
        return ExitCodes.Unreadable;
    }

    private void TellCounts(ImapRun run, string? moveTo, bool apply)
    {
        var moved = moveTo is null ? "" : apply ? $", {run.Moved} moved to {moveTo}" : $", none moved: add --apply to move {run.Collected + run.Known} to {moveTo}";
        _console.Error.WriteLine(TerminalText.Clean($"{run.Collected} read, {run.Known} were there already{moved}"));
    }
}
