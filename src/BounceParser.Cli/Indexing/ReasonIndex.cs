using System.Globalization;

namespace BounceParser.Cli.Indexing;

/// <summary>The list of all reasons and situations, as Markdown: what <c>Catalogue/REASONS.md</c> holds.</summary>
internal sealed class ReasonIndex(AdviceBook book, TextWriter output)
{
    private const string First = "en";
    private static readonly (string Name, Vocabulary Vocabulary)[] Others =
        [("Sisimai", Vocabulary.Sisimai), ("PowerMTA", Vocabulary.PowerMta), ("KumoMTA", Vocabulary.KumoMta), ("Amazon SES", Vocabulary.AmazonSes)];

    private readonly string[] _cultures = [First, .. book.Cultures.Where(culture => culture != First)];
    private readonly ILookup<BounceReason, string> _situations =
        book.Sections(First).Where(section => section.Situation is not null).ToLookup(section => section.Reason, section => section.Situation!);

    public void Write()
    {
        // What was not understood comes last: nobody looks for it first.
        var families = Enum.GetValues<BounceReason>().GroupBy(reason => ReasonDefaults.Of(reason).Family).OrderBy(family => family.Key == ReasonFamily.None ? 1 : 0).ToList();
        WriteHead();
        WriteContents(families);
        foreach (var family in families) WriteFamily(family.Key, family);
        WriteVocabularies();
    }

    private void WriteHead()
    {
        Line("# Reasons and situations");
        Line(string.Create(CultureInfo.InvariantCulture, $"""

            Every refusal has one of {Enum.GetValues<BounceReason>().Length} reasons. Where the advice differs, a situation stands under the reason; there are {_situations.Sum(group => group.Count())}.
            Each has its advice for the sender, for the owner of a list, and for the administrators of both servers:

                bounceparser advice MailboxFull
                bounceparser advice UserUnknown/vpopmail-no-mailbox --lang fr

            *Final?*, *who can mend it* and *for a program* are what holds when nothing in the reply says otherwise: a 4xx, or a word such as “temporarily”,
            makes any refusal one that may end, and an address is suppressed only where the server that refused said in its own words that it is dead.

            This page is written by `bounceparser advice --index`.
            """));
    }

    private void WriteContents(IEnumerable<IGrouping<ReasonFamily, BounceReason>> families)
    {
        Line("\n| | reason | what happened | final? | who can mend it | for a program |\n| --- | --- | --- | --- | --- | --- |");
        foreach (var family in families)
        {
            var heading = $"**{FamilyText.Of(family.Key).Heading}**";
            foreach (var reason in family)
            {
                Line($"| {heading} | [{reason}](#{Anchor(reason)}) | {Of(reason, null, First).Title} | {Final(reason)} | {WhoCanMend(reason)} | {ForProgram(reason)} |");
                heading = "";
            }
        }
    }

    private void WriteFamily(ReasonFamily family, IEnumerable<BounceReason> reasons)
    {
        var (heading, about) = FamilyText.Of(family);
        Line($"\n## {heading}\n\n{about}");
        foreach (var reason in reasons)
        {
            Line($"\n### {reason}\n\n{Titles(reason, null)}  \n{InOneLine(reason, null)}");
            if (_situations[reason].Any()) Line();
            foreach (var situation in _situations[reason]) Line($"- `{situation}`: {Titles(reason, situation)}  \n  {InOneLine(reason, situation)}");
        }
    }

    private void WriteVocabularies()
    {
        Line("\n## In the words of other systems\n\n`ReasonVocabulary` says a reason in these words, and reads them where they stand for one reason alone.\n");
        Line($"| reason | {string.Join(" | ", Others.Select(other => other.Name))} |\n| --- |{string.Concat(Others.Select(_ => " --- |"))}");
        foreach (var reason in Enum.GetValues<BounceReason>())
            Line($"| {reason} | {string.Join(" | ", Others.Select(other => ReasonVocabulary.NameOf(reason, other.Vocabulary) is { } name ? $"`{name}`" : "—"))} |");
    }

    private string Titles(BounceReason reason, string? situation) =>
        string.Join(" · ", _cultures.Select((culture, place) => place == 0 ? $"**{Of(reason, situation, culture).Title}**" : $"*{Of(reason, situation, culture).Title}*"));

    // The first sentence tells the most.
    private string InOneLine(BounceReason reason, string? situation)
    {
        var meaning = Of(reason, situation, First).Meaning;
        var end = meaning.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? meaning : meaning[..(end + 1)];
    }

    private Advice Of(BounceReason reason, string? situation, string culture) => book.For(reason, situation, culture);

    private static string Final(BounceReason reason) => ReasonDefaults.Of(reason).Permanence switch
    {
        Permanence.Permanent => "yes",
        Permanence.Transient => "no",
        Permanence.Unknown => "as the code says",
        _ => "—",
    };

    private string WhoCanMend(BounceReason reason) => Word("responsible", ReasonDefaults.Of(reason).Responsible.ToString());

    private string ForProgram(BounceReason reason) => Word("recommendation", ReasonDefaults.Of(reason).Recommendation.ToString());

    private string Word(string kind, string member) => book.Word($"{kind}.{char.ToLowerInvariant(member[0])}{member[1..]}", First);

    private static string Anchor(BounceReason reason) => reason.ToString().ToLowerInvariant();

    private void Line(string text = "") => output.Write(text + "\n");
}
