using BounceParser.Remediation;

namespace BounceParser;

/// <summary>The advice of every reason and situation, in every language: immutable, thread-safe.</summary>
public sealed class AdviceBook
{
    private static readonly Lazy<AdviceBook> Shared = new(() => new AdviceBook(AdviceCatalogue.BuiltIn, null));
    private readonly AdviceCatalogue _catalogue;
    private readonly SendingService? _service;

    private AdviceBook(AdviceCatalogue catalogue, SendingService? service)
    {
        _catalogue = catalogue;
        _service = service;
    }

    /// <summary>The built-in book.</summary>
    public static AdviceBook Default => Shared.Value;

    /// <summary>The names of the languages that there are, as in <c>en</c> and <c>fr</c>.</summary>
    public IReadOnlyList<string> Cultures => _catalogue.Cultures;

    /// <summary>The same book, with the values of a service woven in.</summary>
    /// <param name="service">The sender's own mail service; null takes it out again.</param>
    public AdviceBook WithService(SendingService? service) => new(_catalogue, service);

    /// <summary>The advice for one diagnosis, its facts woven in.</summary>
    /// <param name="diagnosis">What happened.</param>
    /// <param name="culture">A language such as <c>fr</c> or <c>fr-CA</c>; an unknown one falls back to its parent, then to English.</param>
    public Advice For(Diagnosis diagnosis, string culture)
    {
        ArgumentNullException.ThrowIfNull(diagnosis);
        ArgumentNullException.ThrowIfNull(culture);
        return Build(diagnosis.Reason, diagnosis.Situation, culture, diagnosis);
    }

    /// <summary>The advice for a reason, or for a situation under it, without facts; an unknown situation gives its reason's.</summary>
    public Advice For(BounceReason reason, string? situation, string culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return Build(reason, situation, culture, null);
    }

    /// <summary>Every reason and situation of a language, in the order of its files.</summary>
    public IEnumerable<(BounceReason Reason, string? Situation)> Sections(string culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return _catalogue.Language(culture).Sections.Keys;
    }

    /// <summary>A word of the language for people, as in <c>permanence.transient</c>; the key itself when there is none.</summary>
    public string Word(string key, string culture)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(culture);
        return _catalogue.Language(culture).Words.GetValueOrDefault(key) ?? key;
    }

    private Advice Build(BounceReason reason, string? situation, string culture, Diagnosis? diagnosis)
    {
        var language = _catalogue.Language(culture);
        var own = situation is null ? null : language.Sections.GetValueOrDefault((reason, situation));
        var general = language.Sections.GetValueOrDefault((reason, null)) ?? language.Sections[(BounceReason.Undetermined, null)];
        var section = own ?? general;
        var weave = new FactWeaver(language, diagnosis, _service);
        return new Advice
        {
            Reason = reason,
            Situation = own is null ? null : situation,
            Culture = language.Culture,
            Title = weave.Into(section.Title),
            Meaning = weave.Into(section.Meaning),
            Move = weave.Into(section.Move ?? general.Move ?? ""),
            Steps = Enum.GetValues<Audience>().ToDictionary(
                audience => audience,
                audience => (IReadOnlyList<string>)[.. (section.Steps.GetValueOrDefault(audience) ?? general.Steps.GetValueOrDefault(audience) ?? []).Select(weave.Into)]),
            References = section.References ?? general.References ?? [],
        };
    }
}

/// <summary>Advice where a diagnosis is at hand.</summary>
public static class DiagnosisAdvice
{
    /// <summary>The advice of the built-in book for this diagnosis.</summary>
    public static Advice Advice(this Diagnosis diagnosis, string culture) => AdviceBook.Default.For(diagnosis, culture);
}
