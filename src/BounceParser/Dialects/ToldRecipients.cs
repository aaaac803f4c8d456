using BounceParser.Text;

namespace BounceParser.Dialects;

/// <summary>Finds recipients that a report names in its sentences: "Your message to a@b could not be delivered".</summary>
internal static class ToldRecipients
{
    private const int LookBack = 48;
    private const int LongestLine = 400;

    public static List<RecipientPlace> Find(TextLines report, ReportSentences sentences)
    {
        var places = new List<RecipientPlace>();
        var words = sentences.Words.AsSpan();
        var tells = sentences.TellsOfDelivery;
        for (var from = 0; from < words.Length && places.Count < RecipientPlaces.Most;)
        {
            if (AddressLine.First(words[from..], out var start, out var end) is not { } address) break;
            // "W32/Netsky.P@mm" is no address.
            if (address.AsSpan(address.LastIndexOf('@') + 1).Contains('.') && Standing(sentences, from + start, from + end, tells) is { } standing)
                places.Add(new RecipientPlace(address, Math.Min(sentences.LineAt(from + start), report.Count - 1), "", standing));
            from += end;
        }

        return places;
    }

    private static PlaceStanding? Standing(ReportSentences sentences, int start, int end, bool tells)
    {
        var folded = sentences.Folded.AsSpan();
        var lead = folded[Math.Max(0, start - LookBack)..start].TrimEnd(" <\"'`(:=‘“«„,");
        if (DeliveryWords.Denials.Ends(lead)) return null;
        var line = folded[Math.Max(sentences.StartOf(sentences.LineAt(start)), start - LongestLine)..start];
        var colon = line.IndexOfAny(':', '：');
        if (colon > 0 && RecipientLabels.Of(line[..colon]) is RecipientLabels.Meaning.Other or RecipientLabels.Meaning.Addressee) return null;
        if (RefusalWords.HasCode(line)) return Replied(folded[Math.Max(0, start - LookBack)..start], folded[end..Math.Min(folded.Length, end + 80)]);
        var (first, last) = sentences.Sentence(start);
        var isLed = DeliveryWords.Leads.Ends(lead) || DeliveryWords.Trails.Begins(folded[end..].TrimStart(" >\"')」』”’"));
        if (!isLed && DeliveryWords.Contacts.IsIn(folded[first..start])) return null;
        if (sentences.FailsWithin(first, last)) return PlaceStanding.Told;
        if (!tells) return null;
        return isLed || RefusalWords.Refuse(folded[first..last]) ? PlaceStanding.Told : null;
    }

    // "550 5.1.1 <a@b>: Recipient address rejected", "550 No such user a@b here"; a refused sender stands there too.
    private static PlaceStanding? Replied(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        if (Fragment.Says(before, "sender", "from", "helo", "client", "domain of") || Fragment.Says(after, "sender", "from")) return null;
        // sendmail's own way to name whom a reply concerns.
        if (after.TrimStart('>').StartsWith("...")) return PlaceStanding.Commanded;
        return Fragment.Says(after, "recipient", "user unknown", "unknown user", "no such user", "no mailbox", "mailbox", "does not exist", "not found", "unknown", "quota")
            || Fragment.Says(before, "user", "recipient", "mailbox", "account", "rcpt to") ? PlaceStanding.Replied : null;
    }
}
