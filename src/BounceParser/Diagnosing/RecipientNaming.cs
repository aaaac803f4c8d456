using BounceParser.Evidence;
using BounceParser.Mime;
using BounceParser.Text;

namespace BounceParser.Diagnosing;

/// <summary>Names recipients that the words of a bounce leave unnamed, from its headers or from the returned message.</summary>
internal static class RecipientNaming
{
    private const int LongestField = 4_096;
    private const int LeastText = 4_096;
    private const int MostOffices = 2;

    public static BounceEvidence Complete(BounceEvidence evidence, BounceMessage mail, ReturnedMessage? returned, BounceParserOptions options)
    {
        var hasLocal = Any(evidence.Recipients, static recipient => recipient.LocalName is not null);
        if (!hasLocal && Any(evidence.Recipients, static recipient => recipient.FinalRecipient is not null)) return evidence;
        var source = RecipientSource.FailedRecipientsHeader;
        var named = AddressHeader.Read(mail.Headers("x-failed-recipients"));
        if (hasLocal)
        {
            var known = named.Count > 0 ? named : Addresses(["to", "cc"], returned);
            var origin = named.Count > 0 ? source : RecipientSource.ReturnedMessage;
            return evidence with { Recipients = [.. evidence.Recipients.Select(recipient => Known(recipient, known, origin))] };
        }

        // A moderator's refusal names its list in a header alone.
        if (named.Count == 0 && evidence.Dialect == "mailman") named = Only(AddressHeader.Read(mail.Headers("x-beenthere")));
        if (named.Count == 0) (named, source) = (Only(AddressHeader.Read(returned?.Headers("to") ?? [])), RecipientSource.ReturnedMessage);
        if (source == RecipientSource.ReturnedMessage) named.RemoveAll(address => IsOwnList(address, mail, returned));
        if (named.Count == 0) return evidence;
        var unnamed = Shared(evidence.Recipients.Count > 0 ? evidence.Recipients[0] : new RecipientEvidence { Comment = evidence.Words }, Math.Min(named.Count, options.MaxRecipients), options, out var isCut);
        return evidence with
        {
            Recipients = named.ConvertAll(address => unnamed with { FinalRecipient = address, Source = source }),
            IsTruncated = evidence.IsTruncated || isCut,
        };
    }

    private static bool Any(IReadOnlyList<RecipientEvidence> recipients, Func<RecipientEvidence, bool> bears)
    {
        for (var index = 0; index < recipients.Count; index++)
            if (bears(recipients[index])) return true;
        return false;
    }

    // A name without a domain is the one address that bears it; of two with that name nobody knows which.
    private static RecipientEvidence Known(RecipientEvidence recipient, List<string> addresses, RecipientSource source)
    {
        if (recipient.LocalName is not { } name) return recipient;
        var bearing = Bearing(name, addresses);
        // GroupWise writes the post office and the domain of its own behind the name: "jdoe.PO1.DOM".
        for (var cut = 0; cut < MostOffices && bearing.Count == 0 && name.LastIndexOf('.') is > 0 and var dot; cut++) bearing = Bearing(name = name[..dot], addresses);
        return bearing is [var only] ? recipient with { FinalRecipient = only, Source = source } : recipient;
    }

    private static List<string> Bearing(string name, List<string> addresses) =>
        addresses.FindAll(address => address.Length > name.Length && address[name.Length] == '@' && address.StartsWith(name, StringComparison.OrdinalIgnoreCase));

    // All of them have the same words, and each is judged by them: together no more than one text may hold.
    private static RecipientEvidence Shared(RecipientEvidence unnamed, int count, BounceParserOptions options, out bool isCut)
    {
        var longest = Math.Max(LeastText, options.MaxTextBytes / Math.Max(count, 1));
        isCut = count > 1 && (unnamed.DiagnosticText.Length > longest || unnamed.Comment.Length > longest);
        return isCut ? unnamed with { DiagnosticText = Cut(unnamed.DiagnosticText, longest), Comment = Cut(unnamed.Comment, longest) } : unnamed;
    }

    private static string Cut(string text, int longest) => text.Length > longest ? text[..longest] : text;

    // What our list sent on names the list in its To: the member who did not get it is somebody else.
    private static bool IsOwnList(string address, BounceMessage mail, ReturnedMessage? returned)
    {
        foreach (var field in (ReadOnlySpan<string?>)[mail.Header("to"), mail.Header("delivered-to"), returned?.Header("return-path"), returned?.Header("sender")])
            if (field is not null && AddressLine.First(Cut(field, LongestField)) is { } manager && ListAddress.IsOf(address, manager)) return true;
        return false;
    }

    // Of several addresses nobody knows which one failed.
    private static List<string> Only(List<string> addresses) => addresses.Count == 1 ? addresses : [];

    private static List<string> Addresses(string[] names, ReturnedMessage? returned) =>
        returned is null ? [] : [.. AddressHeader.Read(names.SelectMany(name => returned.Headers(name))).Distinct(StringComparer.OrdinalIgnoreCase)];
}
