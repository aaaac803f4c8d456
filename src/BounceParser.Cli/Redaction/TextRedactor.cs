using System.Net;
using System.Text;

namespace BounceParser.Cli.Redaction;

/// <summary>Replaces in a text what tells of people: their names first, then word by word addresses, hosts, IPs, queue ids.</summary>
internal sealed class TextRedactor(Replacements replacements, RedactionDepth depth)
{
    private const int ShortestToken = 9;
    private const int LongestWord = 2_000;

    public string Redact(string text) => Words(replacements.WithoutPeople(text));

    private string Words(string text)
    {
        var redacted = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            while (at < text.Length && IsOfWord(text[at]) && at - start < LongestWord) at++;
            if (at > start) redacted.Append(Word(text[start..at]));
            else redacted.Append(text[at++]);
        }

        return redacted.ToString();
    }

    private static bool IsOfWord(char c) => c > ' ' && !"<>()[]{}\"';,|\u00A0«»".Contains(c, StringComparison.Ordinal);

    // Punctuation around a word is none of it: "mx.example.net:", "#5.1.1".
    private string Word(string word)
    {
        int from = 0, to = word.Length;
        while (from < to && !char.IsLetterOrDigit(word[from]) && word[from] != ':') from++;
        while (to > from && !char.IsLetterOrDigit(word[to - 1])) to--;
        return from == to ? word : word[..from] + Core(word[from..to]) + word[to..];
    }

    private string Core(string word)
    {
        if (replacements.Name(word) is { } user) return user;
        if (word.Contains("://", StringComparison.Ordinal)) return Url(word);
        if (word.LastIndexOf('@') is var at && at > 0) return Address(word[..at], word[(at + 1)..]);
        if (IPAddress.TryParse(word, out var ip) && (word.Contains(':', StringComparison.Ordinal) ? word.Length > 4 : word.Count(c => c == '.') == 3)) return replacements.Ip(ip);
        if (word.IndexOfAny([':', '=', '/']) is var sign && sign > 0) return Core(word[..sign]) + word[sign] + Word(word[(sign + 1)..]);
        if (LooksLikeHost(word)) return depth.Hosts ? replacements.Host(word) : word;
        return depth.Tokens && LooksLikeToken(word) ? replacements.Token(word) : word;
    }

    private string Address(string local, string domain)
    {
        // "to=<a@b>" was cut at its bracket; "relay=a@b" was not.
        var plain = domain.IndexOfAny([':', '/']) is var end && end > 0 ? domain[..end] : domain;
        return $"{Local(local)}@{Domain(plain)}{domain[plain.Length..]}";
    }

    // VERP and SRS carry the recipient in the sender's address: what is read out of it must stay readable.
    private string Local(string local)
    {
        var equals = local.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0 || equals == local.Length - 1) return replacements.User(local);
        if (local.StartsWith("SRS", StringComparison.OrdinalIgnoreCase) || local.StartsWith("prvs", StringComparison.OrdinalIgnoreCase))
            return string.Join('=', local.Split('=').Select((part, i) => i == 0 ? part : LooksLikeHost(part) ? Domain(part) : part.Length > 4 ? replacements.User(part) : part));
        var user = local.LastIndexOfAny(['+', '-'], equals) + 1;
        return $"{(user > 0 ? replacements.User(local[..(user - 1)]) + local[user - 1] : "")}{replacements.User(local[user..equals])}={Domain(local[(equals + 1)..])}";
    }

    private string Domain(string domain) => LooksLikeHost(domain) ? replacements.Host(domain) : domain;

    private string Url(string url)
    {
        var start = url.IndexOf("://", StringComparison.Ordinal) + 3;
        var end = url.AsSpan(start).IndexOfAny('/', '?', ':');
        var host = end < 0 ? url[start..] : url.Substring(start, end);
        var shown = depth.Hosts ? Domain(host) : host;
        var rest = end < 0 ? "" : url[(start + end)..];
        return url[..start] + shown + (shown == host ? Words(rest) : rest.Length > 1 ? "/redacted" : rest);
    }

    private static bool LooksLikeHost(string word)
    {
        var labels = word.Split('.');
        return labels.Length >= 2 && labels[^1].Length >= 2 && labels[^1].All(char.IsAsciiLetter)
            && labels.All(label => label.Length is > 0 and < 64 && label.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'));
    }

    // Ids mix digits and letters; a provider's code such as OFR_506 is shorter.
    private static bool LooksLikeToken(string word) => word.Length >= ShortestToken && word.Count(char.IsAsciiDigit) >= 2 && word.Any(char.IsAsciiLetter);
}
