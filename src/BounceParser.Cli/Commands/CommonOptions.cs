using System.CommandLine;
using System.CommandLine.Parsing;
using BounceParser.Cli.Input;

namespace BounceParser.Cli.Commands;

/// <summary>What several commands take, in the same words.</summary>
internal static class CommonOptions
{
    private const int MostJobs = 64;
    private const string Advice = "--advice";

    public static Argument<string[]> Paths()
    {
        var paths = new Argument<string[]>("path")
        {
            Description = "Messages, mboxes, Maildirs, MH and other folders (each file may be gzipped; in a folder, what begins as mail does is read), or - for the standard input",
            Arity = ArgumentArity.OneOrMore,
        };
        paths.IsNeverEmpty();
        return paths;
    }

    /// <summary>An empty word is a variable of a script that was not set.</summary>
    public static void IsNeverEmpty(this Argument argument) => argument.Validators.Add(value =>
    {
        if (value.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value))) value.AddError($"<{argument.HelpName ?? argument.Name}> is empty");
    });

    public static Option<string?> Language()
    {
        var lang = new Option<string?>("--lang") { Description = "Language: fr, en, or one of your own advice; else that of LC_ALL, LC_MESSAGES or LANG" };
        lang.Validators.Add(value =>
        {
            if (value.GetValueOrDefault<string?>() is not { Length: > 0 } language || OwnAdvice(value) is not { } advice) return;
            var cultures = AdviceBook.Load(advice).Cultures;
            if (!Languages.IsOneOf(language, cultures)) value.AddError($"--lang: {language} is none of {string.Join(", ", cultures)}");
        });
        return lang;
    }

    /// <summary>A file that must be there; a folder is none.</summary>
    public static void TakesFile(this Option<FileInfo> option) => option.Validators.Add(value =>
    {
        if (value.GetValueOrDefault<FileInfo>() is not { Exists: false } file) return;
        value.AddError($"{option.Name}: {file}: {(Directory.Exists(file.FullName) ? "is a folder" : InputError.NoSuchFile)}");
    });

    /// <summary>Folders of one's own advice; a wrong file in one is a wrong option, named with its line.</summary>
    public static Option<string[]> AdviceFolders()
    {
        var folders = new Option<string[]>(Advice) { Description = "A folder of your own advice, read before ours: a subfolder for each language; may be given several times" };
        folders.Validators.Add(value =>
        {
            if (ProblemOf(value.GetValueOrDefault<string[]>()) is { } problem) value.AddError($"{Advice}: {problem}");
        });
        return folders;
    }

    /// <summary>What is wrong with folders of own advice; null when they can be loaded.</summary>
    public static string? ProblemOf(string[]? adviceFolders)
    {
        try
        {
            AdviceBook.Load(adviceFolders ?? []);
            return null;
        }
        catch (CatalogueException error)
        {
            return error.Message;
        }
    }

    // Null when it cannot be loaded, which its own option tells.
    private static string[]? OwnAdvice(OptionResult lang)
    {
        var command = lang.Parent as CommandResult;
        var option = command?.Command.Options.OfType<Option<string[]>>().FirstOrDefault(option => option.Name == Advice);
        string[] folders = option is null ? [] : command!.GetValue(option) ?? [];
        return ProblemOf(folders) is null ? folders : null;
    }

    /// <summary>A whole number from <paramref name="least"/> on, which is also the usual one.</summary>
    public static Option<int> Number(string name, string description, int least)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => least };
        option.Validators.Add(value =>
        {
            if (!value.Implicit && (!int.TryParse(value.Tokens[^1].Value, out var number) || number < least || number > 100_000)) value.AddError($"{name}: a whole number from {least} to 100000");
        });
        return option;
    }

    public static Option<int> Jobs()
    {
        var jobs = new Option<int>("--jobs") { Description = "How many messages to read at a time", DefaultValueFactory = _ => MailFolderReading.UsualJobs };
        jobs.Validators.Add(value =>
        {
            if (!value.Implicit && (!int.TryParse(value.Tokens[^1].Value, out var number) || number is < 1 or > MostJobs)) value.AddError($"--jobs: from 1 to {MostJobs}");
        });
        return jobs;
    }
}
