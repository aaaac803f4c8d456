using System.Buffers;
using BounceParser.Text;

namespace BounceParser.Diagnosing;

/// <summary>Decodes what a sender codes into its return path: BATV, SRS, VERP.</summary>
/// <remarks>BATV: draft-levine-smtp-batv; SRS: libsrs2; VERP: cr.yp.to/proto/verp.txt, and what Postfix, ezmlm, Mailman and Sympa make of it.</remarks>
internal static class ReturnPathReader
{
    private const int MaxChars = 512;

    private static readonly SearchValues<char> SrsSeparators = SearchValues.Create("=+-");

    // What stands before the coded recipient where a hyphen leads it: "list-return-12-user=host", "list-bounces-user=host".
    private static readonly string[] Leads = ["-return-", "-bounces-", "-bounce-", "bounces-", "bounce-", "-owner-", "verp-"];

    /// <summary>The return path with its parts; only the address where nothing is coded into it.</summary>
    public static ReturnPath Read(string address)
    {
        var plain = new ReturnPath { Address = address };
        var at = address.LastIndexOf('@');
        if (at < 1 || address.Length > MaxChars) return plain;
        var local = address.AsSpan(0, at);
        // Every way to code something in has one.
        if (!local.Contains('=')) return plain;
        var batv = Batv(local, out var core);
        var path = Srs(core) ?? Sympa(core, address.AsSpan(at)) ?? Verp(core, address.AsSpan(at));
        if (path is null) return batv is null ? plain : plain with { BatvSignature = batv, Sender = string.Concat(core, address.AsSpan(at)) };
        return path with { Address = address, BatvSignature = batv };
    }

    // "prvs=0123a1b2c3=anna", Barracuda's "btv1==0123a1b2c3d==anna", Message Systems' "msprvs1=17612bO9f1G9w=bounces-1".
    private static string? Batv(ReadOnlySpan<char> local, out ReadOnlySpan<char> core)
    {
        core = local;
        var isPrvs = local.StartsWith("prvs=", StringComparison.OrdinalIgnoreCase) || local.StartsWith("msprvs1=", StringComparison.OrdinalIgnoreCase);
        if (!isPrvs && !local.StartsWith("btv1==", StringComparison.OrdinalIgnoreCase)) return null;
        var rest = local[(local.IndexOf('=') + 1)..].TrimStart('=');
        var end = rest.IndexOf('=');
        if (end < 1 || end == rest.Length - 1) return null;
        core = rest[(end + 1)..].TrimStart('=');
        return rest[..end].ToString();
    }

    // "SRS0=hHhH=T6=example.org=anna", "SRS1=hHhH=forwarder.example==hHhH=T6=example.org=anna"; the separator after SRS0 may differ.
    private static ReturnPath? Srs(ReadOnlySpan<char> local)
    {
        if (local.Length < 8 || !local.StartsWith("SRS", StringComparison.OrdinalIgnoreCase) || local[3] is not ('0' or '1') || !SrsSeparators.Contains(local[4])) return null;
        var rest = local[5..];
        if (local[3] == '1')
        {
            var inner = rest.IndexOf("==");
            if (inner < 0 && (inner = rest.IndexOf("=+")) < 0 && (inner = rest.IndexOf("=-")) < 0) return null;
            rest = rest[(inner + 2)..];
        }

        Span<Range> parts = stackalloc Range[4];
        if (rest.Split(parts, '=') < 4) return null;
        var host = rest[parts[2]];
        var name = rest[parts[3]];
        if (host.IsEmpty || name.IsEmpty || rest[parts[0]].IsEmpty) return null;
        return new ReturnPath { Address = "", SrsSignature = $"{rest[parts[0]]}={rest[parts[1]]}", Sender = $"{name}@{host}" };
    }

    // "bounce+user==a==example.net==list", with the number of a tracked message or a letter behind: Sympa::List::get_bounce_address.
    private static ReturnPath? Sympa(ReadOnlySpan<char> local, ReadOnlySpan<char> domain)
    {
        const string sign = "==a==";
        if (local.IndexOf('+') is not (> 0 and var plus)) return null;
        var coded = local[(plus + 1)..];
        if (coded.IndexOf(sign) is not (> 0 and var at)) return null;
        var rest = coded[(at + sign.Length)..];
        if (rest.IndexOf("==") is not (> 0 and var end) || !HostName.Is(rest[..end])) return null;
        var recipient = $"{coded[..at]}@{rest[..end]}";
        return AddressLine.Alone(recipient) == recipient ? new ReturnPath { Address = "", Recipient = recipient, Sender = string.Concat(local[..plus], domain) } : null;
    }

    // "bounces+user=example.net", "list-return-12-user=example.net", "list-bounces+user=example.net".
    private static ReturnPath? Verp(ReadOnlySpan<char> local, ReadOnlySpan<char> domain)
    {
        var equals = local.LastIndexOf('=');
        if (equals < 2 || !HostName.Is(local[(equals + 1)..])) return null;
        var before = local[..equals];
        var start = Lead(before);
        if (start < 1 || start >= before.Length) return null;
        var recipient = $"{before[start..]}@{local[(equals + 1)..]}";
        return AddressLine.Alone(recipient) == recipient ? new ReturnPath { Address = "", Recipient = recipient, Sender = string.Concat(before[..start].TrimEnd("+-"), domain) } : null;
    }

    // Where the coded name starts: behind the first plus, or behind a word that lists use; 0 when nobody can tell.
    private static int Lead(ReadOnlySpan<char> before)
    {
        var plus = before.IndexOf('+');
        if (plus > 0) return plus + 1 + Number(before[(plus + 1)..]);
        foreach (var lead in Leads)
            if (before.IndexOf(lead, StringComparison.OrdinalIgnoreCase) is >= 0 and var at && (at > 0 || lead[0] != '-')) return at + lead.Length + Number(before[(at + lead.Length)..]);
        return 0;
    }

    // "12-", "probe-COOKIE-" and "warn-TIME.COOKIE-" of ezmlm and "1234567-ab12-" of SendGrid stand before the name.
    private static int Number(ReadOnlySpan<char> name)
    {
        foreach (var own in (ReadOnlySpan<string>)["probe-", "warn-"])
            if (name.StartsWith(own, StringComparison.OrdinalIgnoreCase) && name[own.Length..].IndexOf('-') is > 0 and var cookie) return own.Length + cookie + 1;
        var hyphen = name.IndexOf('-');
        if (hyphen < 1 || name[..hyphen].ContainsAnyExceptInRange('0', '9')) return 0;
        var next = name[(hyphen + 1)..];
        return next.IndexOf('-') is 4 && !next[..4].ContainsAnyExcept("0123456789abcdef") ? hyphen + 6 : hyphen + 1;
    }
}
