using System.Reflection;

namespace BounceParser.Remediation;

/// <summary>One language: its sections and its words.</summary>
internal sealed record AdviceLanguage(
    string Culture,
    IReadOnlyDictionary<(BounceReason, string?), AdviceSection> Sections,
    IReadOnlyDictionary<string, string> Words);

/// <summary>Every language of the advice: one folder each, found by walking.</summary>
internal sealed class AdviceCatalogue
{
    private static readonly Lazy<AdviceCatalogue> Embedded = new(ReadEmbedded);
    private readonly Dictionary<string, AdviceLanguage> _languages;

    private AdviceCatalogue(Dictionary<string, AdviceLanguage> languages)
    {
        _languages = languages;
        Cultures = [.. languages.Keys.Order(StringComparer.Ordinal)];
    }

    public static AdviceCatalogue BuiltIn => Embedded.Value;

    public IReadOnlyList<string> Cultures { get; }

    /// <summary>The language of that name, its parent (fr-CA, fr), or English.</summary>
    public AdviceLanguage Language(string culture)
    {
        for (var name = culture.Replace('_', '-'); name.Length > 0; name = Parent(name))
            if (_languages.TryGetValue(name, out var language)) return language;
        return _languages["en"];
    }

    private static string Parent(string name) => name.LastIndexOf('-') is > 0 and var dash ? name[..dash] : "";

    private static AdviceCatalogue ReadEmbedded()
    {
        var assembly = typeof(AdviceCatalogue).Assembly;
        var languages = new Dictionary<string, AdviceLanguage>(StringComparer.OrdinalIgnoreCase);
        var files = assembly.GetManifestResourceNames().Where(name => name.StartsWith("Advice/", StringComparison.Ordinal));
        foreach (var folder in files.Order(StringComparer.Ordinal).GroupBy(name => name.Split('/')[1]))
            languages[folder.Key] = ReadLanguage(folder.Key, [.. folder], assembly);
        return new AdviceCatalogue(languages);
    }

    private static AdviceLanguage ReadLanguage(string culture, IReadOnlyList<string> files, Assembly assembly)
    {
        var sections = new Dictionary<(BounceReason, string?), AdviceSection>();
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(file)!);
            if (file.EndsWith(".txt", StringComparison.Ordinal)) ReadWords(reader, words);
            else foreach (var section in AdviceFile.Read(file, reader))
                if (!sections.TryAdd((section.Reason, section.Situation), section))
                    throw new CatalogueException(file, section.Line, $"a second section for {section.Reason}/{section.Situation}");
        }

        return new AdviceLanguage(culture, sections, words);
    }

    private static void ReadWords(StreamReader reader, Dictionary<string, string> words)
    {
        while (reader.ReadLine() is { } line)
        {
            var equals = line.IndexOf('=');
            if (equals > 0 && line[0] != '#') words[line[..equals].Trim()] = line[(equals + 1)..].Trim(' ');
        }
    }
}
