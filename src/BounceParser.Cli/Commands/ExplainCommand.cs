using System.CommandLine;
using BounceParser.Cli.Input;
using BounceParser.Cli.Output;

namespace BounceParser.Cli.Commands;

/// <summary><c>bounceparser explain</c>: one bounce, in words for a person.</summary>
internal static class ExplainCommand
{
    private const int FirstTen = 10;

    public static Command Create(ToolConsole console)
    {
        var input = new Argument<string>("file|text|-") { Description = "A message, a pasted text in quotes, or - for the standard input" };
        var lang = new Option<string?>("--lang") { Description = "Language of the answer: fr or en" };
        var all = new Option<bool>("--all") { Description = "Every recipient, not the first ten" };
        var why = new Option<bool>("--why") { Description = "The rule that decided, and those that lost" };

        var command = new Command("explain", "Explains one bounce: who did not get the mail, why, whether it is final, and what to do.") { input, lang, all, why };
        command.SetAction(async (parsed, cancellation) =>
        {
            var reports = await ReadAsync(parsed.GetValue(input)!, console, cancellation).ConfigureAwait(false);
            if (reports is null) return ExitCodes.Unreadable;
            var view = new ExplainView(console, Languages.Choose(parsed.GetValue(lang), console.Environment), parsed.GetValue(why));
            view.Show(reports, parsed.GetValue(all) ? int.MaxValue : FirstTen);
            return reports.Any(report => report.Diagnoses.Count > 0) ? ExitCodes.Done : ExitCodes.Negative;
        });
        return command;
    }

    private static async Task<IReadOnlyList<BounceReport>?> ReadAsync(string input, ToolConsole console, CancellationToken cancellation)
    {
        var isText = input != MailSource.StandardInput && !File.Exists(input) && input.Any(char.IsWhiteSpace);
        if (isText) return [BounceInterpreter.Default.InterpretText(input)];
        var reader = new MailReader(BounceInterpreter.Default, console.OpenInput);
        var reports = new List<BounceReport>();
        await foreach (var result in reader.ReadAsync(new MailSource(input), cancellation).ConfigureAwait(false))
        {
            if (result.Report is { } report) reports.Add(report);
            else console.Error.WriteLine($"{TerminalText.Clean(input)}: {TerminalText.Clean(result.Error)}");
        }

        return reports.Count == 0 ? null : reports;
    }
}
