using BounceParser.Catalogue;

namespace BounceParser.Remediation;

/// <summary>The files of one language from one place.</summary>
internal sealed class AdviceFolder
{
    /// <summary>The most files of one own folder that are read; more are refused.</summary>
    private const int MaxOwnFiles = 200;

    private const int MaxLanguages = 100;

    private readonly Dictionary<(BounceReason, string?), AdviceSection> _sections = [];
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);

    private AdviceFolder(string culture, IEnumerable<CatalogueFile> files)
    {
        Culture = culture;
        foreach (var file in files)
        {
            if (file.Name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase)) AddWords(file);
            else AddSections(file);
        }
    }

    /// <summary>The folder's name, as in <c>fr</c>.</summary>
    public string Culture { get; }

    public IReadOnlyDictionary<(BounceReason, string?), AdviceSection> Sections => _sections;

    public IReadOnlyDictionary<string, string> Words => _words;

    /// <summary>The built-in languages.</summary>
    public static IEnumerable<AdviceFolder> Embedded() => CatalogueFile.FoldersOf("Advice")
        .Select(culture => new AdviceFolder(culture, CatalogueFile.Embedded("Advice/" + culture, ".md").Concat(CatalogueFile.Embedded("Advice/" + culture, ".txt"))));

    /// <summary>The languages of an own folder: a subfolder each, named by its culture, <c>.md</c> and <c>.txt</c> files in it.</summary>
    /// <exception cref="CatalogueException">The folder is missing, or a file in it cannot be read.</exception>
    public static IEnumerable<AdviceFolder> Own(string path)
    {
        if (!Directory.Exists(path)) throw new CatalogueException(Path.GetFileName(Path.TrimEndingDirectorySeparator(path)), 0, "no such folder of advice");
        var root = Target(new DirectoryInfo(path));
        var folders = Directory.EnumerateDirectories(path).Take(MaxLanguages + 1).Order(StringComparer.Ordinal).ToList();
        if (folders.Count > MaxLanguages) throw new CatalogueException(Path.GetFileName(path), 0, $"more than {MaxLanguages} folders");
        foreach (var folder in folders)
        {
            Stay(root, new DirectoryInfo(folder));
            var files = Directory.EnumerateFiles(folder).Where(IsAdvice).Order(StringComparer.Ordinal).Take(MaxOwnFiles + 1).ToList();
            if (files.Count > MaxOwnFiles) throw new CatalogueException(Path.GetFileName(folder), 0, $"more than {MaxOwnFiles} files");
            files.ForEach(file => Stay(root, new FileInfo(file)));
            if (files.Count > 0) yield return new AdviceFolder(Path.GetFileName(folder), files.Select(CatalogueFile.OpenOwn));
        }
    }

    // A link may lead to another place of the folder, not out of it.
    private static void Stay(string root, FileSystemInfo entry)
    {
        if (entry.LinkTarget is not null && !Target(entry).StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new CatalogueException(entry.Name, 0, "a link that leads out of the folder of advice");
    }

    private static string Target(FileSystemInfo entry)
    {
        try
        {
            return Path.TrimEndingDirectorySeparator((entry.ResolveLinkTarget(returnFinalTarget: true) ?? entry).FullName);
        }
        catch (IOException problem)
        {
            throw new CatalogueException(entry.Name, 0, $"cannot be read: {problem.Message}");
        }
    }

    private static bool IsAdvice(string path) => Path.GetExtension(path).ToLowerInvariant() is ".md" or ".txt";

    private void AddSections(CatalogueFile file)
    {
        foreach (var section in AdviceFile.Read(file))
        {
            if (section.Problem is { } problem) throw new CatalogueException(file.Name, LineOf(section, file), problem);
            if (!_sections.TryAdd((section.Reason, section.Situation), section))
                throw new CatalogueException(file.Name, section.Line, $"a second section for {section.Name}");
        }
    }

    // The line whose placeholders are wrong; the section's own where a part is missing.
    private static int LineOf(AdviceSection section, CatalogueFile file)
    {
        var bad = file.Text.Split('\n').Index().Skip(section.Line).TakeWhile(line => !line.Item.StartsWith("## ", StringComparison.Ordinal))
            .FirstOrDefault(line => FactWeaver.ProblemIn(line.Item) is not null);
        return bad.Item is null ? section.Line : bad.Index + 1;
    }

    // `key = words`; `#` starts a comment.
    private void AddWords(CatalogueFile file)
    {
        foreach (var (number, line) in file.Lines())
        {
            var equals = line.IndexOf('=');
            if (equals <= 0) throw new CatalogueException(file.Name, number, "expected 'key = words'");
            _words[line[..equals].Trim()] = line[(equals + 1)..].Trim(' ');
        }
    }
}
