using System.CommandLine;

namespace BounceParser.Cli.Commands;

/// <summary><c>bounceparser advice</c>: the whole book of advice, as Markdown.</summary>
internal static class AdviceCommand
{
    public static Command Create(ToolConsole console)
    {
        var all = new Option<bool>("--all") { Description = "Every reason and situation", Required = true };
        var lang = new Option<string?>("--lang") { Description = "Language: fr or en" };

        var command = new Command("advice", "Prints the advice for every reason and situation, as Markdown.") { all, lang };
        command.SetAction(parsed =>
        {
            var culture = Languages.Choose(parsed.GetValue(lang), console.Environment);
            foreach (var (reason, situation) in AdviceBook.Default.Sections(culture))
                console.Out.Write(AdviceBook.Default.Format(AdviceBook.Default.For(reason, situation, culture), AdviceFormat.Markdown));
            return ExitCodes.Done;
        });
        return command;
    }
}
