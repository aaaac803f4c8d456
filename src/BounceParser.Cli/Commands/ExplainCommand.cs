using System.CommandLine;
using BounceParser.Cli.Explaining;
using BounceParser.Cli.Input;
using BounceParser.Cli.Output;
using BounceParser.Cli.Usage;

namespace BounceParser.Cli.Commands;

/// <summary><c>bounceparser explain</c>: one bounce, in words for a person.</summary>
internal static class ExplainCommand
{
    private const int FirstTen = 10;
    private static readonly string[] Formats = ["text", "markdown", "json"];
    private static readonly string[] Audiences = [.. Enum.GetNames<Audience>().Select(Names.Camel)];

    public static Command Create(ToolConsole console)
    {
        var input = new Argument<string>("file|text|-") { Description = "A message, a pasted text in quotes, or - for the standard input" };
        input.IsNeverEmpty();
        var lang = CommonOptions.Language();
        var format = new Option<string>("--format") { Description = "How to print: text (usual), markdown, json", DefaultValueFactory = _ => Formats[0] };
        format.TakesOneOf(Formats);
        var audience = new Option<string>("--audience") { Description = "Whose steps come first", DefaultValueFactory = _ => Audiences[0] };
        audience.TakesOneOf(Audiences);
        var all = new Option<bool>("--all") { Description = "Every recipient, not the first ten" };
        var why = new Option<bool>("--why") { Description = "The rule that decided, and those that lost" };
        var attachment = CommonOptions.Number("--attachment", "Read the attached message of this number instead: a bounce that somebody forwards", 0);
        var service = new Option<FileInfo>("--service") { Description = "A JSON file that describes your mail service; its values are woven into the steps" };
        service.TakesFile();

        var command = new Command("explain", "Explains one bounce: who did not get the mail, why, whether it is final, and what to do.") { input, lang, format, audience, all, why, attachment, service };
        var own = OwnCatalogue.RulesAndAdviceOf(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            if (!TryReadService(parsed.GetValue(service), console, out var sender)) return ExitCodes.Usage;
            var settings = new ExplainSettings
            {
                Culture = Languages.Choose(parsed.GetValue(lang), console.Environment),
                Book = own.Interpreter.Advice.WithService(sender),
                Audience = Enum.GetValues<Audience>()[Array.IndexOf(Audiences, parsed.GetValue(audience))],
                Why = parsed.GetValue(why),
                Most = parsed.GetValue(all) ? int.MaxValue : FirstTen,
            };
            return await RunAsync(new ExplainInput(own.Interpreter, console), parsed.GetValue(input)!, parsed.GetValue(attachment), parsed.GetValue(format)!, settings, console, cancellation).ConfigureAwait(false);
        });
        return command;
    }

    private static async Task<int> RunAsync(ExplainInput input, string path, int attachment, string format, ExplainSettings settings, ToolConsole console, CancellationToken cancellation)
    {
        var reports = attachment == 0 ? await input.ReadAsync(path, cancellation).ConfigureAwait(false)
            : await input.ReadAttachmentAsync(path, attachment, cancellation).ConfigureAwait(false) is { } attached ? [attached] : null;
        if (reports is null) return ExitCodes.Unreadable;
        var isBounce = reports.Any(report => report.Diagnoses.Count > 0);
        switch (format)
        {
            case "json": console.Out.Write(ExplainJson.Of(path, reports, settings)); break;
            case "markdown": new ExplainMarkdown(console.Out, settings).Show(reports); break;
            default:
                var hint = isBounce || attachment > 0 ? 0 : await input.BounceAmongAttachmentsAsync(path, cancellation).ConfigureAwait(false);
                new ExplainView(console, settings) { AttachedBounce = hint }.Show(reports);
                break;
        }

        return isBounce ? ExitCodes.Done : ExitCodes.Negative;
    }

    private static bool TryReadService(FileInfo? file, ToolConsole console, out SendingService? service)
    {
        service = null;
        try
        {
            if (file is not null) service = ServiceFile.Read(file.ToString());
            return true;
        }
        catch (InvalidDataException error)
        {
            console.Error.WriteLine($"--service: {TerminalText.Clean(error.Message)}");
        }
        catch (Exception error) when (InputError.Is(error))
        {
            console.Error.WriteLine($"--service: {TerminalText.Clean(file!.ToString())}: {TerminalText.Clean(InputError.Reason(file.FullName, error))}");
        }

        return false;
    }
}
