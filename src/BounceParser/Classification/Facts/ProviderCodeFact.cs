using System.Buffers;

namespace BounceParser.Classification.Facts;

/// <summary>The code of its own that a provider puts in a refusal, as its postmaster pages list them.</summary>
internal static class ProviderCodeFact
{
    private const int Longest = 40;

    // What a code starts with, and what follows: '#' digits, '1' a letter and digits, '~' letters and digits, ' ' nothing.
    private static readonly (string Prefix, char Tail)[] Codes =
    [
        ("OFR", '#'), ("OUK", '#'), ("LPN", '#'), ("SFR_IN_", '#'), ("OXSUS", '#'), // Orange, La Poste, SFR, Vade
        ("TSS", '#'), ("TS0", '#'), ("BL2", '#'), ("PH0", '#'), ("RLY:", '~'), ("DYN:", '~'), ("HVU:", '~'), ("CON:B", '#'), ("RTR:", '~'), // Yahoo and AOL
        ("S3", '#'), ("S775", ' '), ("S843", ' '), ("S80", '#'), ("AS(", '#'), ("RP-00", '#'), ("SC-00", '#'), ("OU-00", '#'), ("DY-00", '#'), ("ATTR", '#'), // Outlook.com
        ("RESOLVER.", '~'), ("SMTPSEND.", '~'), ("STOREDRV.", '~'), ("ROUTING.", '~'), // Exchange
        ("CS0", '#'), ("HM08", ' '), ("HME1", ' '), // Apple
        ("BL0", '#'), ("RL0", '#'), ("DM0", '#'), ("AUP#", '~'), // Comcast, Charter
        ("CXBL", ' '), ("CXDNS", ' '), ("CXSNDR", ' '), ("CXSMTP", ' '), ("CXCNCT", ' '), ("CXMXRT", ' '), ("CXTHRT", ' '), ("CXMJ", ' '), ("IPBL", '#'), // Cox
        ("POL-", '1'), ("RCP-", '1'), ("INT-", '1'), ("DNS-", '1'), ("CON-", '1'), ("MSG-", '1'), // Facebook
        ("OVH_", '~'), ("RULE", '#'), ("L-SPAM", '#'), ("IB", '#'), ("ERS-", '~'), // OVH, Gandi, LWS, GoDaddy, Trend Micro
    ];

    /// <summary>Codes, or their starts, that need no digit behind them.</summary>
    public static readonly string[] WithoutDigit =
        ["RESOLVER.", "SMTPSEND.", "STOREDRV.", "ROUTING.", "ERS-", "OVH_", "CXBL", "CXDNS", "CXSNDR", "CXSMTP", "CXCNCT", "CXMXRT", "CXTHRT", "CXMJ", "support.google.com/"];

    private static readonly SearchValues<char> InCode = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-.:#");
    private static readonly SearchValues<string> Prefixes = SearchValues.Create([.. Codes.Select(code => code.Prefix), "ofr", "lpn"], StringComparison.Ordinal);

    // Google names the case in the link to its help.
    private static readonly string[] Queries = ["support.google.com/mail/?p=", "support.google.com/mail/answer/?p="];

    public static DiagnosisFacts Read(in FactText whole, DiagnosisFacts facts)
    {
        var text = whole.Written;
        for (var from = 0; from < text.Length && text[from..].IndexOfAny(Prefixes) is >= 0 and var at; from += at + 1)
            if (CodeAt(text, from + at) is { } code) return facts with { ProviderCode = code };
        if (!text.Contains('?')) return facts;
        foreach (var query in Queries)
            if (whole.Lower.IndexOf(query) is >= 0 and var link && InQuery(text[(link + query.Length)..]) is { Length: > 2 and <= Longest } name) return facts with { ProviderCode = name };
        return facts;
    }

    private static string InQuery(ReadOnlySpan<char> rest) => rest[..EndOf(rest, 0)].TrimEnd(".:-").ToString();

    private static string? CodeAt(ReadOnlySpan<char> text, int start)
    {
        if (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '@' or '-' or '/')) return null;
        foreach (var (prefix, tail) in Codes)
        {
            // Codes are written in capitals; Orange alone writes ofr_506 too.
            if (!text[start..].StartsWith(prefix) && !(prefix is "OFR" or "LPN" && text[start..].StartsWith(prefix, StringComparison.OrdinalIgnoreCase))) continue;
            var end = EndOf(text, start + prefix.Length);
            var code = text[start..end].TrimEnd(".:-");
            if (code.Length <= Longest && code.Length >= prefix.Length && Fits(code[prefix.Length..], tail))
                return (prefix == "AS(" && end < text.Length && text[end] == ')' ? text[start..(end + 1)] : code).ToString();
        }

        return null;
    }

    private static bool Fits(ReadOnlySpan<char> rest, char kind) => kind switch
    {
        ' ' => rest.IsEmpty,
        '1' => rest.Length == 2 && char.IsAsciiLetterUpper(rest[0]) && char.IsAsciiDigit(rest[1]),
        '#' => rest.ContainsAnyInRange('0', '9') && rest.Length < 16 && rest.TrimStart('_').IndexOfAnyExceptInRange('0', '9') is var other && (other < 0 || rest.Contains('_')),
        _ => rest.Length > 0 && (rest.ContainsAnyInRange('0', '9') || rest.ContainsAnyInRange('A', 'Z')),
    };

    private static int EndOf(ReadOnlySpan<char> text, int at) => text[at..].IndexOfAnyExcept(InCode) is >= 0 and var end ? at + end : text.Length;
}
