using System.CommandLine;
using BounceParser.Cli.Input;

namespace BounceParser.Cli.Commands;

/// <summary>What several commands take, in the same words.</summary>
internal static class CommonOptions
{
    private const int MostJobs = 64;

    public static Argument<string[]> Paths() => new("path")
    {
        Description = "Messages, mboxes, Maildirs, folders (each file may be gzipped), or - for the standard input",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Option<string?> Language() => new("--lang") { Description = "Language: fr or en; else that of LC_ALL, LC_MESSAGES or LANG" };

    /// <summary>Folders of one's own advice; a wrong file in one is a wrong option, named with its line.</summary>
    public static Option<string[]> AdviceFolders()
    {
        var folders = new Option<string[]>("--advice") { Description = "A folder of your own advice, read before ours: a subfolder for each language; may be given several times" };
        folders.Validators.Add(value =>
        {
            if (ProblemOf(value.GetValueOrDefault<string[]>()) is { } problem) value.AddError($"--advice: {problem}");
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
