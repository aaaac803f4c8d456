using BounceParser.Cli.Input;
using BounceParser.Cli.Output;

namespace BounceParser.Cli.Explaining;

/// <summary>What <c>explain</c> is given: a file, the standard input, or a text.</summary>
internal sealed class ExplainInput(BounceInterpreter interpreter, ToolConsole console)
{
    private const int LargestWithAttachment = 64 * 1024 * 1024;

    /// <summary>The reports; null when nothing could be read, which was told.</summary>
    public async Task<IReadOnlyList<BounceReport>?> ReadAsync(string input, CancellationToken cancellation)
    {
        if (input != MailSource.StandardInput && !Path.Exists(input) && PastedText.Is(input)) return [interpreter.InterpretText(input)];
        if (Directory.Exists(input))
        {
            Tell(input, $"is a folder, and explain takes one message: `bounceparser parse {input}` reads all of it");
            return null;
        }

        var reports = new List<BounceReport>();
        await foreach (var result in new MailReader(interpreter, console.OpenInput).ReadAsync(new MailSource(input), 1, cancellation).ConfigureAwait(false))
        {
            if (result.Report is { } report) reports.Add(report);
            else Tell(input, result.Error);
        }

        return reports.Count == 0 ? null : reports;
    }

    /// <summary>The report of the attached message of that number, from 1; null when there is none or it could not be read, which was told.</summary>
    public async Task<BounceReport?> ReadAttachmentAsync(string input, int number, CancellationToken cancellation)
    {
        try
        {
            var attached = await AttachedAsync(input, cancellation).ConfigureAwait(false);
            if (number <= attached.Count) return interpreter.Interpret(attached[number - 1]);
            Tell(input, attached.Count == 0 ? "holds no message as an attachment" : attached.Count == 1 ? "holds 1 attached message: --attachment 1" : $"holds {attached.Count} attached messages: --attachment 1 to {attached.Count}");
        }
        catch (Exception error) when (InputError.Is(error))
        {
            Tell(input, InputError.Reason(input, error));
        }

        return null;
    }

    /// <summary>The number of the first attached message that is a bounce, for a hint; 0 when there is none.</summary>
    public async Task<int> BounceAmongAttachmentsAsync(string input, CancellationToken cancellation)
    {
        if (!File.Exists(input)) return 0;
        var attached = await AttachedAsync(input, cancellation).ConfigureAwait(false);
        for (var i = 0; i < attached.Count; i++)
            if (interpreter.Interpret(attached[i]).Diagnoses.Count > 0) return i + 1;
        return 0;
    }

    private async Task<IReadOnlyList<byte[]>> AttachedAsync(string input, CancellationToken cancellation)
    {
        var stream = new MailSource(input).Open(console.OpenInput, cancellation);
        await using (stream.ConfigureAwait(false))
        {
            var (whole, format) = await InputStart.LookAsync(stream, cancellation).ConfigureAwait(false);
            if (format != InputFormat.Message || await LimitedBytes.ReadAsync(whole, LargestWithAttachment, cancellation).ConfigureAwait(false) is not { } message) return [];
            return [.. AttachedMessages.Of(message)];
        }
    }

    private void Tell(string input, string? problem) => console.Error.WriteLine($"{TerminalText.Clean(input)}: {TerminalText.Clean(problem)}");
}
