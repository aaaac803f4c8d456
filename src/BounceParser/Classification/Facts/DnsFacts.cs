using BounceParser.Text;

namespace BounceParser.Classification.Facts;

/// <summary>The host whose DNS record is missing, and the type of that record.</summary>
internal static class DnsFacts
{
    // What names a host that DNS does not know, right before it.
    private static readonly string[] Leads =
    [
        "name service error for name=", "name service error for ", "any host named ", "host not found: ", "domain not found: ", "unable to resolve ", "could not resolve ", "couldn't resolve ", "cannot resolve ",
        "can't resolve ", "failed to resolve ", "lookup failure: ", "lookup failed for ", "lookup failed: ", "lookup of ", "lookup for ", "unrouteable mail domain ", "unrouteable domain ", "no such host: ", "no such domain: ", "host unknown: ", "unknown host: ",
        "unknown host ", "unknown domain ", "unknown mail domain ", "name server: ", "no mx for ", "no mx record for ", "no mx records for ", "no a record for ", "no address record for ", "records found for ",
        "no valid mx for ", "mx record for ", "mx records for ", "mx lookup for ", "dns error for ", "dns failure for ", "dns lookup for ", "nxdomain for ", "nxdomain: ", "servfail for ", "no dns entry for ", "no dns information was found for ",
        "aucun mx pour ", "domaine inconnu : ", "domaine inconnu: ", "domain name not found: ", "bad destination host '", "bad destination host ", "ptr record for ", "domain ", "host ",
    ];

    // And right behind it.
    private static readonly string[] Tails =
    [
        "host not found", "domain not found", "not found", "name or service not known", "does not exist", "has no mx", "has no a ", "has no address", "is not known", "n'existe pas", "does not accept mail", "nxdomain", "unknown host", "no such domain",
    ];

    private static readonly string[] Types = ["AAAA", "MX", "PTR", "SRV", "TXT", "CNAME", "A"];

    private static readonly WordSearch Words = new(
        "name service", "host", "domain", "resolve", "lookup", "mx", "record", "dns", "name server", "nxdomain", "servfail", "ptr", "unrouteable", "domaine");

    public static DiagnosisFacts Read(in FactText text, DiagnosisFacts facts)
    {
        if (!Words.IsIn(text.Lower)) return facts;
        if (facts.Host is null && Host(text) is { } host) facts = facts with { Host = host };
        return facts.RecordType is null && RecordType(text.Written) is { } type ? facts with { RecordType = type } : facts;
    }

    private static string? Host(in FactText whole)
    {
        var text = whole.Lower;
        foreach (var lead in Leads)
            for (var from = 0; from < text.Length && text[from..].IndexOf(lead) is >= 0 and var at;)
            {
                var behind = from + at;
                from = behind + lead.Length;
                if (behind > 0 && char.IsLetterOrDigit(text[behind - 1])) continue;
                var host = HostName.NameAt(whole.Written[from..]);
                // "domain x" and "host x" alone name anything.
                if (!host.IsEmpty && (lead.Length > 7 || IsMissed(whole, from, host))) return host.ToString();
            }

        return null;
    }

    private static bool IsMissed(in FactText text, int from, ReadOnlySpan<char> host)
    {
        var end = from + text.Written[from..].IndexOf(host) + host.Length;
        var tail = text.Lower[end..].TrimStart(" \"'>)]:.");
        foreach (var phrase in Tails)
            if (tail.StartsWith(phrase)) return true;
        return false;
    }

    // "type=MX", "no MX record", "A record", "DNS_MX".
    private static string? RecordType(ReadOnlySpan<char> text)
    {
        foreach (var type in Types)
            for (var from = 0; from < text.Length && text[from..].IndexOf(type) is >= 0 and var at;)
            {
                var start = from + at;
                from = start + type.Length;
                if ((start > 0 && char.IsLetterOrDigit(text[start - 1])) || (from < text.Length && (char.IsLetterOrDigit(text[from]) || text[from] is '-' or '.'))) continue;
                var isTyped = start > 4 && (text[..start].EndsWith("type=", StringComparison.OrdinalIgnoreCase) || text[..start].EndsWith("dns_", StringComparison.OrdinalIgnoreCase) || text[..start].EndsWith("type ", StringComparison.OrdinalIgnoreCase));
                if (isTyped || (type != "A" && text[..start].EndsWith("no ", StringComparison.OrdinalIgnoreCase)) || IsRecord(text[from..])) return type;
            }

        return null;
    }

    private static bool IsRecord(ReadOnlySpan<char> tail)
    {
        tail = tail.TrimStart(" (/");
        foreach (var word in (ReadOnlySpan<string>)["record", "resource record", "entry", "lookup", "enregistrement", "reverse dns", ") record", "eintrag", "or a record", "AAAA record"])
            if (tail.StartsWith(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
