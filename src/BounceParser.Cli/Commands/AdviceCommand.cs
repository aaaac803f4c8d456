using System.CommandLine;
using BounceParser.Cli.Indexing;
using BounceParser.Cli.Output;
using BounceParser.Cli.Parsing;

namespace BounceParser.Cli.Commands;

/// <summary><c>bounceparser advice</c>: the book of advice, or a page of it, as Markdown.</summary>
internal static class AdviceCommand
{
    public static Command Create(ToolConsole console)
    {
        var name = new Argument<string?>("reason") { HelpName = "reason[/situation]", Description = "A reason, or reason/situation, as in MailboxFull", Arity = ArgumentArity.ZeroOrOne };
        name.CompletionSources.Add(_ => Enum.GetNames<BounceReason>().Select(reason => new System.CommandLine.Completions.CompletionItem(reason)));
        var all = new Option<bool>("--all") { Description = "Every reason and situation" };
        var missing = new Option<string?>("--missing") { Description = "What a language still lacks beside English" };
        var index = new Option<bool>("--index") { Description = "The list of all reasons and situations, in every language" };
        var lang = CommonOptions.Language();
        var own = CommonOptions.AdviceFolders();

        var command = new Command("advice", "Prints the advice for a reason or situation, or for all of them, as Markdown.") { name, all, index, missing, lang, own };
        command.Validators.Add(result =>
        {
            var reason = result.GetValue(name);
            var asked = new[] { reason is not null, result.GetValue(all), result.GetValue(index), result.GetResult(missing) is not null }.Count(one => one);
            if (asked != 1) result.AddError("advice: name a reason, or --all, or --index, or --missing LANG");
            else if (reason is not null && CommonOptions.ProblemOf(result.GetValue(own)) is null && Unknown(reason, Book(result.GetValue(own))) is { } problem) result.AddError(problem);
        });
        command.SetAction(parsed =>
        {
            var book = Book(parsed.GetValue(own));
            var culture = Languages.Choose(parsed.GetValue(lang), console.Environment);
            if (parsed.GetValue(missing) is { } language) foreach (var section in book.MissingIn(language)) console.Out.WriteLine(Names.Cause(section.Reason, section.Situation));
            else if (parsed.GetValue(index)) new ReasonIndex(book, console.Out).Write();
            else if (parsed.GetValue(name) is { } asked) Write(ReasonNames.Read(asked)!.Value, book, culture, console);
            else foreach (var section in book.Sections(culture)) Write(section, book, culture, console);
            return ExitCodes.Done;
        });
        return command;
    }

    private static void Write((BounceReason Reason, string? Situation) section, AdviceBook book, string culture, ToolConsole console) =>
        console.Out.Write(book.Format(book.For(section.Reason, section.Situation, culture), AdviceFormat.Markdown));

    private static AdviceBook Book(string[]? folders) => AdviceBook.Load(folders ?? []);

    private static string? Unknown(string name, AdviceBook book)
    {
        if (ReasonNames.Read(name) is not { } asked) return ReasonNames.Unknown(name);
        var sections = book.Sections("en").Where(section => section.Reason == asked.Reason).ToList();
        if (asked.Situation is null || sections.Contains(asked)) return null;
        return $"{TerminalText.Clean(name)}: no such situation. {asked.Reason} has: {string.Join(", ", sections.Select(section => section.Situation).OfType<string>())}";
    }
}
