using System.Buffers;
using System.Net;
using System.Net.Sockets;
using BounceParser.Text;

namespace BounceParser.Classification.Facts;

/// <summary>The IP address that a server blocks or complains of: the sending one, not any address of the text.</summary>
internal static class IpFact
{
    private const int Nearby = 64;

    private static readonly SearchValues<char> Letters = SearchValues.Create("0123456789abcdefABCDEF:.");

    private static readonly WordSearch Blame = new(
        "block", "list", "rbl", "dnsbl", "ban", "reject", "refus", "denied", "deny", "spam", "reputation", "your ip", "ip address", "adresse ip", "abus", "ptr", "reverse", "rdns", "rate",
        "deferred", "complaint", "too many", "trop de", "limit", "relay", "spf", "dmarc", "not allowed", "not permitted", "not authorized", "unusual", "suspicious", "bloqu", "gesperrt", "policy", "client");

    // The sender's side.
    private static readonly WordSearch Ours = new("client", "your ", "from", "ip", "sending", "server [", "for [", "votre", "ihre", "unknown[", "sender");

    // The other side.
    private static readonly string[] Theirs = ["host ", "connected to ", "connecting to ", "connect to ", "giving up on ", "talking to ", "conversation with ", "connection with ", "by "];

    public static DiagnosisFacts Read(in FactText whole, DiagnosisFacts facts)
    {
        var text = whole.Written;
        // Three dots or two colons at the least.
        if (text.Count('.') < 3 && text.Count(':') < 2) return facts;
        for (var at = 0; text[at..].IndexOfAny('.', ':') is >= 0 and var step;)
        {
            var start = at + step;
            while (start > at && Letters.Contains(text[start - 1])) start--;
            var length = text[start..].IndexOfAnyExcept(Letters);
            at = length < 0 ? text.Length : start + length;
            if (Address(text, start, at) is not { } address) continue;
            if (!Blame.IsIn(whole.Lower)) return facts;
            if (!IsTheirs(whole, address.Start)) return facts with { IpAddress = text.Slice(address.Start, address.Length).ToString() };
        }

        return facts;
    }

    private static (int Start, int Length)? Address(ReadOnlySpan<char> text, int start, int end)
    {
        if (start > 0 && char.IsLetterOrDigit(text[start - 1])) return null;
        // A host that starts with numbers goes on behind them: "192.0.2.7.dyn.example.net", "192-0-2-7.example.net".
        if (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '-' or '_')) return null;
        var run = text[start..end];
        // What the letters run into: "IPv6:2001:db8::7" starts at its first digit; "[192.0.2.7]:25" and "192.0.2.7: blocked" end before the colon.
        var lead = run.Length - run.TrimStart(".:").Length;
        if (run.StartsWith("::") && run.Length > 3) lead = 0;
        run = run[lead..].TrimEnd(".:");
        if (run.Length is < 3 or > 45) return null;
        if (run.Count(':') == 1) run = run[..run.IndexOf(':')];
        if (!IsWhole(run) || !IPAddress.TryParse(run, out var parsed) || IPAddress.IsLoopback(parsed) || parsed.Equals(IPAddress.Any)) return null;
        return (start + lead, run.Length);
    }

    private static bool IsWhole(ReadOnlySpan<char> run) =>
        run.Contains(':') ? run.Contains("::", StringComparison.Ordinal) || run.Count(':') == 7 : run.Count('.') == 3 && !run.ContainsAny("abcdefABCDEF");

    // "host mx.example.net[192.0.2.1] said", "mx.example.net [192.0.2.1]": a server that speaks, unless it is called the client.
    private static bool IsTheirs(in FactText text, int start)
    {
        // Postfix: "<mail.example.org[192.0.2.7]>: Client host rejected".
        var tail = text.Lower[start..Math.Min(text.Lower.Length, start + Nearby)];
        if (tail.IndexOf(']') is >= 0 and var close && tail[close..].TrimStart("]>: ").StartsWith("client")) return false;
        var lead = text.Before(start, Nearby);
        var other = FactText.Last(lead, Theirs);
        if (other >= 0 && !Ours.IsIn(lead[other..]) && (other == 0 || !lead[..other].EndsWith("client "))) return true;
        if (Ours.IsIn(lead)) return false;
        var before = lead.TrimEnd(" [(");
        var word = before[(before.LastIndexOfAny(" [(<\"'") + 1)..];
        return word.Length < before.Length + 1 && HostName.Is(word) && lead.Length > before.Length;
    }
}
