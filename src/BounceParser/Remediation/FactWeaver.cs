using System.Globalization;
using System.Text;

namespace BounceParser.Remediation;

/// <summary>Weaves the facts of a diagnosis into a sentence of advice.</summary>
/// <remarks>
/// <c>{fact}</c> is the fact's value, or the language's fallback noun (<c>fallback.recipient</c>);
/// <c>{fact:clause}</c> stands only when the fact is known, <c>{!fact:clause}</c> only when it is not; a clause may hold
/// placeholders. Braces that open nothing known stay as they are.
/// </remarks>
internal sealed class FactWeaver(AdviceLanguage language, Diagnosis? diagnosis, SendingService? service)
{
    private const int LongestFact = 200;

    public string Into(string text)
    {
        if (text.IndexOf('{') < 0) return text;
        var woven = new StringBuilder(text.Length + 32);
        Weave(text, woven, depth: 0);
        return woven.ToString();
    }

    private void Weave(ReadOnlySpan<char> text, StringBuilder woven, int depth)
    {
        while (text.IndexOf('{') is >= 0 and var open)
        {
            woven.Append(text[..open]);
            text = text[open..];
            var close = ClosingBrace(text);
            if (close < 0 || depth > 4) break;
            Placeholder(text[1..close], woven, depth);
            text = text[(close + 1)..];
        }

        woven.Append(text);
    }

    private void Placeholder(ReadOnlySpan<char> inner, StringBuilder woven, int depth)
    {
        var colon = inner.IndexOf(':');
        var name = (colon < 0 ? inner : inner[..colon]).Trim();
        var absent = name.StartsWith("!");
        var value = Value(absent ? name[1..].ToString() : name.ToString());
        if (colon < 0) woven.Append(value ?? language.Words.GetValueOrDefault("fallback." + name.ToString()) ?? "");
        else if (value is null == absent) Weave(inner[(colon + 1)..], woven, depth + 1);
    }

    private static int ClosingBrace(ReadOnlySpan<char> text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '{') depth++;
            else if (text[i] == '}' && --depth == 0) return i;
        }

        return -1;
    }

    private string? Value(string name)
    {
        var facts = diagnosis?.Facts ?? DiagnosisFacts.None;
        return name switch
        {
            "recipient" => Clean(diagnosis?.OriginalRecipient ?? diagnosis?.FinalRecipient),
            "domain" => Clean(DomainOf(diagnosis?.FinalRecipient)),
            "host" => Clean(facts.Host ?? diagnosis?.RemoteMta),
            "sender" => Clean(facts.Sender),
            "ipAddress" => Clean(facts.IpAddress),
            "blocklist" => Clean(facts.Blocklist),
            "url" => Clean(facts.Url),
            "messageSize" => Size(facts.MessageSize),
            "sizeLimit" => Size(facts.SizeLimit),
            "quota" => Size(facts.Quota),
            "retryAfter" => Duration(facts.RetryAfter),
            "newAddress" => Clean(facts.NewAddress),
            "recordType" => Clean(facts.RecordType),
            "tlsError" => Clean(facts.TlsError),
            "expired" => facts.Expired is true ? "" : null,
            "attempts" => facts.Attempts?.ToString(CultureInfo.InvariantCulture),
            "providerCode" => Clean(facts.ProviderCode),
            _ => ServiceValue(name),
        };
    }

    private string? ServiceValue(string name) => name switch
    {
        "service.host" => Clean(service?.Host),
        "service.port" => service?.Port?.ToString(CultureInfo.InvariantCulture),
        "service.security" => Clean(service?.Security),
        "service.loginForm" => Clean(service?.LoginForm),
        "service.popBeforeSmtpMinutes" => service?.PopBeforeSmtpMinutes?.ToString(CultureInfo.InvariantCulture),
        "service.popHost" => Clean(service?.PopHost),
        "service.imapHost" => Clean(service?.ImapHost),
        "service.pollingMinutes" => service?.PollingMinutes?.ToString(CultureInfo.InvariantCulture),
        "service.sizeLimit" => Size(service?.SizeLimit),
        "service.queueLifetime" => Duration(service?.QueueLifetime),
        "service.supportAddress" => Clean(service?.SupportAddress),
        _ => null,
    };

    private static string? DomainOf(string? address) =>
        address?.LastIndexOf('@') is >= 0 and var at ? address[(at + 1)..] : null;

    private string? Size(long? bytes)
    {
        if (bytes is not { } size) return null;
        var (divisor, unit) = size switch { >= 1L << 30 => (1L << 30, "GB"), >= 1L << 20 => (1L << 20, "MB"), >= 1024 => (1024L, "KB"), _ => (1L, "B") };
        var number = (size / (double)divisor).ToString("0.#", CultureInfo.InvariantCulture).Replace(".", Word("decimal"), StringComparison.Ordinal);
        return number + "\u00A0" + Word("unit." + unit);
    }

    private string? Duration(TimeSpan? time)
    {
        if (time is not { } span) return null;
        var (count, unit) = span.TotalDays >= 2 ? ((long)span.TotalDays, "day") : span.TotalHours >= 1 ? ((long)span.TotalHours, "hour")
            : span.TotalMinutes >= 1 ? ((long)span.TotalMinutes, "minute") : ((long)span.TotalSeconds, "second");
        return count.ToString(CultureInfo.InvariantCulture) + "\u00A0" + Word(unit + (count > 1 ? ".many" : ".one"));
    }

    private string Word(string key) => language.Words.GetValueOrDefault(key) ?? key;

    // Facts are a stranger's words: no control or bidi characters, and no flood, in a sentence of ours.
    private static string? Clean(string? fact)
    {
        if (string.IsNullOrWhiteSpace(fact)) return null;
        var clean = new StringBuilder(Math.Min(fact.Length, LongestFact));
        foreach (var c in fact)
        {
            if (clean.Length == LongestFact) break;
            if (!char.IsControl(c) && char.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.Surrogate)) clean.Append(c);
        }

        return clean.ToString().Trim();
    }
}
