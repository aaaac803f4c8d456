using System.CommandLine;
using BounceParser.Cli.Input;
using BounceParser.Cli.Output;
using BounceParser.Cli.Redaction;

namespace BounceParser.Cli.Commands;

/// <summary><c>bounceparser redact</c>: a bounce that can be shown to others.</summary>
internal static class RedactCommand
{
    private const int Largest = 16 * 1024 * 1024;

    public static Command Create(ToolConsole console)
    {
        var file = new Argument<string>("file") { Description = "One message (or a pasted text that ends in .txt), or - for the standard input" };
        file.IsNeverEmpty();
        var command = new Command("redact", "Prints a message with addresses, hosts, IPs, ids and bodies replaced, each by the same everywhere; it still gives the same diagnosis.") { file };
        command.SetAction(async (parsed, cancellation) =>
        {
            var path = parsed.GetValue(file)!;
            if (await ReadAsync(path, console, cancellation).ConfigureAwait(false) is not { } message) return ExitCodes.Unreadable;
            if (Redactor.Redact(message, path.EndsWith(".txt", StringComparison.OrdinalIgnoreCase)) is not { } redacted)
            {
                console.Error.WriteLine($"{TerminalText.Clean(path)}: nothing can be taken out of this message without changing its diagnosis");
                return ExitCodes.Negative;
            }

            if (redacted.Depth.Kept is { } kept) console.Error.WriteLine($"kept, since the diagnosis rests on them: {kept}. Read the result before you show it.");
            await console.WriteBytesAsync(redacted.Message, cancellation).ConfigureAwait(false);
            return ExitCodes.Done;
        });
        return command;
    }

    private static async Task<byte[]?> ReadAsync(string path, ToolConsole console, CancellationToken cancellation)
    {
        try
        {
            var stream = new MailSource(path).Open(console.OpenInput, cancellation);
            await using (stream.ConfigureAwait(false))
            {
                var start = await InputStart.LookAsync(stream, cancellation).ConfigureAwait(false);
                if (start.Format == InputFormat.Message && await LimitedBytes.ReadAsync(start.Whole, Largest, cancellation).ConfigureAwait(false) is { } bytes) return bytes;
                var why = start.Refusal ?? (start.Format == InputFormat.Mbox ? "an mbox holds many messages: redact takes one" : $"larger than {Largest / 1024 / 1024} MB");
                console.Error.WriteLine($"{TerminalText.Clean(path)}: {why}");
            }
        }
        catch (Exception error) when (InputError.Is(error))
        {
            console.Error.WriteLine($"{TerminalText.Clean(path)}: {TerminalText.Clean(InputError.Reason(path, error))}");
        }

        return null;
    }
}
