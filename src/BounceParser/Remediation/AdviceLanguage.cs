namespace BounceParser.Remediation;

/// <summary>One language: its sections and its words.</summary>
/// <param name="Culture">The folder's name, as in <c>fr</c>.</param>
/// <param name="Sections">By reason and situation.</param>
/// <param name="Words">By key, as in <c>unit.MB</c>.</param>
/// <param name="Fallback">Where what is missing here is looked for; null for English.</param>
internal sealed record AdviceLanguage(
    string Culture,
    IReadOnlyDictionary<(BounceReason Reason, string? Situation), AdviceSection> Sections,
    IReadOnlyDictionary<string, string> Words,
    AdviceLanguage? Fallback)
{
    /// <summary>The word; the key itself when neither the language nor its fallbacks have it. A member of an enum may be spelled as it is there.</summary>
    public string Word(string key) => Find(key) ?? Find(OfMember(key)) ?? key;

    /// <summary>The noun that stands in for a fact that is not known; empty when there is none.</summary>
    public string FallbackNoun(string placeholder) => Find("fallback." + placeholder) ?? "";

    /// <summary>The language, this one or the first fallback, that has a section for the situation or else for its reason.</summary>
    public AdviceLanguage Knowing(BounceReason reason, string? situation)
    {
        for (var language = this; ; language = language.Fallback)
            if (language.Fallback is null || language.Sections.ContainsKey((reason, situation)) || language.Sections.ContainsKey((reason, null))) return language;
    }

    // "recommendation.SuppressRecipient"
    private static string OfMember(string key) => key.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && dot + 1 < key.Length ? $"{key[..(dot + 1)]}{char.ToLowerInvariant(key[dot + 1])}{key[(dot + 2)..]}" : key;

    private string? Find(string key)
    {
        for (var language = this; language is not null; language = language.Fallback)
            if (language.Words.TryGetValue(key, out var word)) return word;
        return null;
    }
}
