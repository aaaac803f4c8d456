using BounceParser.Text;

namespace BounceParser.Catalogue;

/// <summary>The words of reports in every language that the catalogue knows, each idea under its own name: <c>Words/</c>, explained at the head of its English file.</summary>
internal static class DeliveryWords
{
    public static PhraseSet Failed => field ??= WordCatalogue.Of("failed");

    public static PhraseSet Late => field ??= WordCatalogue.Of("late");

    public static PhraseSet Delivered => field ??= WordCatalogue.Of("delivered");

    /// <summary>What follows is no statement but a case that may happen.</summary>
    public static PhraseSet If => field ??= WholeWords("if");

    /// <summary>The same at the head of a clause; in its middle they mean something else.</summary>
    public static PhraseSet IfFirst => field ??= WholeWords("ifFirst");

    /// <summary>An address behind these is somebody to write to, or who wrote, not somebody who did not get a mail.</summary>
    public static PhraseSet Contact => field ??= WordCatalogue.Of("contact");

    public static PhraseSet Why => field ??= WordCatalogue.Of("why");

    /// <summary>What a sentence ends with that says that why follows.</summary>
    public static PhraseSet Announces => field ??= WordCatalogue.Of("announces");

    public static PhraseSet Refused => field ??= WordCatalogue.Of("refused");

    /// <summary>Words for whom a mail is: a label that holds one and a refusal is a reason.</summary>
    public static PhraseSet To => field ??= WordCatalogue.Of("to");

    public static PhraseSet Addressee => field ??= WordCatalogue.Of("addressee");

    public static PhraseSet Intended => field ??= WordCatalogue.Of("intended");

    public static PhraseSet Other => field ??= WordCatalogue.Of("other");

    /// <summary>Right before an address these make it a recipient.</summary>
    public static PhraseSet Before => field ??= WordCatalogue.Of("before");

    /// <summary>Right before an address these make it anybody else.</summary>
    public static PhraseSet NotBefore => field ??= WordCatalogue.Of("notBefore");

    /// <summary>Right behind an address these make it a recipient, in languages that put what governs a word behind it.</summary>
    public static PhraseSet Behind => field ??= WordCatalogue.Of("behind");

    /// <summary>Between two addresses these make the second one a recipient: "from a@b to c@d".</summary>
    public static PhraseSet Then => field ??= WordCatalogue.Of("then");

    /// <summary>Between the last two addresses of a list.</summary>
    public static PhraseSet And => field ??= WordCatalogue.Of("and");

    /// <summary>Right before an address these say whom the mail was for, whatever the reason.</summary>
    public static PhraseSet MeantFor => field ??= WordCatalogue.Of("meantFor");

    public static PhraseSet Rcpt => field ??= WordCatalogue.Of("rcpt");

    public static PhraseSet Group => field ??= WordCatalogue.Of("group");

    /// <summary>Right behind an address these make it the sender's.</summary>
    public static PhraseSet OfSender => field ??= WordCatalogue.Of("ofSender");

    public static PhraseSet NewAddress => field ??= WordCatalogue.Of("newAddress");

    public static PhraseSet Separator => field ??= WordCatalogue.Of("separator");

    public static PhraseSet Heading => field ??= WordCatalogue.Of("heading");

    public static PhraseSet Host => field ??= WordCatalogue.Of("host");

    private static PhraseSet WholeWords(string idea) => new(WordCatalogue.Of(idea).Phrases.Select(word => word + " "));
}
