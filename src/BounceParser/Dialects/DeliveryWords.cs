using BounceParser.Catalogue;
using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>The words of reports in every language that the catalogue knows, idea by idea: <c>Catalogue/Words</c>, explained at the head of its English file.</summary>
internal static class DeliveryWords
{
    private const int LongestLead = 40;

    public static readonly PhraseSet Failures = Set("failed");

    private static readonly PhraseSet Deliveries = Set("delivered");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> DeliveredLabels = Labels("delivered").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What follows is no statement but a case that may happen.</summary>
    public static readonly PhraseSet Conditions = new(WordCatalogue.Of("if").Phrases.Select(word => word + " "));

    /// <summary>The same at the head of a clause; in its middle they mean something else.</summary>
    public static readonly Openings OpeningConditions = new(WordCatalogue.Of("ifFirst").Phrases.Select(word => word + " "));

    /// <summary>An address behind these is somebody to write to, or who wrote, not somebody who did not get a mail.</summary>
    public static readonly PhraseSet Contacts = Set("contact");

    public static readonly PhraseSet Lates = Set("late");
    public static readonly PhraseSet Introductions = Set("why");
    public static readonly PhraseSet Refusals = Set("refused");

    /// <summary>Words for whom a mail is: a label that holds one and a refusal is a reason.</summary>
    public static readonly PhraseSet Persons = Set("to");

    /// <summary>Right before an address these make it a recipient.</summary>
    public static readonly PhraseSet Leads = Set("before");

    /// <summary>Between two addresses these make the second one a recipient: "from a@b to c@d".</summary>
    public static readonly HashSet<string> Thens = Labels("then");

    /// <summary>Between the last two addresses of a list.</summary>
    public static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Ands = Labels("and").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Right behind an address these do, in languages that put what governs a word behind it.</summary>
    public static readonly Openings Trails = new(Set("behind").Phrases);

    /// <summary>Right before an address these make it anybody else.</summary>
    public static readonly PhraseSet Denials = Set("notBefore");

    public static readonly PhraseSet Separators = Set("separator");
    public static readonly Openings Headings = new(Set("heading").Phrases);
    public static readonly IReadOnlyList<string> Hosts = WordCatalogue.Of("host").Phrases;

    /// <summary>The labels of that idea: <c>to</c>, <c>addressee</c>, <c>other</c>.</summary>
    public static HashSet<string> Labels(string idea) => WordCatalogue.Of(idea).Phrases.ToHashSet(StringComparer.Ordinal);

    /// <summary>True for the words before an address that say that its mail has arrived: "Delivered to '&lt;a@b&gt;'".</summary>
    public static bool AreDelivered(ReadOnlySpan<char> lead)
    {
        lead = lead.Trim(" <\"'‘“:：\t");
        return lead.Length is > 0 and <= LongestLead && DeliveredLabels.Contains(FoldedText.Closed(lead, stackalloc char[LongestLead]));
    }

    /// <summary>True for a heading below which those stand whose mail has arrived.</summary>
    public static bool SayDelivered(ReadOnlySpan<char> heading)
    {
        var folded = FoldedText.Closed(heading).AsSpan();
        return Deliveries.IsIn(folded) && !Failures.IsIn(folded) && !Lates.IsIn(folded);
    }

    private static PhraseSet Set(string idea) => WordCatalogue.Of(idea);
}
