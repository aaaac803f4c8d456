using BounceParser.Classification;
using BounceParser.Remediation;

namespace BounceParser;

/// <summary>The advice of every reason and situation, in every language: immutable, thread-safe.</summary>
/// <remarks>A culture falls back (<c>fr-CA</c>, <c>fr</c>, <c>en</c>), never to an empty text.</remarks>
public sealed class AdviceBook
{
    private static readonly Lazy<AdviceBook> Shared = new(() => new AdviceBook(new(() => AdviceCatalogue.BuiltIn), null));

    // The files are read for the first who asks: who counts bounces asks for no advice.
    private readonly Lazy<AdviceCatalogue> _catalogue;
    private readonly SendingService? _service;

    private AdviceBook(Lazy<AdviceCatalogue> catalogue, SendingService? service)
    {
        _catalogue = catalogue;
        _service = service;
    }

    /// <summary>The built-in book.</summary>
    public static AdviceBook Default => Shared.Value;

    /// <summary>The names of the languages that there are, as in <c>en</c> and <c>fr</c>.</summary>
    public IReadOnlyList<string> Cultures => _catalogue.Value.Cultures;

    /// <summary>The built-in book with own folders read before it.</summary>
    /// <param name="folders">Paths; a subfolder for each language, named by its culture, in the format of the built-in files.</param>
    /// <exception cref="CatalogueException">A folder is missing or a file in it malformed: the message names file and line.</exception>
    public static AdviceBook Load(IReadOnlyList<string> folders)
    {
        ArgumentNullException.ThrowIfNull(folders);
        return folders.Count == 0 ? Default : new AdviceBook(new(AdviceCatalogue.With(folders)), null);
    }

    /// <summary>The same book, with the values of a service woven in.</summary>
    /// <param name="service">The sender's own mail service; null takes it out again.</param>
    public AdviceBook WithService(SendingService? service) => new(_catalogue, service);

    /// <summary>The advice for one diagnosis, its facts woven in; where an address may be dead and the diagnosis does not say to suppress it, the owner of a list is first told to take none off.</summary>
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

    /// <summary>Writes a piece of advice as text, Markdown or HTML, in its own language.</summary>
    /// <param name="advice">What to write.</param>
    /// <param name="format">In which format; what is HTML is encoded.</param>
    /// <param name="audiences">Whose steps, in that order; all four when none is named.</param>
    public string Format(Advice advice, AdviceFormat format, params IReadOnlyList<Audience> audiences)
    {
        ArgumentNullException.ThrowIfNull(advice);
        ArgumentNullException.ThrowIfNull(audiences);
        return AdviceWriter.For(format, _catalogue.Value.Language(advice.Culture)).Write(advice, audiences.Count > 0 ? audiences : Enum.GetValues<Audience>());
    }

    /// <summary>What many bounces say together, for the owner of a list: grouped by cause and refusing side, the list's own faults first.</summary>
    /// <param name="reports">Read once.</param>
    /// <param name="culture">The language of <see cref="CauseSummary.Text"/>.</param>
    public IReadOnlyList<CauseSummary> Summarise(IEnumerable<BounceReport> reports, string culture)
    {
        ArgumentNullException.ThrowIfNull(reports);
        ArgumentNullException.ThrowIfNull(culture);
        return new CauseSummarizer(this, _catalogue.Value.Language(culture)).Summarise(reports);
    }

    /// <summary>Every reason and situation of a language, in the order of its files.</summary>
    public IEnumerable<(BounceReason Reason, string? Situation)> Sections(string culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return _catalogue.Value.Language(culture).Sections.Keys;
    }

    /// <summary>The reasons and situations of English that a language itself lacks; all when there is no such language.</summary>
    public IEnumerable<(BounceReason Reason, string? Situation)> MissingIn(string culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return _catalogue.Value.MissingIn(culture);
    }

    /// <summary>A word of the language for people, as in <c>permanence.transient</c>; the key itself when there is none.</summary>
    /// <remarks>
    /// The keys, which <c>words.txt</c> of each language lists:
    /// <list type="bullet">
    /// <item><c>permanence.</c>, <c>responsible.</c>, <c>recommendation.</c> and <c>audience.</c> with a member of <see cref="Permanence"/>, <see cref="Responsible"/>,
    /// <see cref="Recommendation"/> or <see cref="Audience"/> behind, spelled as there or with a small first letter;</item>
    /// <item><c>label.</c> with what stands before a value: <c>recipient</c>, <c>final</c>, <c>responsible</c>, <c>recommendation</c>, <c>move</c>, <c>serverSaid</c>,
    /// <c>rule</c>, <c>alternatives</c>, <c>references</c>; and <c>colon</c>, as the language writes it;</item>
    /// <item><c>unit.KB</c>, <c>unit.MB</c>, <c>unit.GB</c>; <c>byte</c>, <c>second</c>, <c>minute</c>, <c>hour</c> and <c>day</c> with <c>.one</c> or <c>.many</c> behind; <c>decimal</c>;</item>
    /// <item><c>fallback.</c> with <c>recipient</c>, <c>host</c>, <c>domain</c> or <c>sender</c>: the noun for a fact that is not known.</item>
    /// </list>
    /// </remarks>
    public string Word(string key, string culture)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(culture);
        return _catalogue.Value.Language(culture).Word(key);
    }

    private Advice Build(BounceReason reason, string? situation, string culture, Diagnosis? diagnosis)
    {
        var language = _catalogue.Value.Language(culture).Knowing(reason, situation);
        var own = situation is null ? null : language.Sections.GetValueOrDefault((reason, situation));
        var general = language.Sections.GetValueOrDefault((reason, null)) ?? own ?? language.Sections[(BounceReason.Undetermined, null)];
        var section = own ?? general;
        var weave = new FactWeaver(language, new Placeholders(language, diagnosis, _service));
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
                audience => (IReadOnlyList<string>)[.. Caution(audience), .. (section.Steps.GetValueOrDefault(audience) ?? general.Steps.GetValueOrDefault(audience) ?? []).Select(weave.Into)]),
            References = section.References ?? general.References ?? [],
        };

        // The sections are written for an address that is dead.
        IEnumerable<string> Caution(Audience audience) =>
            audience == Audience.ListOwner && diagnosis is { Recommendation: not Recommendation.SuppressRecipient, Reason: not BounceReason.Complaint and var refused } && ReasonTable.MayEndAddress(refused) ? [language.Word("step.doubt")] : [];
    }
}
