namespace BounceParser.Cli.Input;

/// <summary>One place that messages come from: a file, or the standard input (<c>-</c>).</summary>
/// <param name="Path">As it was given, or as it was found in a folder that was given.</param>
internal sealed record MailSource(string Path)
{
    public const string StandardInput = "-";

    private static readonly string[] Endings = [".eml", ".mbox", ".eml.gz", ".mbox.gz"];

    /// <summary>The files that these paths stand for, in order; a folder is walked.</summary>
    /// <param name="paths">Files, folders and <c>-</c>.</param>
    /// <param name="emptyFolder">Told of each folder that holds no mail.</param>
    public static IEnumerable<MailSource> Find(IEnumerable<string> paths, Action<string> emptyFolder)
    {
        foreach (var path in paths)
        {
            if (!Directory.Exists(path))
            {
                yield return new MailSource(path);
                continue;
            }

            var found = false;
            foreach (var file in MailsOf(path))
            {
                found = true;
                yield return new MailSource(file);
            }

            if (!found) emptyFolder(path);
        }
    }

    public Stream Open(Func<Stream> standardInput) => Path == StandardInput
        ? standardInput()
        : new FileStream(Path, new FileStreamOptions { Access = FileAccess.Read, Share = FileShare.ReadWrite, Options = FileOptions.SequentialScan, BufferSize = 64 * 1024 });

    private static IEnumerable<string> MailsOf(string folder)
    {
        var walk = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.None };
        return Directory.EnumerateFiles(folder, "*", walk).Where(IsMail).Order(StringComparer.Ordinal);
    }

    // A Maildir keeps its messages in cur and new, under names without an ending.
    private static bool IsMail(string file) =>
        Endings.Any(ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
        || System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(file)) is "cur" or "new";
}
