using System.CommandLine;
using BounceParser.Cli.Input;
using BounceParser.Cli.Output;
using BounceParser.Cli.Reporting;

namespace BounceParser.Cli.Commands;

/// <summary><c>bounceparser report</c>: many bounces on one page.</summary>
internal static class ReportCommand
{
    public static Command Create(ToolConsole console)
    {
        var paths = CommonOptions.Paths();
        var output = new Option<string>("--output", "-o") { Description = "The HTML file to write, or - for the standard output", Required = true };
        var lang = CommonOptions.Language();
        var jobs = CommonOptions.Jobs();

        var command = new Command("report", "Writes one HTML page: what happened, what is your own fault first, what to do. It needs neither network nor script.") { paths, output, lang, jobs };
        var own = OwnCatalogue.RulesAndAdviceOf(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var figures = new BounceFigures();
            await new MailFolderReading(console, own.Interpreter).ReadAsync(parsed.GetValue(paths)!, parsed.GetValue(jobs), Take, cancellation).ConfigureAwait(false);
            if (figures.Messages > 0 && figures.Unreadable == figures.Messages)
            {
                console.Error.WriteLine($"{TerminalText.Clean(parsed.GetValue(output))}: not written, since nothing could be read");
                return ExitCodes.Unreadable;
            }

            var words = new ReportWords(Languages.Choose(parsed.GetValue(lang), console.Environment));
            try
            {
                var page = new ReportPage(figures, words, own.Interpreter.Advice).Write();
                if (parsed.GetValue(output) == OutputFile.StandardOutput) console.Out.Write(page);
                else OutputFile.Write(parsed.GetValue(output)!, page);
            }
            catch (Exception error) when (InputError.Is(error))
            {
                console.Error.WriteLine($"{TerminalText.Clean(parsed.GetValue(output))}: {TerminalText.Clean(InputError.Reason(parsed.GetValue(output)!, error))}");
                return ExitCodes.Unreadable;
            }

            return figures.Unreadable > 0 ? ExitCodes.Unreadable : ExitCodes.Done;

            void Take(MailResult result)
            {
                figures.Add(result);
                if (result.Error is { } error) console.Error.WriteLine($"{TerminalText.Clean(result.Source)}: {TerminalText.Clean(error)}");
            }
        });
        return command;
    }
}
