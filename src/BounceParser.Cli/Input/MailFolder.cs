namespace BounceParser.Cli.Input;

/// <summary>The mails of a folder and of those in it: streamed, so that a million of them take no room.</summary>
internal static class MailFolder
{
    /// <summary>A folder up to so many files is read in the order of their names; a larger one as the disk gives it.</summary>
    private const int MostInOrder = 50_000;

    // A Maildir keeps its messages in cur and new, under names without an ending; those in tmp are not delivered yet.
    private static readonly string[] OfMaildir = ["cur", "new"];
    private static readonly string[] Endings = [".eml", ".mbox", ".eml.gz", ".mbox.gz"];
    private static readonly EnumerationOptions Plain = new() { IgnoreInaccessible = false, AttributesToSkip = FileAttributes.None };

    /// <summary>Files first, then the folders in it; a folder that cannot be looked into is a source of its own, which says so.</summary>
    public static IEnumerable<MailSource> MailsOf(string folder)
    {
        var waiting = new Stack<string>([folder]);
        while (waiting.TryPop(out var next))
        {
            var isOfMaildir = OfMaildir.Contains(NameOf(next));
            foreach (var file in InOrder(Try(next, () => FilesOf(next)))) yield return isOfMaildir || IsMail(file) ? file : file with { IsGuess = true };
            foreach (var below in Try(next, () => Directory.EnumerateDirectories(next, "*", Plain)).Where(source => source.Failure is null && !IsLink(source.Path)).OrderByDescending(source => source.Path, StringComparer.Ordinal))
                waiting.Push(below.Path);
        }
    }

    // The first failure ends the folder.
    private static IEnumerable<MailSource> Try(string folder, Func<IEnumerable<string>> list)
    {
        IEnumerator<string>? names = null;
        try
        {
            while (true)
            {
                MailSource source;
                try
                {
                    names ??= list().GetEnumerator();
                    if (!names.MoveNext()) yield break;
                    source = new MailSource(names.Current);
                }
                catch (Exception error) when (InputError.Is(error))
                {
                    source = new MailSource(folder) { Failure = InputError.Reason("", error) };
                }

                yield return source;
                if (source.Failure is not null) yield break;
            }
        }
        finally
        {
            names?.Dispose();
        }
    }

    private static IEnumerable<MailSource> InOrder(IEnumerable<MailSource> sources)
    {
        using var rest = sources.GetEnumerator();
        var first = new List<MailSource>();
        while (first.Count < MostInOrder && rest.MoveNext()) first.Add(rest.Current);
        if (first.Count < MostInOrder) first.Sort((one, other) => string.CompareOrdinal(one.Path, other.Path));
        foreach (var source in first) yield return source;
        while (rest.MoveNext()) yield return rest.Current;
    }

    // A link to a folder above would lead round in circles.
    private static bool IsLink(string folder) => new DirectoryInfo(folder).LinkTarget is not null;

    private static IEnumerable<string> FilesOf(string folder) =>
        NameOf(folder) == "tmp" && Directory.Exists(Path.Join(folder, "..", OfMaildir[0])) ? [] : Directory.EnumerateFiles(folder, "*", Plain);

    private static bool IsMail(MailSource file) => file.Failure is not null
        || Endings.Any(ending => file.Path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    // Of "." too.
    private static string NameOf(string folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
}
