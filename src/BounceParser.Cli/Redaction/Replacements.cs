using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace BounceParser.Cli.Redaction;

/// <summary>What stands for what, the same everywhere in one message: names of RFC 2606, addresses of RFC 5737 and 3849.</summary>
/// <param name="publicHosts">The hosts that stay.</param>
/// <param name="names">Local parts that the text may show without their domain.</param>
/// <param name="people">Display names that the text may show, longest first.</param>
internal sealed class Replacements(PublicHosts publicHosts, IReadOnlyList<string> names, IReadOnlyList<string> people)
{
    private readonly Dictionary<string, string> _users = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _people = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _domains = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _labels = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<IPAddress, string> _ips = [];
    private readonly Dictionary<string, string> _tokens = new(StringComparer.Ordinal);

    // The address that a list takes its bounces at shows which list: both keep the same name.
    private static readonly string[] ListPrefixes = ["owner-"];
    private static readonly string[] ListSuffixes = ["-owner", "-request", "-bounces", "-bounce", "-errors", "-admin"];

    // Roles say which program speaks, not who anybody is.
    private static readonly HashSet<string> Roles = new(StringComparer.OrdinalIgnoreCase)
        { "mailer-daemon", "postmaster", "post_master", "mail-daemon", "double-bounce", "abuse", "noreply", "no-reply", "root", "daemon", "hostmaster", "complaints", "staff",
          "mailsweeper", "mimesweeper", "webshield", "interscan", "smtp",
          "MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e" };

    public static bool IsRole(string local) => Roles.Contains(local);

    /// <summary>The domain that somebody has registered, as far as the host alone shows it.</summary>
    public static string DomainOf(string host)
    {
        var labels = host.Split('.');
        return string.Join('.', labels.TakeLast(OfDomain(labels)));
    }

    /// <summary>What stands for the part before the @, the same everywhere; a role stays.</summary>
    public string User(string local) => IsRole(local) ? local : OfList(local) ?? Of(_users, local, number => $"user{number}");

    private string? OfList(string local)
    {
        foreach (var prefix in ListPrefixes)
            if (local.Length > prefix.Length && local.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) return prefix + Of(_users, local[prefix.Length..], number => $"user{number}");
        foreach (var suffix in ListSuffixes)
            if (local.Length > suffix.Length && local.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)) return Of(_users, local[..^suffix.Length], number => $"user{number}") + suffix;
        return null;
    }

    /// <summary>What stands for a name without its domain, with an office behind it or not (<c>jdoe.PO1.DOM</c>); null for any other word.</summary>
    public string? Name(string word)
    {
        foreach (var name in names)
            if (word.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (word.Length == name.Length || word[name.Length] == '.') && !word.Contains('@')) return User(name) + word[name.Length..];
        return null;
    }

    /// <summary>Host names of one domain stay together: <c>mx1.firm.fr</c> and <c>firm.fr</c> become <c>host1.domain1.example</c> and <c>domain1.example</c>.</summary>
    public string Host(string host)
    {
        if (publicHosts.Contains(host) || host.EndsWith(".example", StringComparison.OrdinalIgnoreCase)) return host;
        var labels = host.Split('.');
        var kept = OfDomain(labels);
        var domain = Of(_domains, string.Join('.', labels.TakeLast(kept)), number => $"domain{number}.example");
        return labels.Length <= kept ? domain : $"{Of(_labels, string.Join('.', labels.SkipLast(kept)), number => $"host{number}")}.{domain}";
    }

    /// <summary>The text without people's names: whole words, one alone only as it is written.</summary>
    public string WithoutPeople(string text)
    {
        foreach (var name in people)
            for (var at = 0; (at = text.IndexOf(name, at, DisplayNames.IsOneWord(name) ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase)) >= 0;)
            {
                var end = at + name.Length;
                if (IsOfName(text, at - 1) || IsOfName(text, end))
                {
                    at = end;
                    continue;
                }

                var person = Of(_people, name, number => $"Name{number}");
                text = string.Concat(text.AsSpan(0, at), person, text.AsSpan(end));
                at += person.Length;
            }

        return text;
    }

    public string Ip(IPAddress address)
    {
        if (IPAddress.IsLoopback(address)) return address.ToString();
        if (_ips.TryGetValue(address, out var known)) return known;
        var number = _ips.Count + 1;
        string[] nets = ["192.0.2", "198.51.100", "203.0.113"];
        return _ips[address] = address.AddressFamily == AddressFamily.InterNetwork
            ? string.Create(CultureInfo.InvariantCulture, $"{nets[number / 254 % nets.Length]}.{(number % 254) + 1}")
            : string.Create(CultureInfo.InvariantCulture, $"2001:db8::{number:x}");
    }

    /// <summary>A queue id or the like: letters stay letters, digits digits, the length the same.</summary>
    public string Token(string token)
    {
        if (_tokens.TryGetValue(token, out var known)) return known;
        var number = _tokens.Count + 1;
        var replaced = token.ToCharArray();
        for (var i = 0; i < replaced.Length; i++)
        {
            var shift = (number * 7) + (i * 3);
            if (char.IsAsciiDigit(replaced[i])) replaced[i] = (char)('0' + (shift % 10));
            else if (char.IsAsciiLetterUpper(replaced[i])) replaced[i] = (char)('A' + (shift % 6));
            else if (char.IsAsciiLetterLower(replaced[i])) replaced[i] = (char)('a' + (shift % 6));
        }

        return _tokens[token] = new string(replaced);
    }

    // Second levels as in co.uk belong to it.
    private static int OfDomain(string[] labels) => labels.Length > 2 && labels[^2].Length <= 3 ? 3 : 2;

    // Within an address or a host the part is replaced with the whole.
    private static bool IsOfName(string text, int at) => at >= 0 && at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '@' or '-' or '_' or '+' or '=' || (text[at] == '.' && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1])));

    private static string Of(Dictionary<string, string> known, string key, Func<int, string> make) =>
        known.TryGetValue(key, out var value) ? value : known[key] = make(known.Count + 1);
}
