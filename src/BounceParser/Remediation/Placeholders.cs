using System.Globalization;
using System.Text;
using BounceParser.Text;

namespace BounceParser.Remediation;

/// <summary>What the placeholders of the advice stand for.</summary>
internal sealed class Placeholders(AdviceLanguage language, Diagnosis? diagnosis, SendingService? service)
{
    private const int LongestFact = 200;

    // What could be read as markup, in Markdown or in HTML, stands in no fact worth telling.
    private const string Markup = "<>[]`|\\{}";

    private static readonly Dictionary<string, Func<Placeholders, string?>> Values = new(StringComparer.Ordinal)
    {
        ["recipient"] = source => Clean(source.Diagnosis?.OriginalRecipient ?? source.Diagnosis?.FinalRecipient),
        ["domain"] = source => DomainOf(source.Diagnosis),
        ["host"] = source => Clean(source.Facts.Host ?? source.Diagnosis?.RemoteMta),
        ["sender"] = source => Clean(source.Facts.Sender),
        ["ipAddress"] = source => Clean(source.Facts.IpAddress),
        ["blocklist"] = source => Clean(source.Facts.Blocklist),
        ["url"] = source => WebAddress(source.Facts.Url),
        ["messageSize"] = source => source.Units.Size(source.Facts.MessageSize),
        ["sizeLimit"] = source => source.Units.Size(source.Facts.SizeLimit),
        ["quota"] = source => source.Units.Size(source.Facts.Quota),
        ["retryAfter"] = source => source.Units.Duration(source.Facts.RetryAfter),
        ["newAddress"] = source => Clean(source.Facts.NewAddress),
        ["recordType"] = source => Clean(source.Facts.RecordType),
        ["tlsError"] = source => Clean(source.Facts.TlsError),
        ["expired"] = source => source.Facts.Expired is true ? "" : null,
        ["attempts"] = source => Number(source.Facts.Attempts),
        ["providerCode"] = source => Clean(source.Facts.ProviderCode),
        ["service.host"] = source => Clean(source.Service?.Host),
        ["service.port"] = source => Number(source.Service?.Port),
        ["service.security"] = source => Clean(source.Service?.Security),
        ["service.loginForm"] = source => Clean(source.Service?.LoginForm),
        ["service.popBeforeSmtpMinutes"] = source => source.Minutes(source.Service?.PopBeforeSmtpMinutes),
        ["service.popHost"] = source => Clean(source.Service?.PopHost),
        ["service.imapHost"] = source => Clean(source.Service?.ImapHost),
        ["service.pollingMinutes"] = source => source.Minutes(source.Service?.PollingMinutes),
        ["service.sizeLimit"] = source => source.Units.Size(source.Service?.SizeLimit),
        ["service.queueLifetime"] = source => source.Units.Duration(source.Service?.QueueLifetime),
        ["service.supportAddress"] = source => Clean(source.Service?.SupportAddress),
    };

    /// <summary>Every placeholder that a text may hold.</summary>
    public static IReadOnlyCollection<string> Names => Values.Keys;

    private Diagnosis? Diagnosis { get; } = diagnosis;

    private DiagnosisFacts Facts { get; } = diagnosis?.Facts ?? DiagnosisFacts.None;

    private SendingService? Service { get; } = service;

    private Units Units { get; } = new(language);

    /// <summary>The value, cleaned and cut; null when it is not known, or when there is no such placeholder.</summary>
    public string? this[string name] => Values.TryGetValue(name, out var value) ? value(this) : null;

    /// <summary>A stranger's words made harmless in a sentence of ours: no control or bidi characters, no markup, no flood.</summary>
    public static string? Clean(string? fact)
    {
        if (string.IsNullOrWhiteSpace(fact)) return null;
        var clean = new StringBuilder(Math.Min(fact.Length, LongestFact));
        foreach (var unit in fact)
        {
            if (clean.Length == LongestFact) break;
            if (!char.IsControl(unit) && !Markup.Contains(unit) && char.GetUnicodeCategory(unit) is not (UnicodeCategory.Format or UnicodeCategory.Surrogate)) clean.Append(unit);
        }

        return clean.ToString().Trim() is { Length: > 0 } kept ? kept : null;
    }

    /// <summary>The domain of the recipient, cleaned; null when nobody is named, or by a name without one.</summary>
    public static string? DomainOf(Diagnosis? diagnosis) => Clean(MailAddress.Domain(diagnosis?.FinalRecipient ?? diagnosis?.OriginalRecipient).ToString());

    private static string? WebAddress(string? url) =>
        Clean(url) is { } clean && (clean.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || clean.StartsWith("http://", StringComparison.OrdinalIgnoreCase)) ? clean : null;

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private string? Minutes(int? minutes) => minutes is { } count ? Units.Counted(count, "minute") : null;
}
