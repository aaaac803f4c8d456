using System.Buffers;
using BounceParser.Text;

namespace BounceParser.Classification.Facts;

/// <summary>The DNS zone of the blocklist that a server names.</summary>
internal static class BlocklistFact
{
    private const int Nearby = 40;

    private static readonly WordSearch Listing = new(
        "block", "list", "rbl", "dnsbl", "spamhaus", "spamcop", "sorbs", "barracuda", "abus", "reputation", "bloqu", "lookup");

    // A host right behind these is a list, whatever it is called.
    private static readonly string[] Leads =
    [
        "blocked using ", "listed in ", "listed by ", "listed at ", "listed on ", "listed in the rbl at ", "rbl at ", "rbl ", "dnsbl ", "dnsbl: ", "rbl: ", "blacklist ", "blocklist ",
        "found in ", "found on ", "rejected using ", "refused using ", "blacklisted using ", "listed with ", "liste noire ", "dans la liste ", "gelistet bei ", "gelistet in ",
    ];

    // Labels of lists, for hosts that stand anywhere.
    private static readonly SearchValues<string> Labels = SearchValues.Create(
        ["zen.", "sbl.", "xbl.", "pbl.", "dbl.", "cbl.", "bl.", "dnsbl", "rbl", "psbl.", "uribl", "surbl", "sorbs.net", "spamcop.net", "barracudacentral", "uceprotect", "blacklist", "blocklist", "abuseat", "mail.abusix.zone"], StringComparison.Ordinal);

    private static readonly SearchValues<char> Parts = SearchValues.Create(" \t\n\"'()[]<>,;:|");

    public static DiagnosisFacts Read(in FactText whole, DiagnosisFacts facts)
    {
        if (!Listing.IsIn(whole.Lower)) return facts;
        var text = whole.Written;
        for (var at = 0; at < text.Length;)
        {
            var length = text[at..].IndexOfAny(Parts);
            var end = length < 0 ? text.Length : at + length;
            var word = text[at..end].Trim('.');
            if (HostName.Is(word) && !IsOfUrl(text, at) && IsList(whole.Before(at, Nearby), whole.Lower[at..end])) return facts with { Blocklist = word.ToString() };
            at = end + 1;
        }

        return facts;
    }

    private static bool IsList(ReadOnlySpan<char> lead, ReadOnlySpan<char> host)
    {
        lead = lead.TrimEnd("\"'[(<");
        foreach (var phrase in Leads)
            if (lead.EndsWith(phrase)) return true;
        return host.IndexOfAny(Labels) is >= 0 and var label && (label == 0 || host[label - 1] is '.' or '-' || host.Count('.') > 1) && !lead.TrimEnd().EndsWith("host");
    }

    private static bool IsOfUrl(ReadOnlySpan<char> text, int at) => at > 0 && text[at - 1] == ':' && text[at..].StartsWith("//");
}
