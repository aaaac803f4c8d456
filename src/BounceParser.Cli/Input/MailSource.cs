namespace BounceParser.Cli.Input;

/// <summary>One place that messages come from: a file, or the standard input (<c>-</c>).</summary>
/// <param name="Path">As it was given, or as it was found in a folder that was given.</param>
internal sealed record MailSource(string Path)
{
    public const string StandardInput = "-";

    /// <summary>In bytes: what is as short is read at once, since handing the reading to another thread costs more.</summary>
    private const int Short = 256 * 1024;

    /// <summary>Why it cannot be read, where that was seen already when it was found; else null.</summary>
    public string? Failure { get; init; }

    /// <summary>True for a file of a folder whose name does not say that it holds mail: it is read only if it begins as mail does.</summary>
    public bool IsGuess { get; init; }

    /// <summary>Whether there is a file with something in it: a link may lead nowhere, and a pipe has no length, but who opens one waits for its writer.</summary>
    public bool HasContent => new FileInfo(Path) is var file && file.ResolveLinkTarget(returnFinalTarget: true) is not { Exists: false } && file is { Exists: true, Length: > 0 };

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
            foreach (var source in MailFolder.MailsOf(path))
            {
                found = true;
                yield return source;
            }

            if (!found) emptyFolder(path);
        }
    }

    public Stream Open(Func<Stream> standardInput, CancellationToken cancellation)
    {
        if (Path == StandardInput) return new InterruptibleStream(standardInput(), cancellation);
        var file = OpenFile();
        return file.CanSeek && file.Length <= Short ? Whole(file) : new BufferedStream(file, 64 * 1024);
    }

    /// <summary>The file itself, which another may still write to; not for the standard input.</summary>
    public FileStream OpenFile() => new(Path, new FileStreamOptions { Access = FileAccess.Read, Share = FileShare.ReadWrite, Options = FileOptions.SequentialScan, BufferSize = 0 });

    private static MemoryStream Whole(FileStream file)
    {
        using (file)
        {
            var bytes = new byte[file.Length];
            return new MemoryStream(bytes, 0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
        }
    }
}
