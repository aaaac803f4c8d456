using System.Text;
using MimeKit;

namespace BounceParser.Cli.Redaction;

/// <summary>Replaces what tells of people in the headers of a message.</summary>
internal sealed class HeaderRedactor(TextRedactor text)
{
    private static readonly string[] Opaque = ["DKIM-Signature", "DomainKey-Signature", "ARC-", "X-Google-", "X-Gm-", "X-MS-", "X-Microsoft-", "X-Forefront", "X-Spam", "Thread-", "X-Exchange-", "X-OriginatorOrg", "Authentication-Results"];

    /// <param name="headers">The headers of one message or part.</param>
    /// <param name="isReturned">True for the message that came back: its subject and names are private, those of the bounce say what it is.</param>
    /// <param name="secret">The subject of the returned message, which programs quote in their own; null when not known.</param>
    public void Redact(HeaderList headers, bool isReturned, string? secret)
    {
        foreach (var header in headers)
        {
            if (header.Id is HeaderId.ContentType or HeaderId.ContentTransferEncoding or HeaderId.MimeVersion or HeaderId.Date or HeaderId.AutoSubmitted) continue;
            var value = Encoding.Latin1.GetString(header.RawValue);
            header.SetRawValue(Encoding.Latin1.GetBytes(Value(header, value, isReturned, secret)));
        }
    }

    private string Value(Header header, string value, bool isReturned, string? secret)
    {
        if (Opaque.Any(name => header.Field.StartsWith(name, StringComparison.OrdinalIgnoreCase))) return " redacted\n";
        if (header.Id == HeaderId.Subject)
        {
            if (isReturned) return " redacted\n";
            if (secret is { Length: > 0 } && header.Value.Contains(secret, StringComparison.Ordinal)) return $" {text.Redact(header.Value.Replace(secret, "redacted", StringComparison.Ordinal))}\n";
        }

        if (header.Id is HeaderId.To or HeaderId.Cc or HeaderId.ReplyTo || (header.Id is HeaderId.From or HeaderId.Sender && (isReturned || IsEncodedName(value)))) value = WithoutNames(value);
        return text.Redact(value);
    }

    // What is encoded cannot be found word by word; what a program calls itself is not.
    private static bool IsEncodedName(string value) => value.Contains("=?", StringComparison.Ordinal)
        && InternetAddressList.TryParse(value, out var list) && list.Mailboxes.Any(mailbox => !Replacements.IsRole(mailbox.Address.Split('@')[0]));

    // The addresses alone; when there is none to be found, what stands there is no list of addresses.
    private static string WithoutNames(string value)
    {
        if (!InternetAddressList.TryParse(value, out var list) || !list.Mailboxes.Any()) return value;
        return $" {string.Join(",\n ", list.Mailboxes.Select(mailbox => $"<{mailbox.Address}>"))}\n";
    }
}
