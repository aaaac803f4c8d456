using BounceParser.Catalogue;

namespace BounceParser.Remediation;

/// <summary>Every language of the advice: one folder each, found by walking; the user's own folders before ours.</summary>
internal sealed class AdviceCatalogue
{
    private const string Root = "en";
    private static readonly Lazy<AdviceCatalogue> Embedded = new(() => new AdviceCatalogue(AdviceFolder.Embedded()));
    private readonly Dictionary<string, AdviceLanguage> _languages = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="folders">The first that has a section or a word wins.</param>
    private AdviceCatalogue(IEnumerable<AdviceFolder> folders)
    {
        var byCulture = folders.GroupBy(folder => folder.Culture, StringComparer.OrdinalIgnoreCase).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.OrdinalIgnoreCase);
        // Parents first: a language points to the one that it falls back to.
        foreach (var (culture, same) in byCulture.OrderBy(pair => pair.Key.Equals(Root, StringComparison.OrdinalIgnoreCase) ? 0 : pair.Key.Length))
            _languages[culture] = Joined(culture, same);
        Cultures = [.. _languages.Keys.Order(StringComparer.Ordinal)];
    }

    public static AdviceCatalogue BuiltIn => Embedded.Value;

    public IReadOnlyList<string> Cultures { get; }

    /// <summary>The built-in advice with the user's own folders before it.</summary>
    /// <exception cref="CatalogueException">A folder is missing, or a file in it cannot be read.</exception>
    public static AdviceCatalogue With(IReadOnlyList<string> ownFolders) =>
        ownFolders.Count == 0 ? BuiltIn : new AdviceCatalogue([.. ownFolders.SelectMany(AdviceFolder.Own), .. AdviceFolder.Embedded()]);

    /// <summary>The language of that name, its parent (fr-CA, fr), or English.</summary>
    public AdviceLanguage Language(string culture)
    {
        for (var name = culture.Replace('_', '-'); name.Length > 0; name = Parent(name))
            if (_languages.TryGetValue(name, out var language)) return language;
        return _languages[Root];
    }

    /// <summary>What that language itself lacks of English, fallbacks left aside; all of it when there is no such language.</summary>
    public IEnumerable<(BounceReason Reason, string? Situation)> MissingIn(string culture) =>
        _languages.TryGetValue(culture, out var language) ? _languages[Root].Sections.Keys.Where(key => !language.Sections.ContainsKey(key)) : _languages[Root].Sections.Keys;

    private AdviceLanguage Joined(string culture, IReadOnlyList<AdviceFolder> folders)
    {
        var sections = new Dictionary<(BounceReason, string?), AdviceSection>();
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var folder in folders)
        {
            foreach (var (key, section) in folder.Sections) sections.TryAdd(key, section);
            foreach (var (key, word) in folder.Words) words.TryAdd(key, word);
        }

        var isRoot = culture.Equals(Root, StringComparison.OrdinalIgnoreCase);
        return new AdviceLanguage(culture, sections, words, isRoot ? null : Language(Parent(culture)));
    }

    private static string Parent(string name) => name.LastIndexOf('-') is > 0 and var dash ? name[..dash] : "";
}
