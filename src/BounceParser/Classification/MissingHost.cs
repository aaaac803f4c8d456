using BounceParser.Text;

namespace BounceParser.Classification;

/// <summary>The host that the DNS does not know, where Postfix or sendmail names it: the recipient's own domain, or the server that its MX points to.</summary>
internal static class MissingHost
{
    // The domain is there, and nothing that leads to a server.
    private const string Found = "host found but no data";

    // Postfix, smtp/smtp_addr.c: "Name service error for name=%s type=%s: Host not found", for the domain as for the host of its MX;
    // sendmail, deliver.c: "Host unknown (Name server: %s: host not found)".
    private static readonly string[] Before = ["error for name=", "(name server: "];

    /// <summary>True when the text says that the very domain of the recipient is not there.</summary>
    public static bool IsDomainOf(string? recipient, ReadOnlySpan<char> text)
    {
        if (MailAddress.Domain(recipient) is not { IsEmpty: false } domain || Caseless.Contains(text, Found)) return false;
        return HostIn(text) is { } host && domain.Equals(host, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>True when the text says of another host that it is not there: that of an MX, a smart host.</summary>
    public static bool IsAnother(string recipient, ReadOnlySpan<char> text) =>
        HostIn(text) is { } host && !MailAddress.Domain(recipient).Equals(host, StringComparison.OrdinalIgnoreCase);

    private static string? HostIn(ReadOnlySpan<char> text)
    {
        foreach (var words in Before)
            if (Caseless.IndexOf(text, words) is >= 0 and var start) return HostName.NameOrAddressAt(text[(start + words.Length)..]);
        return null;
    }
}
